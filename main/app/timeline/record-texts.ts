import type { DocumentRow } from '../../../shared/document.ts';
import type { RecordKind, RecordRow } from '../../../shared/record.ts';
import type { RecordText } from '../../reading/record-text.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { readTexts } from '../../store/pages.ts';
import { listDocuments } from '../../store/documents.ts';
import { listRecords } from '../../store/records.ts';
import { PAGES_AT_ONCE } from './reading-thread.ts';

/** The text of a record as reading sees it, some pages at a time: at least one slice. */
export function* textSlices(
  file: ReadCase,
  { id, title, fileName }: Pick<RecordRow, 'id' | 'title' | 'fileName'>,
): Generator<RecordText> {
  for (let after: number | undefined = 0; after !== undefined;) {
    const pages = readTexts(file, id, after, PAGES_AT_ONCE);
    yield { record: id, title, fileName, pages };
    after = pages.length === PAGES_AT_ONCE ? pages.at(-1)?.page : undefined;
  }
}

/** Kinds that tell of the case itself: in a bundle each is read by itself. */
const OF_THE_CASE: readonly RecordKind[] = ['utilization-review', 'imr-application', 'request-for-authorization'];

/** The text of one file's documents: those that tell of the case each by itself, then all others together. */
function* documentTexts(
  file: ReadCase,
  record: Pick<RecordRow, 'id' | 'title' | 'fileName'>,
  documents: readonly DocumentRow[],
): Generator<RecordText> {
  const apart = documents.filter(({ kind, state }) => OF_THE_CASE.includes(kind) && state !== 'removed');
  for (const { file: id, first, pages } of apart)
    yield { record: id, part: first, pages: readTexts(file, id, first - 1, pages) };
  const left = documents.filter((document) => document.state !== 'removed' && !apart.includes(document));
  for (const slice of textSlices(file, record))
    yield {
      ...slice,
      pages: slice.pages.filter(({ page }) => left.some(({ first, last }) => page >= first && page <= last)),
    };
}

/** The texts of all complete files, by what they tell of the case; what was removed from it is left out. */
export function* caseTexts(file: ReadCase): Generator<RecordText> {
  const documents = Map.groupBy(listDocuments(file), (document) => document.file);
  for (const record of listRecords(file)) {
    const own = documents.get(record.id) ?? [];
    const [only, ...others] = own;
    // The name of the file says something of its only document.
    if (others.length === 0 && only?.state !== 'removed') yield* textSlices(file, record);
    else yield* documentTexts(file, record, own);
  }
}
