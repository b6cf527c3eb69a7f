import type { Letter } from '../../../shared/letter.ts';
import { foldSpace } from '../../../shared/letter.ts';
import { Refusal } from '../../../shared/reply.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { listIssued, type StoredLetter } from '../../store/issued-letters.ts';

/** Whether two letters are the same in all their parts; what was said while one was read does not count. */
export const isSameLetter = (one: Letter, other: Letter): boolean =>
  JSON.stringify({ ...one, messages: [] }) === JSON.stringify({ ...other, messages: [] });

/** What an export of a letter is: a draft, an issued version again, or a version to issue now. */
export type ExportKind =
  | { readonly kind: 'draft' }
  | { readonly kind: 'again'; readonly issued: StoredLetter }
  | { readonly kind: 'new'; readonly reason: string };

const onDay = (at: string): string => at.slice(0, 10);

/**
 * Decides what an export is. A letter that was issued in this form goes out again only as it was; a changed one is a
 * correction, with its reason. Refuses with `refused` a changed draft, with `invalid` a correction without its reason.
 */
export const exportKind = (
  file: ReadCase,
  letter: Letter,
  issue: { readonly reason: string } | undefined,
): ExportKind => {
  const last = listIssued(file).findLast(({ form }) => form === letter.form);
  if (last !== undefined && isSameLetter(last.letter, letter)) return { kind: 'again', issued: last };
  if (last !== undefined && issue === undefined) {
    throw new Refusal(
      'refused',
      `This letter was issued on ${onDay(last.issuedAt)} (version ${last.version}) and has changed since; issue the correction as a new version with its reason, or export the issued version.`,
      { version: last.version },
    );
  }
  if (issue === undefined) return { kind: 'draft' };
  const reason = foldSpace(issue.reason);
  if (last !== undefined && reason === '')
    throw new Refusal(
      'invalid',
      `Version ${last.version} of this letter was issued already; give the reason for the correction.`,
      { version: last.version },
    );
  return { kind: 'new', reason };
};
