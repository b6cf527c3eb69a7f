import type { RecordRow } from '../../../shared/record.ts';
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

/** The texts of all complete records, without the pages that were removed from the case. */
export function* caseTexts(file: ReadCase): Generator<RecordText> {
  const removed = Map.groupBy(
    listDocuments(file).filter(({ state }) => state === 'removed'),
    (document) => document.file,
  );
  for (const record of listRecords(file)) {
    const gone = removed.get(record.id) ?? [];
    for (const slice of textSlices(file, record))
      yield {
        ...slice,
        pages: slice.pages.filter(({ page }) => gone.every(({ first, last }) => page < first || page > last)),
      };
  }
}
