import type { ReactNode } from 'react';
import { endOf } from '../../../shared/edition-standing.ts';
import { editionName } from '../../../shared/guideline.ts';
import type { Certainty, GuidelineRow } from '../../../shared/guideline.ts';
import { usDate } from '../../../shared/partial-date.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Pill } from '../../ui/pill.tsx';
import { Table } from '../../ui/table.tsx';
import type { TableColumn } from '../../ui/table.tsx';
import { arrangeRows } from './guideline-rows.ts';

const COLUMNS: readonly TableColumn[] = [
  { id: 'chapter', name: 'Chapter', isRowHeader: true },
  { id: 'regulation', name: '8 CCR' },
  { id: 'from', name: 'In force from' },
  { id: 'to', name: 'Until' },
  { id: 'state', name: 'Certainty' },
  { id: 'source', name: 'Source' },
];

const CERTAINTY: Readonly<Record<Certainty, ReactNode>> = {
  confirmed: <Pill tone="safe">confirmed</Pill>,
  partly: <Pill tone="warn">partly</Pill>,
  memory: <Pill tone="warn">memory</Pill>,
};

/** The places that a row is from, by their hosts; the form has them whole. */
const hostsIn = (source: string): string =>
  [...new Set([...source.matchAll(/https?:\/\/(?:www\d?\.)?([^/\s]+)/gu)].map(([, host = '']) => host))].join(', ') ||
  source;

const endIn = (row: GuidelineRow, rows: readonly GuidelineRow[]): string => {
  const end = endOf(row, rows);
  if (row.unknownFrom !== null) return `not known from ${usDate(row.unknownFrom)}`;
  if (row.requestsTo !== null) return `requests of ${usDate(row.requestsTo)}`;
  return end === null ? 'none found' : usDate(end);
};

const beginOf = ({ status, effectiveFrom, requestsFrom }: GuidelineRow): ReactNode => {
  if (status === 'proposed') return <Pill>proposed</Pill>;
  if (effectiveFrom === null) return 'not known';
  return requestsFrom === null ? usDate(effectiveFrom) : `requests of ${usDate(requestsFrom)}`;
};

const cellOf =
  (rows: readonly GuidelineRow[], onEdit: (row: GuidelineRow) => void) =>
  (row: GuidelineRow, column: string): ReactNode => {
    switch (column) {
      case 'chapter':
        return (
          <>
            <button
              type="button"
              className="link-button"
              aria-label={`Edit ${editionName(row)}`}
              onClick={() => onEdit(row)}
            >
              {editionName(row)}
            </button>
            {row.year === null ? <span className="small quiet"> year not known</span> : null}
          </>
        );
      case 'regulation':
        return row.regulation;
      case 'from':
        return beginOf(row);
      case 'to':
        return row.status === 'proposed' || row.effectiveFrom === null ? '' : endIn(row, rows);
      case 'state':
        return <span title={row.note}>{CERTAINTY[row.certainty]}</span>;
      default:
        return (
          <span className="small quiet" title={row.source}>
            {row.source === '' ? 'none found' : hostsIn(row.source)}
          </span>
        );
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
    <div className="guidelines">
      <Table
        label="Guideline table"
        columns={COLUMNS}
        rows={shown}
        cell={cellOf(rows, onEdit)}
        nameOf={editionName}
        onOpen={open}
      />
    </div>
  );
};
