import type { ReactNode } from 'react';
import type { CaseRow } from '../../../shared/case.ts';
import { usShortDate } from '../../../shared/partial-date.ts';
import { Pill } from '../../ui/pill.tsx';
import { ProgressBar, percentOf } from '../../ui/progress.tsx';
import { Table } from '../../ui/table.tsx';
import type { TableColumn, TableSort } from '../../ui/table.tsx';
import { dueOf, pagesInWords, statePill } from './case-words.ts';

const COLUMNS: readonly TableColumn[] = [
  { id: 'case', name: 'Case', isRowHeader: true, isSortable: true },
  { id: 'injured', name: 'Injured', isSortable: true },
  { id: 'state', name: 'State', isSortable: true },
  { id: 'due', name: 'Due', isSortable: true },
  { id: 'read', name: 'Read', isSortable: true },
  { id: 'file', name: 'File', isNumber: true, isSortable: true },
];

const Two = ({ first, second }: { readonly first: ReactNode; readonly second: ReactNode }) => (
  <span className="two-lines">
    <span className="two-first">{first}</span>
    <span className="two-second">{second}</span>
  </span>
);

/** The year is said only where it is another one. */
const dayOf = (date: string, today: string): string =>
  date.slice(0, 4) === today.slice(0, 4) ? usShortDate(date).slice(0, 5) : usShortDate(date);

const DueCell = ({ row, today }: { readonly row: CaseRow; readonly today: string }) => {
  const { words, tone } = dueOf(row, today);
  return (
    <Two
      first={<span className={`due ${tone}`}>{words}</span>}
      second={row.due === '' ? 'not complete' : dayOf(row.due, today)}
    />
  );
};

const StateCell = ({ row }: { readonly row: CaseRow }) => {
  const { words, tone } = statePill(row);
  return <Pill tone={tone}>{words}</Pill>;
};

const cell = (row: CaseRow, column: string, today: string): ReactNode => {
  switch (column) {
    case 'case':
      return (
        <Two
          first={<span className="strong">{row.caseNumber || 'No number yet'}</span>}
          second={row.subject || 'No items yet'}
        />
      );
    case 'injured':
      return row.dateOfInjury === '' ? <span className="quiet">not given</span> : usShortDate(row.dateOfInjury);
    case 'state':
      return <StateCell row={row} />;
    case 'due':
      return <DueCell row={row} today={today} />;
    case 'read':
      return (
        <ProgressBar
          percent={percentOf(row.pagesRead, row.pages)}
          label={`${String(row.pagesRead)} of ${pagesInWords(row.pages)} read`}
        />
      );
    default:
      return <span className="quiet">{pagesInWords(row.pages)}</span>;
  }
};

export type CaseTableProps = {
  readonly rows: readonly CaseRow[];
  readonly today: string;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly sort: TableSort;
  readonly onSort: (sort: TableSort) => void;
};

/** One row a case: what decides which to open next. */
export const CaseTable = ({ rows, today, ...rest }: CaseTableProps) => (
  <Table
    label="Cases"
    columns={COLUMNS}
    rows={rows}
    cell={(row, column) => cell(row, column, today)}
    nameOf={(row) => `${row.caseNumber} ${row.subject}`}
    {...rest}
  />
);
