import { usShortDate } from '../../../shared/partial-date.ts';
import type { VisitRow } from '../../../shared/visit-card.ts';
import { KeyButton } from '../../ui/key-button.tsx';
import { visitRowId } from './visit-card.tsx';
import type { TimelineRow } from './visit-rows.ts';

export type SeriesActions = {
  readonly acceptAll: (visits: readonly VisitRow[]) => void;
  readonly rejectAll: (visits: readonly VisitRow[]) => void;
  readonly unfoldSeries: (id: string) => void;
  readonly focusRow: (id: string, drawsOn: boolean) => void;
};

type Props = {
  readonly row: Extract<TimelineRow, { kind: 'series' }>;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly actions: SeriesActions;
};

const daysOf = (visits: readonly VisitRow[]): string => {
  const days = visits.flatMap(({ date }) => (date === null ? [] : [usShortDate(date)]));
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? 'No date' : first === last ? first : `${first} – ${last}`;
};

const openIn = (visits: readonly VisitRow[]): VisitRow[] => visits.filter(({ state }) => state === 'proposed');

/** A course of therapy in one line; its visits follow it where it is unfolded. */
export const SeriesCard = ({ row, isCurrent, isSelected, actions }: Props) => {
  const open = openIn(row.visits);
  const provider = row.visits.find((visit) => visit.provider !== '')?.provider ?? '';
  const state = open.length > 0 ? 'proposed' : 'accepted';
  const waiting = open.length > 0 ? `${String(open.length)} proposed` : 'decided';
  return (
    <div
      role="rowgroup"
      className={`visit-card series ${state} ${isCurrent ? 'current' : ''} ${isSelected ? 'selected' : ''}`}
      onMouseDown={(event) => actions.focusRow(row.id, event.shiftKey)}
    >
      <div
        role="row"
        id={visitRowId(row.id)}
        className="visit-head"
        aria-level={1}
        aria-expanded={row.isOpen}
        aria-selected={isSelected}
        aria-label={`${daysOf(row.visits)}, course of therapy${provider === '' ? '' : `, ${provider}`}: ${row.line}, ${waiting}`}
      >
        <span role="gridcell" className="visit-name">
          <strong className="strong">{daysOf(row.visits)}</strong>{' '}
          <span className="visit-who">
            {['Course of therapy', provider, waiting].filter((part) => part !== '').join(' · ')}
          </span>
        </span>
        <span role="gridcell" className="visit-tools">
          <span className="entry-keys">
            {open.length > 0 ? (
              <KeyButton keys="A" label="Accept" onPress={() => actions.acceptAll(open)} isInTabOrder={isCurrent} />
            ) : null}
            <KeyButton keys="X" label="Reject" onPress={() => actions.rejectAll(row.visits)} isInTabOrder={isCurrent} />
          </span>
        </span>
      </div>
      <div role="row" className="fact-line" aria-level={2}>
        <span role="gridcell" className="fact-tick" />
        <span role="gridcell" className="fact-words">
          {row.line}.{' '}
          <button
            type="button"
            className="link-button"
            tabIndex={-1}
            onClick={(event) => {
              event.stopPropagation();
              actions.unfoldSeries(row.id);
            }}
          >
            {row.isOpen ? 'Fold' : 'One by one'}
          </button>
        </span>
      </div>
    </div>
  );
};
