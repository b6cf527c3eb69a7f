import type { CaseOverview, CaseRow, CaseState } from '../../../shared/case.ts';
import { dueDate } from '../../../shared/due-date.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { countCase, type CaseCounts } from '../../store/case-counts.ts';
import { canRedo, canUndo } from '../../store/change-case.ts';
import { readFacts } from '../../store/facts.ts';
import { listItems } from '../../store/items.ts';

const stateOf = (counts: CaseCounts): CaseState => {
  if (counts.exports > 0) return 'Exported';
  if (counts.items > 0 && counts.itemsDecided === counts.items && counts.sentences > 0) return 'Ready';
  if (counts.sentences > 0 || counts.accepted > 0 || counts.itemsDecided > 0) return 'Drafting';
  return counts.pages > 0 ? 'Reading' : 'New';
};

const subjectOf = (file: ReadCase): string => {
  const headings = listItems(file)
    .map(({ heading }) => heading)
    .filter((heading) => heading !== '');
  const first = headings[0] ?? '';
  const short = first.length > 60 ? `${first.slice(0, 57).trimEnd()}…` : first;
  return headings.length > 1 ? `${short}, ${headings.length - 1} more` : short;
};

const rowOf = (file: ReadCase, createdAt: string, all: CaseCounts): CaseRow => {
  const { records, pages, pagesRead, items, itemsDecided } = all;
  const facts = readFacts(file);
  return {
    id: file.id,
    caseNumber: facts.header.caseNumber,
    subject: subjectOf(file),
    dateOfInjury: facts.header.dateOfInjury,
    state: stateOf(all),
    records,
    pages,
    pagesRead,
    items,
    itemsDecided,
    due: dueDate(facts.recordsComplete, facts.track),
    createdAt,
  };
};

/** The case as the list shows it. */
export const caseRow = (file: ReadCase, createdAt: string): CaseRow => rowOf(file, createdAt, countCase(file));

/** The case beside its counts. */
export const caseOverview = (file: ReadCase, createdAt: string): CaseOverview => {
  const all = countCase(file);
  const { proposed, accepted, sentences, filesWaiting } = all;
  return {
    ...rowOf(file, createdAt, all),
    facts: readFacts(file),
    proposed,
    accepted,
    sentences,
    filesWaiting,
    canUndo: canUndo(file),
    canRedo: canRedo(file),
  };
};
