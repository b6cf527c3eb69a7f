import type { PageId, RecordId } from '../../shared/ids.ts';
import type { PageContent, FlowBlock, PageRow, Turn } from '../../shared/page.ts';
import { Refusal } from '../../shared/reply.ts';
import type { ReadCase, WriteCase } from './case-file.ts';
import { databaseOf, query, statement } from './statements.ts';

type StoredPage = {
  readonly id: number;
  readonly record_id: number;
  readonly number: number;
  readonly position: number;
  readonly kind: PageRow['kind'];
  readonly source: PageRow['source'];
  readonly confidence: number | null;
  readonly width: number;
  readonly height: number;
  readonly turned: Turn;
  readonly blank: number;
  readonly needs_ocr: number;
  readonly read_at: string | null;
  readonly eye: PageRow['eye'];
  readonly is_typed: number;
  readonly fax_header: string | null;
  readonly hash: string;
  readonly messages: string;
};

/** A page as the readers give it, ready to be stored. */
export type NewPage = Omit<PageRow, 'id' | 'record' | 'position' | 'isRead' | 'eye' | 'messages'> & {
  readonly text: string;
  readonly words: Float32Array;
  readonly blocks: readonly FlowBlock[];
  readonly messages: readonly string[];
  /** See `page.sketch` in the schema. */
  readonly sketch: Uint32Array;
  /** See `page.look` in the schema. */
  readonly look: Uint8Array;
};

/** A page with what the reviewer made of it by eye, where that was done. */
const PAGE = `page LEFT JOIN eye_reading ON eye_reading.id = CAST(page.id AS TEXT)`;
const COLUMNS = `page.id, record_id, number, page.kind, source, confidence, width, height, turned, blank, needs_ocr, read_at, fax_header, hash, page.messages, eye, eye_reading.text IS NOT NULL AS is_typed`;

/** Pages of complete records, numbered through the whole case. */
const NUMBERED = `SELECT ${COLUMNS}, row_number() OVER (ORDER BY record_id, number) AS position FROM ${PAGE} JOIN record ON record.id = record_id WHERE is_complete = 1`;

const pageId = (id: number): PageId => String(id) as PageId;

const toRow = (row: StoredPage): PageRow => ({
  id: pageId(row.id),
  record: String(row.record_id) as RecordId,
  number: row.number,
  position: row.position,
  kind: row.kind,
  source: row.is_typed === 1 ? 'eye' : row.source,
  confidence: row.confidence,
  width: row.width,
  height: row.height,
  turned: row.turned,
  blank: row.blank === 1,
  needsOcr: row.needs_ocr === 1,
  isRead: row.read_at !== null,
  eye: row.eye,
  faxHeader: row.fax_header,
  hash: row.hash,
  messages: JSON.parse(row.messages) as string[],
});

/** The pages of the case, or of one record, in order. */
export const listPages = (file: ReadCase, record?: RecordId): PageRow[] =>
  record === undefined
    ? query<[], StoredPage>(file, `${NUMBERED} ORDER BY position`).all().map(toRow)
    : query<[number], StoredPage>(file, `SELECT * FROM (${NUMBERED}) WHERE record_id = ? ORDER BY position`)
        .all(Number(record))
        .map(toRow);

const bufferOf = (numbers: Float32Array | Uint32Array | Uint8Array): Buffer =>
  Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);

const numbersOf = (blob: Buffer): number[] => [
  ...new Float32Array(blob.buffer.slice(blob.byteOffset, blob.byteOffset + blob.byteLength)),
];

/** One page with its text and layout; refuses with `not-found`. */
export const readPage = (file: ReadCase, id: PageId): PageContent => {
  const position = `(SELECT count(*) FROM page AS other JOIN record ON record.id = other.record_id
    WHERE is_complete = 1 AND other.record_id < page.record_id) + (SELECT count(*) FROM page AS other WHERE other.record_id = page.record_id AND other.number <= page.number)`;
  const row = query<[number], StoredPage & { text: string; words: Buffer; typed_words: string | null; blocks: string }>(
    file,
    `SELECT ${COLUMNS}, ${position} AS position, page.text, page_layout.words, eye_reading.words AS typed_words, blocks FROM ${PAGE} JOIN page_layout ON page_id = page.id WHERE page.id = ?`,
  ).get(Number(id));
  if (row === undefined)
    throw new Refusal('not-found', 'There is no page with this id; list the pages to see their ids.', { pageId: id });
  return {
    ...toRow(row),
    text: row.text,
    words: row.typed_words === null ? numbersOf(row.words) : (JSON.parse(row.typed_words) as number[]),
    blocks: JSON.parse(row.blocks) as FlowBlock[],
  };
};

/** The texts of at most `most` of a record's pages after page `after`, in order. */
export const readTexts = (
  file: ReadCase,
  record: RecordId,
  after: number,
  most: number,
): { readonly page: number; readonly text: string; readonly isBlank: boolean }[] =>
  query<[number, number, number], { page: number; text: string; blank: number }>(
    file,
    'SELECT number AS page, text, blank FROM page WHERE record_id = ? AND number > ? ORDER BY number LIMIT ?',
  )
    .all(Number(record), after, most)
    .map(({ page, text, blank }) => ({ page, text, isBlank: blank === 1 }));

/** The text of page `number` of a record; null where there is none. */
export const textOfPage = (file: ReadCase, record: RecordId, number: number): string | null =>
  query<[number, number], { text: string }>(file, 'SELECT text FROM page WHERE record_id = ? AND number = ?').get(
    Number(record),
    number,
  )?.text ?? null;

/** Stores a batch of a record's pages and indexes their words, in one transaction. */
export const addPages = (file: WriteCase, record: RecordId, pages: readonly NewPage[]): void => {
  const page = statement(
    file,
    `INSERT INTO page (record_id, number, kind, source, confidence, width, height, turned, blank, needs_ocr, read_at, messages, text, sketch, look, fax_header, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, ?, ?, ?)`,
  );
  const layout = statement(file, 'INSERT INTO page_layout (page_id, words, blocks) VALUES (?, ?, ?)');
  pages.forEach((one) => {
    const { lastInsertRowid } = page.run(
      Number(record),
      one.number,
      one.kind,
      one.source,
      one.confidence,
      one.width,
      one.height,
      one.turned,
      Number(one.blank),
      Number(one.needsOcr),
      JSON.stringify(one.messages),
      one.text,
      bufferOf(one.sketch),
      bufferOf(one.look),
      one.faxHeader,
      one.hash,
    );
    layout.run(lastInsertRowid, bufferOf(one.words), JSON.stringify(one.blocks));
  });
};

/** Segments of the index that are merged in one go, in pages of the index: a few milliseconds. */
const MERGED_AT_ONCE = 40;

/** Puts a part of the index of the words in order; to be called after pages or words were added. */
export const mergeIndex = (file: ReadCase): void => {
  // No change of the case: what it holds is the same afterwards.
  databaseOf(file).prepare(`INSERT INTO page_search (page_search, rank) VALUES ('merge', ${MERGED_AT_ONCE})`).run();
};

/** How many pages of a record are stored: they are stored in order, so the next one is known from it. */
export const pagesStored = (file: ReadCase, record: RecordId): number =>
  query<[number], { n: number }>(file, 'SELECT count(*) AS n FROM page WHERE record_id = ?').get(Number(record))?.n ??
  0;

/** Notes that pages were read, or that they were not. */
export const markPagesRead = (file: WriteCase, ids: readonly PageId[], readAt: string | null): void => {
  const update = statement(
    file,
    'UPDATE page SET read_at = CASE WHEN ? IS NULL THEN NULL ELSE coalesce(read_at, ?) END WHERE id = ?',
  );
  ids.forEach((id) => update.run(readAt, readAt, Number(id)));
};
