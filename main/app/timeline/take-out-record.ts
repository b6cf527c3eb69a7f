import type { DocumentRow } from '../../../shared/document.ts';
import type { WriteCase } from '../../store/case-file.ts';
import { entriesOnPages, removeEntry, writeEntry } from '../../store/entries.ts';
import { removeEmptied } from '../../store/visits.ts';

/**
 * Takes the facts of a record out of the timeline, accepted ones too: what stands elsewhere as well keeps its other
 * sources. Returns how many facts went that were accepted or waited to be.
 */
export const takeOutRecord = (
  write: WriteCase,
  { file, first, last }: Pick<DocumentRow, 'file' | 'first' | 'last'>,
): number => {
  const facts = entriesOnPages(write, { record: file, first, last });
  let gone = 0;
  for (const fact of facts) {
    const sources = fact.sources.filter(({ record, page }) => record !== file || page < first || page > last);
    if (sources.length > 0) writeEntry(write, { ...fact, sources });
    else {
      removeEntry(write, fact.id);
      gone += Number(fact.state === 'accepted' || (fact.state === 'proposed' && fact.isTicked));
    }
  }
  removeEmptied(
    write,
    facts.map(({ visit }) => visit),
  );
  return gone;
};
