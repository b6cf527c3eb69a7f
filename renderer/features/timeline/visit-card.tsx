import { memo } from 'react';
import type { Entry } from '../../../shared/entry.ts';
import type { CaseId, EntryId, VisitId } from '../../../shared/ids.ts';
import { usShortDate } from '../../../shared/partial-date.ts';
import type { TextSpan } from '../../../shared/span.ts';
import { VISIT_KIND_NAMES } from '../../../shared/visit.ts';
import type { Visit, VisitRow, VisitState } from '../../../shared/visit-card.ts';
import { useVisit } from '../../data/visits.ts';
import { useWorkspace } from '../../data/workspace-state.ts';
import { KeyButton } from '../../ui/key-button.tsx';
import { SourceLink } from '../../ui/source-link.tsx';
import { FactLine } from './fact-line.tsx';
import type { FactActions } from './fact-line.tsx';
import { factsOnCard } from './shown-facts.ts';

export type CardActions = FactActions & {
  readonly accept: (visit: VisitRow) => void;
  readonly edit: (visit: VisitRow) => void;
  readonly reject: (visit: VisitRow) => void;
  readonly unfold: (visit: VisitId) => void;
  readonly focus: (visit: VisitRow, drawsOn: boolean) => void;
  readonly open: (span: TextSpan) => void;
};

type Props = {
  readonly caseId: CaseId;
  readonly row: VisitRow;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly isUnfolded: boolean;
  readonly isInSeries: boolean;
  readonly showsReasons: boolean;
  /** The fact of this visit that is at hand. */
  readonly factAt: EntryId | null;
  /** The fact of this visit that others join, or that is being moved. */
  readonly noted: { readonly fact: EntryId; readonly note: string } | null;
  readonly isMergeTarget: boolean;
  readonly actions: CardActions;
  readonly sourceLabel: (source: TextSpan) => string;
};

/** The row of a visit, as `aria-activedescendant` names it. */
export const visitRowId = (id: string): string => `visit-${id}`;

const STATE_WORDS: Readonly<Record<VisitState, string>> = {
  proposed: 'proposed',
  accepted: 'accepted',
  rejected: 'rejected',
  'set-aside': 'set aside',
};

const dateOf = ({ date }: VisitRow): string => (date === null ? 'No date' : usShortDate(date));
const whoOf = ({ provider, specialty }: VisitRow): string =>
  [provider, specialty].filter((part) => part !== '').join(', ');

const labelOf = (row: VisitRow, state: VisitState): string =>
  [
    dateOf(row),
    VISIT_KIND_NAMES[row.kind],
    ...(whoOf(row) === '' ? [] : [whoOf(row)]),
    `${String(row.open + row.accepted)} of ${String(row.facts)} ${row.facts === 1 ? 'fact' : 'facts'} ticked`,
    STATE_WORDS[state],
  ].join(', ');

/** Names the pages of a visit: those of its first record, and how many others there are. */
const pagesOf = (
  { facts }: Visit,
  sourceLabel: Props['sourceLabel'],
): { span: TextSpan; label: string; short: string } | null => {
  const sources = facts.flatMap((fact) => fact.sources);
  const [first] = sources;
  if (first === undefined) return null;
  const own = sources.filter(({ record }) => record === first.record).map(({ page }) => page);
  const [from, to] = [Math.min(...own), Math.max(...own)];
  const span = sources.find(({ record, page }) => record === first.record && page === from) ?? first;
  const end = from === to ? '' : `–${String(to)}`;
  return { span, label: `${sourceLabel(span)}${end}`, short: `p. ${String(from)}${end}` };
};

const Keys = ({
  row,
  state,
  actions,
  isCurrent,
}: Pick<Props, 'row' | 'actions' | 'isCurrent'> & { readonly state: VisitState }) => (
  <span className="entry-keys">
    {state === 'accepted' ? null : (
      <KeyButton keys="A" label="Accept" onPress={() => actions.accept(row)} isInTabOrder={isCurrent} />
    )}
    <KeyButton keys="E" label="Edit" onPress={() => actions.edit(row)} isInTabOrder={isCurrent} />
    {state === 'rejected' ? null : (
      <KeyButton keys="X" label="Reject" onPress={() => actions.reject(row)} isInTabOrder={isCurrent} />
    )}
  </span>
);

const FOLDED_SHOWN = 160;

/** What is not on the card: how much, and how it begins. */
const Folded = ({
  folded,
  isOpen,
  onOpen,
}: {
  readonly folded: readonly Entry[];
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}) => (
  <div role="row" className="fact-line more" aria-level={2}>
    <span role="gridcell" className="fact-tick" />
    <span role="gridcell" className="fact-words">
      <button
        type="button"
        className="link-button"
        tabIndex={-1}
        aria-expanded={isOpen}
        onClick={(event) => {
          event.stopPropagation();
          onOpen();
        }}
      >
        {isOpen ? 'Fold' : `${String(folded.length)} more`}
      </button>
      {isOpen ? null : (
        <span className="fact-preview" aria-hidden="true">
          {`: ${folded.map(({ text }) => text).join(' ')}`.slice(0, FOLDED_SHOWN)}
        </span>
      )}
    </span>
  </div>
);

/** One visit: its head, its key facts, and what is folded. Its facts come when it is in view. */
export const VisitCard = memo((props: Props) => {
  const { caseId, row, isCurrent, isSelected, isUnfolded, isInSeries, showsReasons, factAt, noted, actions } = props;
  const { visit } = useVisit(caseId, row.id);
  const isPointedAt = useWorkspace((state) => state.visit === row.id);
  const state = visit?.state ?? row.state;
  const { shown, folded } = visit ? factsOnCard(visit) : { shown: [], folded: [] };
  const pages = visit ? pagesOf(visit, props.sourceLabel) : null;
  const names = [
    'visit-card',
    state,
    isCurrent ? 'current' : '',
    isSelected ? 'selected' : '',
    isPointedAt ? 'pointed' : '',
    isInSeries ? 'in-series' : '',
    props.isMergeTarget ? 'merging' : '',
  ];
  const lines = isUnfolded ? [...shown, ...folded] : shown;
  return (
    <div
      role="rowgroup"
      className={names.filter((name) => name !== '').join(' ')}
      data-visit={row.id}
      onMouseDown={(event) => actions.focus(row, event.shiftKey)}
      onClick={(event) => {
        if (pages && !event.shiftKey) actions.open(pages.span);
      }}
    >
      <div
        role="row"
        id={visitRowId(row.id)}
        className="visit-head"
        aria-level={isInSeries ? 2 : 1}
        aria-label={labelOf(row, state)}
        aria-selected={isSelected}
        {...(folded.length > 0 ? { 'aria-expanded': isUnfolded } : {})}
      >
        <span role="gridcell" className="visit-name">
          <strong className="strong">{dateOf(row)}</strong>{' '}
          <span className="visit-who">
            {[VISIT_KIND_NAMES[row.kind], whoOf(row)].filter((part) => part !== '').join(' · ')}
            {state === 'accepted' ? '' : ` · ${STATE_WORDS[state]}`}
          </span>
        </span>
        <span role="gridcell" className="visit-tools">
          {pages ? (
            <SourceLink onPress={() => actions.open(pages.span)} label={pages.label} isInTabOrder={isCurrent}>
              {pages.short}
            </SourceLink>
          ) : null}
          {isCurrent || state === 'proposed' ? (
            <Keys row={row} state={state} actions={actions} isCurrent={isCurrent} />
          ) : null}
        </span>
      </div>
      {lines.map((fact) => (
        <FactLine
          key={fact.id}
          fact={fact}
          isCurrent={fact.id === factAt}
          showsReason={showsReasons || fact.id === factAt}
          note={noted?.fact === fact.id ? noted.note : null}
          actions={actions}
        />
      ))}
      {folded.length > 0 ? <Folded folded={folded} isOpen={isUnfolded} onOpen={() => actions.unfold(row.id)} /> : null}
      {props.isMergeTarget ? (
        <div role="row" aria-level={2}>
          <span role="gridcell" className="entry-reason">
            Others join this one: go to one and press M. Esc ends it.
          </span>
        </div>
      ) : null}
    </div>
  );
});
VisitCard.displayName = 'VisitCard';
