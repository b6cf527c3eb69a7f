import { memo } from 'react';
import { VISIT_KIND_NAMES, VisitKind } from '../../../shared/visit.ts';
import type { VisitRow, VisitState } from '../../../shared/visit-card.ts';
import { Chip } from '../../ui/chip.tsx';
import { Select } from '../../ui/select.tsx';
import type { VisitFilter } from './visit-rows.ts';

const STATES: readonly VisitState[] = ['proposed', 'accepted', 'set-aside', 'rejected'];
const CHIPS: readonly VisitState[] = ['proposed', 'accepted'];
const KINDS = [
  { id: 'all' as const, label: 'All kinds' },
  ...VisitKind.options.map((id) => ({ id, label: VISIT_KIND_NAMES[id] })),
];

/** The filter with one state let through or not. */
export const withState = (filter: VisitFilter, state: VisitState, isOn: boolean): VisitFilter => ({
  ...filter,
  states: STATES.filter((one) => (one === state ? isOn : filter.states.includes(one))),
});

type Props = {
  readonly visits: readonly VisitRow[];
  readonly filter: VisitFilter;
  readonly onChange: (change: (filter: VisitFilter) => VisitFilter) => void;
};

/** By itself, as it is not to be drawn again with each count beside it. */
const KindSelect = memo(({ kind, onChange }: { readonly kind: VisitKind | 'all' } & Pick<Props, 'onChange'>) => (
  <Select
    label="Kind"
    isLabelHidden
    value={kind}
    options={KINDS}
    onChange={(chosen) => onChange((filter) => ({ ...filter, kinds: chosen === 'all' ? [] : [chosen] }))}
  />
));
KindSelect.displayName = 'KindSelect';

/** Which kinds and which states of visits the list shows, with how many there are of each. */
export const TimelineFilters = ({ visits, filter, onChange }: Props) => {
  const count = (state: VisitState): number => visits.filter((visit) => visit.state === state).length;
  return (
    <div className="timeline-filters" role="group" aria-label="What the list shows">
      <div className="kind-filter">
        <KindSelect kind={filter.kinds[0] ?? 'all'} onChange={onChange} />
      </div>
      {CHIPS.map((state) => (
        <Chip
          key={state}
          isOn={filter.states.includes(state)}
          onChange={(isOn) => onChange((before) => withState(before, state, isOn))}
        >
          {count(state)} {state === 'proposed' ? 'to judge' : 'accepted'}
        </Chip>
      ))}
    </div>
  );
};
