import { CaseRow, type CaseCondition, type CaseOverview, type CaseState } from '../../../shared/case.ts';
import { dueDate, type Calendar } from '../../../shared/clocks.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { parseStored, readStored } from '../../../shared/stored-json.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { countCase, type CaseCounts } from '../../store/case-counts.ts';
import { SOUND, type CaseMemory } from '../../store/case-memory.ts';
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

const rowOf = (file: ReadCase, createdAt: string, all: CaseCounts, calendar: Calendar): CaseRow => {
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
    due: dueDate(facts, calendar),
    createdAt,
    condition: SOUND,
  };
};

/** The case as the list shows it while it can be worked on. */
export const caseRow = (file: ReadCase, createdAt: string, calendar: Calendar): CaseRow =>
  rowOf(file, createdAt, countCase(file), calendar);

const unknownRow = (id: CaseId, createdAt: string): CaseRow => ({
  id,
  caseNumber: '',
  subject: '',
  dateOfInjury: '',
  state: 'New',
  records: 0,
  pages: 0,
  pagesRead: 0,
  items: 0,
  itemsDecided: 0,
  due: '',
  createdAt,
  condition: SOUND,
});

/** The case as the vault remembers it; no file is opened. */
export const rememberedRow = ({ id, createdAt, row, condition }: CaseMemory): CaseRow => ({
  ...readStored(CaseRow, parseStored(row), unknownRow(id, createdAt)),
  condition,
});

/** The case beside its counts. */
export const caseOverview = (
  file: ReadCase,
  createdAt: string,
  condition: CaseCondition,
  calendar: Calendar,
): CaseOverview => {
  const all = countCase(file);
  const { proposed, accepted, sentences, filesWaiting } = all;
  return {
    ...rowOf(file, createdAt, all, calendar),
    condition,
    facts: readFacts(file),
    proposed,
    accepted,
    sentences,
    filesWaiting,
    canUndo: canUndo(file),
    canRedo: canRedo(file),
  };
};
