import type { Input } from '../../../shared/contract.ts';
import type { PartialRequest } from '../../../shared/item.ts';
import { foldSpace } from '../../../shared/letter.ts';

/** A partly authorised request while it is built; a form or remainder that was not chosen is computed. */
export type PartialDraft = {
  readonly original: string;
  readonly authorised: string;
  readonly form: PartialRequest['form'] | null;
  readonly remaining: string | null;
};

/** How a stored request is worked on: its form stands as chosen once something was authorised. */
export const draftOf = ({ original, authorised, form, remaining }: PartialRequest): PartialDraft => ({
  original,
  authorised,
  form: authorised === '' ? null : form,
  remaining: remaining === '' ? null : remaining,
});

/** What `item.partial` is asked for the draft; `computed` leaves out a remainder in the user's own words. */
export const askFor = (
  { original, authorised, form, remaining }: PartialDraft,
  computed = false,
): Input<'item.partial'> => ({
  original,
  authorised,
  ...(form === null ? {} : { form }),
  ...(remaining === null || computed ? {} : { remaining }),
});

export const sameWords = (a: string, b: string): boolean => foldSpace(a).toLowerCase() === foldSpace(b).toLowerCase();

/**
 * True when what was typed was stored as it is, white space and what was computed apart: then the field keeps what was
 * typed.
 */
export const saysTheSame = (typed: PartialDraft, stored: PartialDraft): boolean =>
  sameWords(typed.original, stored.original) &&
  sameWords(typed.authorised, stored.authorised) &&
  (typed.form === null || typed.form === stored.form) &&
  (typed.remaining === null || sameWords(typed.remaining, stored.remaining ?? ''));
