import type { PageId, RecordId } from '../../shared/ids.ts';
import type { ReadCase, WriteCase } from './case-file.ts';
import { query, statement } from './statements.ts';
import type { NewPage } from './pages.ts';

/** A page that waits to be recognised: where it is, and what has to be known to draw it. */
export type WaitingPage = {
  readonly id: PageId;
  readonly record: RecordId;
  readonly number: number;
  readonly sha256: string;
};

const SELECT = `SELECT page.id, record_id, number, original.sha256 FROM page JOIN record ON record.id = record_id JOIN original ON original.id = original_id WHERE is_complete = 1 AND needs_ocr = 1`;
type Stored = { readonly id: number; readonly record_id: number; readonly number: number; readonly sha256: string };
const toWaiting = ({ id, record_id, number, sha256 }: Stored): WaitingPage => ({
  id: String(id) as PageId,
  record: String(record_id) as RecordId,
  number,
  sha256,
});

/** The next page to recognise in the order of the case, those under way left out; undefined where none waits. */
export const nextToRecognise = (file: ReadCase, underWay: ReadonlySet<PageId>): WaitingPage | undefined =>
  query<[number], Stored>(file, `${SELECT} ORDER BY record_id, number LIMIT ?`)
    .all(underWay.size + 1)
    .map(toWaiting)
    .find(({ id }) => !underWay.has(id));

/** This page, if it waits to be recognised. */
export const pageToRecognise = (file: ReadCase, id: PageId): WaitingPage | undefined => {
  const row = query<[number], Stored>(file, `${SELECT} AND page.id = ?`).get(Number(id));
  return row && toWaiting(row);
};

/** How many pages wait, in the case or in one record, and how many were recognised. */
export const countRecognition = (
  file: ReadCase,
  record?: RecordId,
): { readonly waiting: number; readonly recognised: number } =>
  query<[], { waiting: number; recognised: number }>(
    file,
    `SELECT count(*) FILTER (WHERE needs_ocr = 1) AS waiting, count(*) FILTER (WHERE source = 'ocr') AS recognised
       FROM page JOIN record ON record.id = record_id WHERE is_complete = 1 ${record === undefined ? '' : `AND record_id = ${Number(record)}`}`,
  ).get() ?? { waiting: 0, recognised: 0 };

const bytesOf = (numbers: Float32Array | Uint32Array | Uint8Array): Buffer =>
  Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);

type SeenPage = Pick<
  NewPage,
  | 'source'
  | 'confidence'
  | 'width'
  | 'height'
  | 'turned'
  | 'blank'
  | 'text'
  | 'words'
  | 'messages'
  | 'sketch'
  | 'look'
  | 'faxHeader'
>;

/**
 * Keeps what was recognised on a page, once: a page that waits no more stays as it is. A text that was typed meanwhile
 * stands.
 */
export const finishRecognition = (file: WriteCase, id: PageId, seen: SeenPage): void => {
  const { changes } = statement(
    file,
    `UPDATE page SET source = ?, confidence = ?, width = ?, height = ?, turned = ?, blank = ?, needs_ocr = 0, messages = ?, sketch = ?, look = ?, fax_header = ?,
       seen_text = CASE WHEN seen_text IS NULL THEN NULL ELSE ? END WHERE id = ? AND needs_ocr = 1`,
  ).run(
    seen.source,
    seen.confidence,
    seen.width,
    seen.height,
    seen.turned,
    Number(seen.blank),
    JSON.stringify(seen.messages),
    bytesOf(seen.sketch),
    bytesOf(seen.look),
    seen.faxHeader,
    seen.text,
    Number(id),
  );
  if (changes === 0) return;
  statement(file, 'UPDATE page_layout SET words = ? WHERE page_id = ?').run(bytesOf(seen.words), Number(id));
  statement(file, 'UPDATE page SET text = ? WHERE id = ? AND seen_text IS NULL').run(seen.text, Number(id));
};

/** Notes that a page cannot be recognised and why; what it held before stays. */
export const failRecognition = (file: WriteCase, id: PageId, message: string): void => {
  statement(
    file,
    `UPDATE page SET needs_ocr = 0, messages = (SELECT json_group_array(value) FROM (SELECT value FROM json_each(page.messages) UNION SELECT ?)) WHERE id = ? AND needs_ocr = 1`,
  ).run(message, Number(id));
};
