import type { RecordText } from '../reading/record-text.ts';
import type { ReadCase } from '../store/case-file.ts';
import { readTexts } from '../store/pages.ts';
import { listRecords } from '../store/records.ts';

/** Every complete record of the case as reading sees it. */
export const recordTexts = (file: ReadCase): RecordText[] =>
  listRecords(file).map(({ id, title, fileName }) => ({ record: id, title, fileName, pages: readTexts(file, id) }));
