import type { ReactNode } from 'react';
import type { GuidelineRow } from '../../../shared/guideline.ts';
import { usDate } from '../../../shared/partial-date.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { Pill } from '../../ui/pill.tsx';
import { Table } from '../../ui/table.tsx';
import type { TableColumn } from '../../ui/table.tsx';

const COLUMNS: readonly TableColumn[] = [
  { id: 'chapter', name: 'Chapter', isRowHeader: true },
  { id: 'year', name: 'Year' },
  { id: 'regulation', name: '8 CCR' },
  { id: 'from', name: 'In force from' },
  { id: 'to', name: 'Until' },
  { id: 'state', name: 'Dates' },
];

const cell = (row: GuidelineRow, column: string): ReactNode => {
  switch (column) {
    case 'chapter': return row.chapter;
    case 'year': return row.year;
    case 'regulation': return row.regulation;
    case 'from': return usDate(row.effectiveFrom);
    case 'to': return row.effectiveTo === null ? 'in force' : usDate(row.effectiveTo);
    default: return row.confirmed ? <Pill tone="safe">confirmed</Pill> : <Pill tone="warn">to be confirmed</Pill>;
  }
};

/** The MTUS chapters by edition, newest first within a chapter. */
export const GuidelineTable = () => {
  const { data: rows = [] } = useQueryOf('guideline.list', {});
  const sorted = [...rows].sort((a, b) => a.chapter.localeCompare(b.chapter) || b.effectiveFrom.localeCompare(a.effectiveFrom));
  return (
    <div className="stack settings-section">
      <p className="quiet">Names, years, sections and dates of the MTUS. The edition in force on the decision date is offered first.</p>
      <Table label="Guideline table" columns={COLUMNS} rows={sorted} cell={cell} nameOf={(row) => `${row.chapter} ${String(row.year)}`} />
    </div>
  );
};
