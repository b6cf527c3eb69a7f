import type { RecordId } from '../../shared/ids.ts';
import type { Reason } from '../../shared/reason.ts';
import { wordReason } from '../../shared/word-reason.ts';
import type { FileKind, RecordKind, RecordRow } from '../../shared/record.ts';
import { Refusal } from '../../shared/reply.ts';
import type { ReadCase, WriteCase } from './case-file.ts';
import { writeDocuments, type KeptDocument } from './documents.ts';
import { query, statement } from './statements.ts';
import { readReasons } from './reasons.ts';

type Joined = {
  readonly id: number;
  readonly file_name: string;
  readonly file_kind: FileKind;
  readonly kind: RecordKind;
  readonly title: string;
  readonly provider: string;
  readonly date: string | null;
  readonly messages: string;
  readonly size: number;
  readonly sha256: string;
  readonly pages: number;
  readonly pages_read: number;
  readonly needing_ocr: number;
  readonly confidence: number | null;
};

const SELECT = `
  SELECT record.id, file_name, file_kind, record.messages, original.size, original.sha256,
    coalesce(whole.kind, 'other') AS kind, coalesce(whole.title, file_name) AS title, coalesce(whole.provider, '') AS provider, whole.date,
    (SELECT count(*) FROM page WHERE record_id = record.id) AS pages,
    (SELECT count(*) FROM page WHERE record_id = record.id AND read_at IS NOT NULL) AS pages_read,
    (SELECT count(*) FROM page WHERE record_id = record.id AND needs_ocr = 1) AS needing_ocr,
    (SELECT min(confidence) FROM page WHERE record_id = record.id) AS confidence
  FROM record JOIN original ON original.id = record.original_id LEFT JOIN document AS whole ON whole.file = record.id AND whole.first = 1
    AND NOT EXISTS (SELECT 1 FROM document AS later WHERE later.file = record.id AND later.first > 1 AND later.state <> 'joined')
  WHERE is_complete = 1`;

export const recordId = (id: number): RecordId => String(id) as RecordId;

const toRow = (row: Joined): RecordRow => ({
  id: recordId(row.id),
  title: row.title,
  fileName: row.file_name,
  fileKind: row.file_kind,
  kind: row.kind,
  provider: row.provider,
  date: row.date,
  size: row.size,
  sha256: row.sha256,
  pages: row.pages,
  pagesRead: row.pages_read,
  pagesNeedingOcr: row.needing_ocr,
  confidence: row.confidence,
  messages: readReasons(row.messages).map(wordReason),
});

/**
 * The complete files in the order in which they came, with title, kind, provider and date of their document where it is
 * the only one.
 */
export const listRecords = (file: ReadCase): RecordRow[] =>
  query<[], Joined>(file, `${SELECT} ORDER BY record.id`).all().map(toRow);

/** Refuses with `not-found`. */
export const readRecord = (file: ReadCase, id: RecordId): RecordRow => {
  const row = query<[number], Joined>(file, `${SELECT} AND record.id = ?`).get(Number(id));
  if (row === undefined)
    throw new Refusal('not-found', 'There is no record with this id; list the records to see their ids.', {
      recordId: id,
    });
  return toRow(row);
};

/** The original that a record was read from. */
export const originalOf = (file: ReadCase, id: RecordId): number =>
  query<[number], { original_id: number }>(file, 'SELECT original_id FROM record WHERE id = ?').get(Number(id))
    ?.original_id ?? -1;

/** The password that opens the original of a record; empty where none is needed. */
export const passwordOf = (file: ReadCase, id: RecordId): string =>
  query<[number], { password: string }>(file, 'SELECT password FROM record WHERE id = ?').get(Number(id))?.password ??
  '';

/** The record read from this original, where there is a complete one. */
export const recordOfOriginal = (file: ReadCase, originalId: number): RecordId | null => {
  const row = query<[number], { id: number }>(
    file,
    'SELECT id FROM record WHERE original_id = ? AND is_complete = 1',
  ).get(originalId);
  return row === undefined ? null : recordId(row.id);
};

/**
 * Begins a record, or goes on with the one that was begun under this id; it is not listed until {@link finishRecord}.
 * With its file's id of the ledger, records stand in the order in which their files were given.
 */
export const beginRecord = (
  file: WriteCase,
  originalId: number,
  fileName: string,
  id: number | null = null,
): RecordId => {
  if (
    id !== null &&
    query(file, 'SELECT 1 FROM record WHERE id = ? AND original_id = ? AND is_complete = 0').get(id, originalId) !==
      undefined
  )
    return recordId(id);
  const { lastInsertRowid } = statement(
    file,
    `INSERT INTO record (id, original_id, file_name, file_kind, kind, title, provider, date, messages, is_complete) VALUES (?, ?, ?, 'unknown', 'other', ?, '', NULL, '[]', 0)`,
  ).run(id, originalId, fileName, fileName);
  return recordId(Number(lastInsertRowid));
};

export type RecordFacts = {
  readonly fileKind: FileKind;
  readonly reasons: readonly Reason[];
  /** The one that opened its file; empty where none was needed. */
  readonly password?: string;
  readonly documents: readonly KeptDocument[];
};

/** States what the record is, lists it from now on, and with it the documents that it holds. */
export const finishRecord = (file: WriteCase, id: RecordId, facts: RecordFacts): void => {
  statement(file, 'UPDATE record SET file_kind = ?, messages = ?, password = ?, is_complete = 1 WHERE id = ?').run(
    facts.fileKind,
    JSON.stringify(facts.reasons),
    facts.password ?? '',
    Number(id),
  );
  writeDocuments(file, id, facts.documents);
};

/** Pages that are dropped at a time: each is taken out of the index as well. */
const DROPPED_AT_ONCE = 16;

/**
 * Drops the last pages of a record that could not be read to its end, at last the record; true while there is more. Its
 * original stays.
 */
export const dropRecordPart = (file: WriteCase, id: RecordId): boolean => {
  const pages = statement(
    file,
    'DELETE FROM page WHERE id IN (SELECT page.id FROM page JOIN record ON record.id = record_id WHERE record_id = ? AND is_complete = 0 ORDER BY number DESC LIMIT ?)',
  ).run(Number(id), DROPPED_AT_ONCE).changes;
  if (pages === DROPPED_AT_ONCE) return true;
  statement(file, 'DELETE FROM record WHERE id = ? AND is_complete = 0').run(Number(id));
  return false;
};

/** Notes in a record and in its line of the ledger that it is not read for the timeline, or that it is by now. */
export const noteUnread = (file: WriteCase, id: RecordId, isUnread: boolean): void => {
  for (const [table, key] of [
    ['record', 'id'],
    ['intake_file', 'record_id'],
  ] as const) {
    const rows = query<[number], { id: number; messages: string }>(
      file,
      `SELECT id, messages FROM ${table} WHERE ${key} = ?`,
    ).all(Number(id));
    const update = statement(file, `UPDATE ${table} SET messages = ? WHERE id = ?`);
    for (const row of rows) {
      const reasons = readReasons(row.messages);
      const others = reasons.filter(({ code }) => code !== 'timeline-unread');
      if (isUnread !== others.length < reasons.length)
        update.run(JSON.stringify(isUnread ? [...others, { code: 'timeline-unread' }] : others), row.id);
    }
  }
};
