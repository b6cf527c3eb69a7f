import type { ReactNode } from 'react';
import type { GuidelineRow } from '../../../shared/guideline.ts';
import { usDate } from '../../../shared/partial-date.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Pill } from '../../ui/pill.tsx';
import { Table } from '../../ui/table.tsx';
import type { TableColumn } from '../../ui/table.tsx';
import { arrangeRows } from './guideline-rows.ts';

const COLUMNS: readonly TableColumn[] = [
  { id: 'chapter', name: 'Chapter', isRowHeader: true },
  { id: 'year', name: 'Year' },
  { id: 'regulation', name: '8 CCR' },
  { id: 'from', name: 'In force from' },
  { id: 'to', name: 'Until' },
  { id: 'sections', name: 'Sections', isNumber: true },
  { id: 'state', name: 'Dates' },
];

const nameOf = (row: GuidelineRow): string => `${row.chapter} ${String(row.year)}`;

const cellOf =
  (onEdit: (row: GuidelineRow) => void) =>
  (row: GuidelineRow, column: string): ReactNode => {
    switch (column) {
      case 'chapter':
        return (
          <button type="button" className="link-button" aria-label={`Edit ${nameOf(row)}`} onClick={() => onEdit(row)}>
            {row.chapter}
          </button>
        );
      case 'year':
        return row.year;
      case 'regulation':
        return row.regulation;
      case 'from':
        return usDate(row.effectiveFrom);
      case 'to':
        return row.effectiveTo === null ? 'in force' : usDate(row.effectiveTo);
      case 'sections':
        return row.sections.length;
      default:
        return row.confirmed ? <Pill tone="safe">confirmed</Pill> : <Pill tone="warn">to be confirmed</Pill>;
    }
  };

type Props = {
  readonly rows: readonly GuidelineRow[];
  readonly words: string;
  readonly onEdit: (row: GuidelineRow) => void;
};

/** The MTUS chapters by edition, newest first within a chapter; its name, Enter or a double click opens one. */
export const GuidelineTable = ({ rows, words, onEdit }: Props) => {
  const shown = arrangeRows(rows, words);
  const open = (id: string): void => {
    const row = rows.find((one) => one.id === id);
    if (row) onEdit(row);
  };
  if (shown.length === 0) return <EmptyState icon="search" title="No chapter has these words" />;
  return (
    <Table label="Guideline table" columns={COLUMNS} rows={shown} cell={cellOf(onEdit)} nameOf={nameOf} onOpen={open} />
  );
};
