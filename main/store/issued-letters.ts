import { createHash } from 'node:crypto';
import { parseStored, readStored } from '../../shared/stored-json.ts';
import { Letter, type LetterForm } from '../../shared/letter.ts';
import { Refusal } from '../../shared/reply.ts';
import type { ReadCase, WriteCase } from './case-file.ts';
import { query, statement } from './statements.ts';

/** A letter as it was issued, in its parts. */
export type StoredLetter = {
  readonly version: number;
  readonly form: LetterForm;
  readonly issuedAt: string;
  readonly letter: Letter;
  readonly sha256: string;
  readonly reason: string;
};

type Row = {
  readonly version: number;
  readonly form: LetterForm;
  readonly issued_at: string;
  readonly letter: string;
  readonly sha256: string;
  readonly reason: string;
};

/** Every issued version, the first one first. */
export const listIssued = (file: ReadCase): StoredLetter[] =>
  query<[], Row>(file, 'SELECT version, form, issued_at, letter, sha256, reason FROM issued_letter ORDER BY version')
    .all()
    .map(({ version, form, issued_at: issuedAt, letter, sha256, reason }) => ({
      version,
      form,
      issuedAt,
      letter: readStored(Letter, parseStored(letter), Letter.parse({})),
      sha256,
      reason,
    }));

/** Keeps a letter as the next version; returns its number. It can be neither changed nor removed afterwards. */
export const keepIssued = (
  file: WriteCase,
  {
    letter,
    docx,
    reason,
    now,
  }: { readonly letter: Letter; readonly docx: Uint8Array; readonly reason: string; readonly now: Date },
): number => {
  const sha256 = createHash('sha256').update(docx).digest('hex');
  const { lastInsertRowid } = statement(
    file,
    'INSERT INTO issued_letter (version, form, issued_at, letter, docx, sha256, reason) VALUES ((SELECT coalesce(max(version), 0) + 1 FROM issued_letter), ?, ?, ?, ?, ?, ?)',
  ).run(letter.form, now.toISOString(), JSON.stringify(letter), docx, sha256, reason);
  return Number(lastInsertRowid);
};

/**
 * The Word file of a version; refuses with `damaged` one that is no longer what was issued, with `not-found` one that
 * never was.
 */
export const readIssuedDocx = (file: ReadCase, version: number): Uint8Array => {
  const row = query<[number], { docx: Buffer; sha256: string }>(
    file,
    'SELECT docx, sha256 FROM issued_letter WHERE version = ?',
  ).get(version);
  if (row === undefined)
    throw new Refusal('not-found', `No version ${version} of this letter was issued.`, { version });
  if (createHash('sha256').update(row.docx).digest('hex') !== row.sha256)
    throw new Refusal('damaged', 'The issued letter is damaged; restore the case from a backup.', { version });
  return new Uint8Array(row.docx);
};
