import type { PartialRequest } from '../../../shared/item.ts';
import { foldSpace } from '../../../shared/letter.ts';

const REMAINING =
  /^(?<original>.+?),? was the original request\.\s+(?<authorised>.+?),? (?:was|were) authorized by the Claims Administrator\.\s+The remaining IMR eligible portion of the original request,\s+(?<remaining>.+?),? is:?$/u;
const ORIGINAL =
  /^(?<original>.+?),? was the original request\.\s+The Claims Administrator authorized (?<authorised>.+?), leaving the original request IMR eligible\.\s+The original request,\s+(?<remaining>.+?),? is:?$/u;

const partsOf = (form: PartialRequest['form'], groups: Readonly<Record<string, string>>): PartialRequest => ({
  form,
  original: groups.original ?? '',
  authorised: groups.authorised ?? '',
  remaining: groups.remaining ?? '',
});

/** A partly authorised request read from an item's heading, in either of its two forms; null for any other heading. */
export const parsePartial = (heading: string): PartialRequest | null => {
  const words = foldSpace(heading);
  const remaining = REMAINING.exec(words)?.groups;
  if (remaining !== undefined) return partsOf('remaining-portion', remaining);
  const original = ORIGINAL.exec(words)?.groups;
  return original === undefined ? null : partsOf('original-request', original);
};

/** The heading that a partly authorised request gets, without the colon and the decision. */
export const partialHeading = ({ form, original, authorised, remaining }: PartialRequest): string =>
  form === 'remaining-portion'
    ? `${original} was the original request. ${authorised} was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, ${remaining} is`
    : `${original} was the original request. The Claims Administrator authorized ${authorised}, leaving the original request IMR eligible. The original request, ${remaining} is`;
