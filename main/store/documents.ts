import type { DocumentRow } from '../../shared/document.ts';
import type { DocumentId, RecordId } from '../../shared/ids.ts';
import { Refusal } from '../../shared/reply.ts';
import { wordReason } from '../../shared/word-reason.ts';
import type { ReadCase, WriteCase } from './case-file.ts';
import { readReasons } from './reasons.ts';
import { put, query, remove } from './statements.ts';

/** A document as it is kept; `joined`: a person has said that none begins there. Its last page is before the next one's first. */
export type KeptDocument = Pick<
  DocumentRow,
  'first' | 'kind' | 'title' | 'date' | 'provider' | 'patient' | 'reason' | 'isSure'
> & { readonly state: DocumentRow['state'] | 'joined' };

type Stored = Omit<KeptDocument, 'isSure'> & {
  readonly id: DocumentId;
  readonly file: number;
  readonly is_sure: number;
  readonly touched: number;
};
type Listed = Stored & {
  readonly file_name: string;
  readonly file_kind: DocumentRow['fileKind'];
  readonly messages: string;
  readonly pages: number;
  readonly pages_read: number;
  readonly needing_ocr: number;
  readonly confidence: number | null;
};

/** The document that begins on this page of a file. */
export const documentId = (file: RecordId, first: number): DocumentId =>
  (first === 1 ? file : `${file}-${String(first)}`) as string as DocumentId;

/** In SQL: the id of the document in which a page of a file stands. */
export const documentAt = (file: string, page: string): string =>
  `(SELECT at.id FROM document AS at WHERE at.file = ${file} AND at.first <= ${page} AND at.state <> 'joined' ORDER BY at.first DESC LIMIT 1)`;

/** In SQL: the ids of the pages that were removed from the case with their documents. */
export const REMOVED_PAGES = `SELECT page.id FROM document AS gone JOIN page ON page.record_id = gone.file AND page.number >= gone.first
  AND page.number < coalesce((SELECT min(next.first) FROM document AS next WHERE next.file = gone.file AND next.first > gone.first AND next.state <> 'joined'), 1000000000)
  WHERE gone.state = 'removed'`;

const select = (where: string): string => `
  SELECT own.*, record.file_name, record.file_kind, CASE own.first WHEN 1 THEN record.messages ELSE '[]' END AS messages,
    count(page.id) AS pages, count(page.read_at) AS pages_read, count(page.id) FILTER (WHERE page.needs_ocr = 1) AS needing_ocr,
    min(page.confidence) AS confidence
  FROM (SELECT *, lead(first, 1, 1000000000) OVER (PARTITION BY file ORDER BY first) AS next FROM document WHERE state <> 'joined' ${where}) AS own
  JOIN record ON record.id = own.file
  LEFT JOIN page ON page.record_id = own.file AND page.number >= own.first AND page.number < own.next
  WHERE record.is_complete = 1 GROUP BY own.id`;

const toRow = (row: Listed): DocumentRow => ({
  id: row.id,
  file: String(row.file) as RecordId,
  first: row.first,
  last: row.first + row.pages - 1,
  kind: row.kind,
  title: row.title,
  date: row.date,
  provider: row.provider,
  patient: row.patient,
  state: row.state as DocumentRow['state'],
  reason: row.reason,
  isSure: row.is_sure === 1,
  fileName: row.file_name,
  fileKind: row.file_kind,
  pages: row.pages,
  pagesRead: row.pages_read,
  pagesNeedingOcr: row.needing_ocr,
  confidence: row.confidence,
  messages: readReasons(row.messages).map(wordReason),
});

/** Every document of every complete file, removed ones too, in the order of the files and their pages. */
export const listDocuments = (file: ReadCase): DocumentRow[] =>
  query<[], Listed>(file, `${select('')} ORDER BY own.file, own.first`)
    .all()
    .map(toRow);

/** The documents that count: those that a person has removed are left out. */
export const documentsInCase = (file: ReadCase): DocumentRow[] =>
  listDocuments(file).filter(({ state }) => state !== 'removed');

/** The documents of one file, removed ones too, in page order. */
export const documentsOf = (file: ReadCase, record: RecordId): DocumentRow[] =>
  query<[number], Listed>(file, `${select('AND file = ?')} ORDER BY own.first`)
    .all(Number(record))
    .map(toRow);

/** Refuses with `not-found`. */
export const readDocument = (file: ReadCase, id: DocumentId): DocumentRow => {
  const at = query<[string], { file: number }>(file, 'SELECT file FROM document WHERE id = ?').get(id)?.file;
  const found = at === undefined ? undefined : documentsOf(file, String(at) as RecordId).find((one) => one.id === id);
  if (found === undefined)
    throw new Refusal('not-found', 'There is no such record any more; list them to see their ids.');
  return found;
};

/** The document in which a page of a file stands. Refuses with `not-found`. */
export const readDocumentAt = (file: ReadCase, record: RecordId, page: number): DocumentRow => {
  const found = documentsOf(file, record).findLast(({ first }) => first <= page);
  if (found === undefined)
    throw new Refusal('not-found', 'There is no such page in this case.', { recordId: record, page });
  return found;
};

/** The rows of one file as they are kept, and whether a person has touched them. */
export const keptDocuments = (file: ReadCase, record: RecordId): (KeptDocument & { readonly isTouched: boolean })[] =>
  query<[number], Stored>(file, 'SELECT * FROM document WHERE file = ? ORDER BY first')
    .all(Number(record))
    .map(({ id: _id, file: _file, is_sure, touched, ...row }) => ({
      ...row,
      isSure: is_sure === 1,
      isTouched: touched === 1,
    }));

/** Keeps a document; the background leaves one alone that a person has touched. */
export const writeDocument = (file: WriteCase, record: RecordId, document: KeptDocument): void => {
  const { first, kind, title, date, provider, patient, state, reason, isSure } = document;
  put(file, 'document', {
    ...{ id: documentId(record, first), file: Number(record), first },
    ...{ kind, title, date, provider, patient, state, reason, is_sure: Number(isSure) },
  });
};

/** Brings the documents of a file to these; where a person has joined two, that stays. */
export const writeDocuments = (file: WriteCase, record: RecordId, documents: readonly KeptDocument[]): void => {
  const firsts = new Set(documents.map(({ first }) => first));
  for (const { first, state } of keptDocuments(file, record))
    if (state !== 'joined' && !firsts.has(first)) remove(file, 'document', documentId(record, first));
  for (const document of documents) writeDocument(file, record, document);
};
