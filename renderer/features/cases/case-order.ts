import type { CaseRow } from '../../../shared/case.ts';
import type { TableSort } from '../../ui/table.tsx';

const STATES = ['New', 'Reading', 'Drafting', 'Ready', 'Exported'] as const;

const share = ({ pages, pagesRead }: CaseRow): number => (pages === 0 ? 0 : pagesRead / pages);
/** Open cases by their clock, cases without a clock after them, exported ones last. */
const dueKey = ({ state, due }: CaseRow): string => `${state === 'Exported' ? 2 : due === '' ? 1 : 0} ${due}`;

const COMPARE: Readonly<Record<string, (a: CaseRow, b: CaseRow) => number>> = {
  case: (a, b) => a.caseNumber.localeCompare(b.caseNumber),
  injured: (a, b) => a.dateOfInjury.localeCompare(b.dateOfInjury),
  state: (a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state),
  due: (a, b) => dueKey(a).localeCompare(dueKey(b)),
  read: (a, b) => share(a) - share(b),
  file: (a, b) => a.pages - b.pages,
};

/** The cases that hold every word typed, in the order asked for. */
export const arrangeCases = (rows: readonly CaseRow[], words: string, { column, direction }: TableSort): CaseRow[] => {
  const wanted = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const hay = (row: CaseRow): string => `${row.caseNumber} ${row.subject} ${row.state}`.toLowerCase();
  const compare = COMPARE[column] ?? (() => 0);
  const sign = direction === 'ascending' ? 1 : -1;
  return rows
    .filter((row) => wanted.every((word) => hay(row).includes(word)))
    .sort((a, b) => sign * compare(a, b) || b.createdAt.localeCompare(a.createdAt));
};
