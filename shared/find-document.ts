import type { DocumentRow } from './document.ts';
import type { RecordId } from './ids.ts';

type Range = Pick<DocumentRow, 'file' | 'first' | 'last'>;

/** Finds the document in which a page of a file stands, among documents in page order; made once for many pages. */
export const documentFinder = <D extends Range>(
  documents: readonly D[],
): ((place: { readonly record: RecordId; readonly page: number }) => D | undefined) => {
  const byFile = Map.groupBy(documents, ({ file }) => file);
  return ({ record, page }) => {
    const own = byFile.get(record) ?? [];
    let [from, to] = [0, own.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((own[middle]?.last ?? 0) < page) from = middle + 1;
      else to = middle;
    }
    const found = own[from];
    return found !== undefined && page >= found.first && page <= found.last ? found : undefined;
  };
};
