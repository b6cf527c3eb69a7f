import type { RecordId } from '../../shared/ids.ts';
import type { ReadCase, WriteCase } from './case-file.ts';
import { query, statement } from './statements.ts';
import { recordId } from './records.ts';

/** What was read from a record for the timeline; `drafts` as they came. */
export type StoredReading = { readonly id: number; readonly drafts: string };

/** The complete records that are not read for the timeline yet, or whose text has changed since, in order. */
export const unreadRecords = (file: ReadCase): RecordId[] =>
  query<[], { id: number }>(
    file,
    'SELECT id FROM record WHERE is_complete = 1 AND id NOT IN (SELECT record_id FROM reading WHERE drafts IS NOT NULL) ORDER BY id',
  )
    .all()
    .map(({ id }) => recordId(id));

/** Begins to read a record anew. Text that changes meanwhile makes the reading void. */
export const beginReading = (file: WriteCase, record: RecordId): number =>
  statement<[number], { id: number }>(
    file,
    `INSERT INTO reading (id, record_id, drafts, is_joined) SELECT 1 + coalesce((SELECT max(id) FROM reading), 0), ?, NULL, 0 WHERE 1
       ON CONFLICT (record_id) DO UPDATE SET id = excluded.id, drafts = NULL, is_joined = 0 RETURNING id`,
  ).get(Number(record))?.id ?? 0;

/** False where the text, or the documents that it is read by, have changed since the reading began. */
export const isReadingValid = (file: ReadCase, id: number): boolean =>
  query<[number], { id: number }>(file, 'SELECT id FROM reading WHERE id = ?').get(id) !== undefined;

/** Keeps what was read of a record now, with its documents. */
export const keepReading = (file: WriteCase, record: RecordId, drafts: string): void => {
  const id = beginReading(file, record);
  statement(file, 'UPDATE reading SET drafts = ? WHERE id = ?').run(drafts, id);
};

/** All that was read, in the order of the records. */
export const listReadings = (file: ReadCase): StoredReading[] =>
  query<[], StoredReading>(
    file,
    'SELECT reading.id, drafts FROM reading JOIN record ON record.id = record_id WHERE is_complete = 1 AND drafts IS NOT NULL ORDER BY record_id',
  ).all();

/** These readings stand in the timeline. */
export const noteJoined = (file: WriteCase, readings: readonly StoredReading[]): void => {
  const update = statement(file, 'UPDATE reading SET is_joined = 1 WHERE id = ?');
  readings.forEach(({ id }) => update.run(id));
};

/** The proposals are to be brought in line again, with the same readings. */
export const forgetJoined = (file: WriteCase): void =>
  void statement(file, 'UPDATE reading SET is_joined = 0 WHERE is_joined = 1').run();

/** True while some record's dates and events do not stand in the timeline, whatever stopped them. */
export const isTimelineDue = (file: ReadCase): boolean =>
  query<[], { n: number }>(
    file,
    'SELECT EXISTS (SELECT 1 FROM record WHERE is_complete = 1 AND id NOT IN (SELECT record_id FROM reading WHERE is_joined = 1)) AS n',
  ).get()?.n === 1;

/** Names the texts of the case: it changes whenever a record is read that is new or whose text has changed. */
export const readingsVersion = (file: ReadCase): string =>
  String(query<[], { last: number | null }>(file, 'SELECT max(id) AS last FROM reading').get()?.last ?? 0);
