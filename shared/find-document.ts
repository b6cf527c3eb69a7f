import type { DocumentRow } from './document.ts';
import type { RecordId } from './ids.ts';

type Range = Pick<DocumentRow, 'file' | 'first' | 'last'>;

/** Finds the document in which a page of a file stands; made once for many pages. */
export const documentFinder = <D extends Range>(
  documents: readonly D[],
): ((place: { readonly record: RecordId; readonly page: number }) => D | undefined) => {
  const byFile = Map.groupBy(documents, ({ file }) => file);
  return ({ record, page }) => byFile.get(record)?.findLast(({ first, last }) => page >= first && page <= last);
};
