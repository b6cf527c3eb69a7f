import type { Reason } from '../../shared/reason.ts';
import type { ReadCase, WriteCase } from './case-file.ts';
import { query, statement } from './statements.ts';
import { finishInIntake, type IntakeOutcome } from './intake.ts';

/** A file in an archive: to be taken out, or not, with the reason. */
export type Member = {
  readonly name: string;
  readonly size: number;
  /** Its place in the archive; null where it is not to be taken out, then or later. */
  readonly entry: number | null;
  /** The password to try on it. */
  readonly password: string;
  readonly refusal: { readonly status: 'failed' | 'skipped'; readonly reason: Reason } | null;
};

/** Enters the files of an archive, or those that a document encloses, in the ledger, in its order. */
export const addMembers = (file: WriteCase, archive: number, members: readonly Member[]): void => {
  const insert = statement(
    file,
    `INSERT INTO intake_file (id, name, path, container_id, original_id, record_id, state, kind, size, sha256, pages, pages_failed, messages, entry, password)
     VALUES (?, ?, NULL, ?, NULL, NULL, ?, 'unknown', ?, NULL, 0, 0, ?, ?, ?)`,
  );
  const last =
    query<[], { id: number }>(
      file,
      'SELECT max(coalesce((SELECT max(id) FROM intake_file), 0), coalesce((SELECT max(id) FROM record), 0)) AS id',
    ).get()?.id ?? 0;
  members.forEach(({ name, size, entry, password, refusal }, at) => {
    const messages = JSON.stringify(refusal === null ? [] : [refusal.reason]);
    insert.run(
      last + 1 + at,
      name,
      archive,
      refusal?.status ?? 'waiting',
      size,
      messages,
      entry,
      refusal === null ? password : '',
    );
  });
};

/**
 * Enters the files of an archive in the ledger and finishes the archive, all in one transaction: no stop in between can
 * enter them twice.
 */
export const openInIntake = (
  file: WriteCase,
  archive: number,
  members: readonly Member[],
  outcome: IntakeOutcome,
): void => {
  addMembers(file, archive, members);
  finishInIntake(file, archive, outcome);
};

/**
 * The original that a file of the ledger was kept as; null where it was not kept. Undefined where there is no such
 * file.
 */
export const originalInIntake = (
  file: ReadCase,
  id: number,
): { readonly name: string; readonly original: number | null; readonly sha256: string | null } | undefined =>
  query<[number], { name: string; original: number | null; sha256: string | null }>(
    file,
    'SELECT name, original_id AS original, sha256 FROM intake_file WHERE id = ?',
  ).get(id);

/** Whether an archive of these bytes was opened before. */
export const isOpened = (file: ReadCase, original: number): boolean =>
  query<[number], { id: number }>(
    file,
    `SELECT id FROM intake_file WHERE original_id = ? AND state = 'imported' AND kind = 'zip' LIMIT 1`,
  ).get(original) !== undefined;

/** The files that came out of an archive, in its order, without those of archives in it. */
export const membersOf = (file: ReadCase, archive: number): number[] =>
  query<[number], { id: number }>(file, 'SELECT id FROM intake_file WHERE container_id = ? ORDER BY id')
    .all(archive)
    .map(({ id }) => id);

export type ArchiveTree = {
  /** Archives that the file lies in. */
  readonly depth: number;
  /** Files that were found in the outermost of them so far, at any depth, and the bytes of those that are taken out. */
  readonly files: number;
  readonly bytes: number;
};

/**
 * Where a file of the ledger stands among the archives that it came in. What is told does not change with what becomes
 * of the files.
 */
export const archiveTree = (file: ReadCase, id: number): ArchiveTree =>
  query<[number], ArchiveTree>(
    file,
    `WITH RECURSIVE
        above (id, container_id, depth) AS (
          SELECT id, container_id, 0 FROM intake_file WHERE id = ?
          UNION ALL SELECT holder.id, holder.container_id, depth + 1 FROM intake_file AS holder JOIN above ON holder.id = above.container_id),
        below (id, bytes) AS (
          SELECT id, 0 FROM above WHERE container_id IS NULL
          UNION ALL SELECT member.id, CASE WHEN member.entry IS NULL THEN 0 ELSE member.size END FROM intake_file AS member JOIN below ON member.container_id = below.id)
       SELECT (SELECT max(depth) FROM above) AS depth, count(*) - 1 AS files, coalesce(sum(bytes), 0) AS bytes FROM below`,
  ).get(id) ?? { depth: 0, files: 0, bytes: 0 };

/**
 * Lets files wait once more that were not imported, with a password to try: the file itself, or the files of an
 * archive, at any depth. Only those whose bytes are still at hand, as an original or in their archive's. Returns their
 * ids in order.
 */
export const retryInIntake = (file: WriteCase, id: number, password: string): number[] =>
  statement<[number, string], { id: number }>(
    file,
    `WITH RECURSIVE below (id) AS (SELECT ? UNION ALL SELECT member.id FROM intake_file AS member JOIN below ON member.container_id = below.id)
       UPDATE intake_file SET state = CASE WHEN original_id IS NULL THEN 'waiting' ELSE 'kept' END, kind = 'unknown', pages = 0, pages_failed = 0, messages = '[]', password = ?
       WHERE id IN (SELECT id FROM below) AND state IN ('failed', 'skipped') AND (original_id IS NOT NULL OR entry IS NOT NULL) RETURNING id`,
  )
    .all(id, password)
    .map((row) => row.id)
    .sort((a, b) => a - b);
