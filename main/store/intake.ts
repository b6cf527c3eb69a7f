import type { RecordId } from '../../shared/ids.ts';
import { READ_BY_EYE_BELOW } from '../../shared/page.ts';
import type { Reason } from '../../shared/reason.ts';
import { wordReason } from '../../shared/word-reason.ts';
import type { FileKind, FileStatus, IntakeRow, IntakeState, IntakeTotals } from '../../shared/record.ts';
import type { ReadCase, WriteCase } from './case-file.ts';
import { logEvent } from './change-case.ts';
import { query, statement } from './statements.ts';
import { keepReading } from './readings.ts';
import { readReasons } from './reasons.ts';
import { finishRecord, recordId, type RecordFacts } from './records.ts';

type StoredFile = {
  readonly id: number;
  readonly name: string;
  readonly path: string | null;
  readonly container_id: number | null;
  readonly original_id: number | null;
  readonly record_id: number | null;
  readonly state: IntakeState;
  readonly kind: FileKind;
  readonly size: number;
  readonly sha256: string | null;
  readonly pages: number;
  readonly pages_failed: number;
  readonly messages: string;
  readonly entry: number | null;
  readonly password: string;
};

const toRow = (row: StoredFile): IntakeRow => {
  const reasons = readReasons(row.messages);
  return {
    id: row.id,
    name: row.name,
    container: row.container_id,
    state: row.state,
    kind: row.kind,
    size: row.size,
    sha256: row.sha256,
    pages: row.pages,
    pagesFailed: row.pages_failed,
    record: row.record_id === null ? null : recordId(row.record_id),
    reasons,
    messages: reasons.map(wordReason),
  };
};

/** A file that was given, with a path to read it again from where there is one. */
export type GivenFile = {
  readonly name: string;
  readonly path?: string;
  readonly size?: number;
  readonly password?: string;
};

const NEXT_ID = '1 + max(coalesce((SELECT max(id) FROM intake_file), 0), coalesce((SELECT max(id) FROM record), 0))';

/**
 * Notes that a file was given; it waits until it is finished, whatever happens in between. Its record will have its id.
 */
export const addToIntake = (file: WriteCase, given: GivenFile): number =>
  Number(
    statement(
      file,
      `INSERT INTO intake_file (id, name, path, container_id, original_id, record_id, state, kind, size, sha256, pages, pages_failed, messages, password)
         SELECT ${NEXT_ID}, ?, ?, NULL, NULL, NULL, 'waiting', 'unknown', ?, NULL, 0, 0, '[]', ?`,
    ).run(given.name, given.path ?? null, given.size ?? 0, given.password ?? '').lastInsertRowid,
  );

/**
 * A file that is not finished: `container` and `entry` say where it can be taken out, for one that came in an archive.
 */
export type WaitingFile = {
  readonly id: number;
  readonly name: string;
  readonly path: string | null;
  readonly container: number | null;
  readonly entry: number | null;
  readonly originalId: number | null;
  readonly size: number;
  readonly password: string;
};

/** The first file after this one that is not finished, in the order given. */
export const nextWaiting = (file: ReadCase, after: number): WaitingFile | undefined => {
  const row = query<[number], StoredFile>(
    file,
    `SELECT * FROM intake_file WHERE state IN ('waiting', 'kept') AND id > ? ORDER BY id LIMIT 1`,
  ).get(after);
  return (
    row && {
      id: row.id,
      name: row.name,
      path: row.path,
      container: row.container_id,
      entry: row.entry,
      originalId: row.original_id,
      size: row.size,
      password: row.password,
    }
  );
};

export const waitingIds = (file: ReadCase): number[] =>
  query<[], { id: number }>(file, `SELECT id FROM intake_file WHERE state IN ('waiting', 'kept') ORDER BY id`)
    .all()
    .map(({ id }) => id);

/** How much is not finished: files, and their bytes as far as they are known. */
export const sizeOfWaiting = (file: ReadCase): { readonly files: number; readonly bytes: number } =>
  query<[], { files: number; bytes: number }>(
    file,
    `SELECT count(*) AS files, coalesce(sum(size), 0) AS bytes FROM intake_file WHERE state IN ('waiting', 'kept')`,
  ).get() ?? { files: 0, bytes: 0 };

/** The file's original is kept now; it needs its path no more. */
export const keepInIntake = (
  file: WriteCase,
  id: number,
  kept: { readonly id: number; readonly size: number; readonly sha256: string },
): void => {
  statement(
    file,
    `UPDATE intake_file SET state = 'kept', original_id = ?, size = ?, sha256 = ?, path = NULL WHERE id = ?`,
  ).run(kept.id, kept.size, kept.sha256, id);
};

export type IntakeOutcome = {
  readonly status: FileStatus;
  readonly kind: FileKind;
  readonly pages: number;
  readonly pagesFailed: number;
  readonly record: string | null;
  readonly reasons: readonly Reason[];
};

/** What the log says of a file: never its name, which may be a person's. */
const noteOf = (file: ReadCase, id: number, { status, pages, pagesFailed }: IntakeOutcome): string =>
  JSON.stringify({
    file: id,
    status,
    pages,
    pagesFailed,
    sha256:
      query<[number], { sha256: string | null }>(file, 'SELECT sha256 FROM intake_file WHERE id = ?').get(id)?.sha256 ??
      null,
  });

/** Gives the file its final state and enters it in the log. */
export const finishInIntake = (file: WriteCase, id: number, outcome: IntakeOutcome): void => {
  statement(
    file,
    `UPDATE intake_file SET state = ?, kind = ?, pages = ?, pages_failed = ?, record_id = ?, messages = ?, path = NULL, password = '' WHERE id = ?`,
  ).run(
    outcome.status,
    outcome.kind,
    outcome.pages,
    outcome.pagesFailed,
    outcome.record === null ? null : Number(outcome.record),
    JSON.stringify(outcome.reasons),
    id,
  );
  logEvent(file, 'record.import', noteOf(file, id, outcome));
};

export type FinishedRecord = { readonly id: RecordId; readonly facts: RecordFacts; readonly drafts: string };

/**
 * Lists the record with what was read from it and finishes its file, all in one transaction: no stop in between can
 * read it twice.
 */
export const finishRecordOfIntake = (
  file: WriteCase,
  id: number,
  record: FinishedRecord,
  outcome: IntakeOutcome,
): void => {
  finishRecord(file, record.id, record.facts);
  keepReading(file, record.id, record.drafts);
  finishInIntake(file, id, outcome);
};

/** Gives up what is waiting; returns how many files that were. */
export const discardWaiting = (file: WriteCase, reason: Reason): number => {
  const { changes } = statement(
    file,
    `UPDATE intake_file SET state = 'skipped', path = NULL, password = '', messages = ? WHERE state IN ('waiting', 'kept')`,
  ).run(JSON.stringify([reason]));
  if (changes > 0) logEvent(file, 'intake.discard', JSON.stringify({ files: changes }));
  return changes;
};

/** A page that no reader could read, nor anybody since; it keeps its place, so that the gap is seen. */
const IS_LOST = `source = 'none' AND needs_ocr = 0 AND blank = 0 AND page.messages <> '[]' AND NOT EXISTS (SELECT 1 FROM eye_reading WHERE eye_reading.id = CAST(page.id AS TEXT) AND eye_reading.text IS NOT NULL)`;

/** The lines as they are now: a page that was lost may have been recognised or typed since. */
const LINES = `SELECT intake_file.*, CASE WHEN state = 'imported' THEN (SELECT count(*) FROM page WHERE page.record_id = intake_file.record_id AND ${IS_LOST}) ELSE pages_failed END AS pages_failed FROM intake_file`;

export const listIntake = (file: ReadCase): IntakeRow[] =>
  query<[], StoredFile>(file, `${LINES} ORDER BY id`).all().map(toRow);

/** One line of the ledger. */
export const readIntake = (file: ReadCase, id: number): IntakeRow | undefined => {
  const row = query<[number], StoredFile>(file, `${LINES} WHERE intake_file.id = ?`).get(id);
  return row === undefined ? undefined : toRow(row);
};

type PageCounts = {
  readonly stored: number;
  readonly lost: number;
  readonly waiting: number;
  readonly blank: number;
  readonly byEye: number;
};

/** The pages of complete records by what is known of them. */
const countPages = (file: ReadCase): PageCounts =>
  query<[], PageCounts>(
    file,
    `SELECT count(*) AS stored, count(*) FILTER (WHERE ${IS_LOST}) AS lost, count(*) FILTER (WHERE needs_ocr = 1) AS waiting, count(*) FILTER (WHERE blank = 1) AS blank,
         count(*) FILTER (WHERE blank = 0 AND needs_ocr = 0 AND (source = 'none' OR confidence < ${READ_BY_EYE_BELOW}) AND NOT EXISTS (SELECT 1 FROM eye_reading WHERE eye_reading.id = CAST(page.id AS TEXT))) AS byEye
       FROM record CROSS JOIN page ON record_id = record.id WHERE is_complete = 1`,
  ).get() ?? { stored: 0, lost: 0, waiting: 0, blank: 0, byEye: 0 };

/** The sums of the ledger, counted from what is really stored. */
export const intakeTotals = (file: ReadCase): IntakeTotals => {
  const rows = listIntake(file);
  const count = (...states: readonly IntakeState[]): number =>
    rows.filter(({ state }) => states.includes(state)).length;
  const sum = (pick: (row: IntakeRow) => number): number => rows.reduce((total, row) => total + pick(row), 0);
  const pages = countPages(file);
  return {
    given: rows.length,
    imported: count('imported'),
    duplicate: count('duplicate'),
    failed: count('failed'),
    skipped: count('skipped'),
    waiting: count('waiting', 'kept'),
    pagesPromised: sum(({ pages }) => pages),
    pagesStored: pages.stored - pages.lost,
    pagesFailed: sum(({ pagesFailed }) => pagesFailed),
    pagesToRecognise: pages.waiting,
    pagesBlank: pages.blank,
    pagesByEye: pages.byEye,
  };
};
