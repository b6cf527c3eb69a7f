import type { Output } from '../../../shared/contract.ts';
import type { RecordId } from '../../../shared/ids.ts';
import { countFates, pageFates, type PlacedFact } from '../../reading/page-fates.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { readDocumentAt } from '../../store/documents.ts';
import { entriesOnPage } from '../../store/entries.ts';
import { readTexts } from '../../store/pages.ts';

/** Running heads are told by so many pages of the record before and behind. */
const PAGES_AROUND = 20;

/** What became of the words of a page, as its facts stand now: those that nobody takes count as folded. */
export const fatesOfPage = (
  file: ReadCase,
  { record, page }: { readonly record: RecordId; readonly page: number },
): Output<'page.fates'> => {
  const { first, last, kind, patient, state } = readDocumentAt(file, record, page);
  const from = Math.max(first, page - PAGES_AROUND);
  const pages = readTexts(file, record, from - 1, Math.min(last, page + PAGES_AROUND) - from + 1);
  const facts = entriesOnPage(file, record, page).map((fact): PlacedFact => {
    const isTaken = fact.state === 'accepted' || (fact.state === 'proposed' && fact.isTicked);
    return { rank: isTaken ? 'key' : 'folded', sources: fact.sources.filter((source) => source.record === record) };
  });
  const fates = pageFates({ record, pages }, page, facts, {
    kind,
    isOtherPatient: patient === 'other',
    isRemoved: state === 'removed',
  });
  return { fates, lines: countFates(fates, pages.find((one) => one.page === page)?.text ?? '') };
};
