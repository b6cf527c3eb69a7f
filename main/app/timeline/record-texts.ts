import type { RecordRow } from '../../../shared/record.ts';
import type { RecordText } from '../../reading/record-text.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { readTexts } from '../../store/pages.ts';
import { listRecords } from '../../store/records.ts';

/** Pages read from the store, and read for their dates and events, at a time. */
const SLICE = 80;

/** The text of a record as reading sees it, some pages at a time: at least one slice. */
export function* textSlices(
  file: ReadCase,
  { id, title, fileName }: Pick<RecordRow, 'id' | 'title' | 'fileName'>,
): Generator<RecordText> {
  for (let after: number | undefined = 0; after !== undefined;) {
    const pages = readTexts(file, id, after, SLICE);
    yield { record: id, title, fileName, pages };
    after = pages.length === SLICE ? pages.at(-1)?.page : undefined;
  }
}

/** The texts of all complete records. */
export function* caseTexts(file: ReadCase): Generator<RecordText> {
  for (const record of listRecords(file)) yield* textSlices(file, record);
}
