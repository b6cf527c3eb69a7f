import type { TwinDecision } from '../../shared/duplicate.ts';
import type { PageId, RecordId } from '../../shared/ids.ts';
import type { PartialDate } from '../../shared/partial-date.ts';
import type { ReadCase, WriteCase } from './case-file.ts';
import { documentAt } from './documents.ts';
import { put, query } from './statements.ts';

export type SketchedPage = {
  readonly id: PageId;
  readonly record: RecordId;
  readonly title: string;
  readonly number: number;
  /** That of the document in which it stands; null where it has none. */
  readonly date: PartialDate | null;
  readonly isRecognised: boolean;
  readonly sketch: Uint32Array;
  readonly look: Uint8Array;
};

type Stored = {
  readonly id: number;
  readonly record: number;
  readonly title: string;
  readonly number: number;
  readonly date: string | null;
  readonly source: string;
  readonly sketch: Buffer;
  readonly look: Buffer;
};

const numbersOf = (blob: Buffer): Uint32Array =>
  new Uint32Array(blob.buffer.slice(blob.byteOffset, blob.byteOffset + blob.byteLength));

/**
 * The pages of complete records that have a sketch of their words or, where these are known to be none or few, a look of
 * their picture, in order.
 */
export const listSketches = (file: ReadCase): SketchedPage[] =>
  query<[], Stored>(
    file,
    `SELECT page.id, record.id AS record, document.title, document.date, page.number, page.source, page.sketch, CASE WHEN length(sketch) = 0 THEN look ELSE x'' END AS look FROM page JOIN record ON record.id = record_id
       JOIN document ON document.id = ${documentAt('page.record_id', 'page.number')}
       WHERE is_complete = 1 AND document.state <> 'removed' AND blank = 0 AND (length(sketch) > 0 OR (length(look) > 0 AND needs_ocr = 0)) ORDER BY record.id, page.number`,
  )
    .all()
    .map(({ id, record, title, number, date, source, sketch, look }) => ({
      id: String(id) as PageId,
      record: String(record) as RecordId,
      title,
      number,
      date,
      isRecognised: source === 'ocr' || source === 'mixed',
      sketch: numbersOf(sketch),
      look: new Uint8Array(look),
    }));

/** What was decided, by the id of the twins. */
export const twinDecisions = (file: ReadCase): ReadonlyMap<string, TwinDecision> =>
  new Map(
    query<[], { id: string; decision: TwinDecision }>(file, 'SELECT id, decision FROM twin')
      .all()
      .map(({ id, decision }) => [id, decision]),
  );

export const writeTwinDecision = (file: WriteCase, id: string, decision: TwinDecision): void =>
  put(file, 'twin', { id, decision });
