import { ENTRY_KIND_NAMES, EntryKind } from '../../../shared/entry.ts';
import type { Entry, EntryState } from '../../../shared/entry.ts';
import { Chip } from '../../ui/chip.tsx';
import { Select } from '../../ui/select.tsx';
import type { EntryFilter } from './group-entries.ts';

const STATES: readonly EntryState[] = ['proposed', 'accepted', 'rejected'];
const CHIPS: readonly EntryState[] = ['proposed', 'accepted'];
const KINDS = [
  { id: 'all' as const, label: 'All kinds' },
  ...EntryKind.options.map((id) => ({ id, label: ENTRY_KIND_NAMES[id] })),
];

/** The filter with one state let through or not. */
export const withState = (filter: EntryFilter, state: EntryState, isOn: boolean): EntryFilter => ({
  ...filter,
  states: STATES.filter((one) => (one === state ? isOn : filter.states.includes(one))),
});

type Props = {
  readonly entries: readonly Entry[];
  readonly filter: EntryFilter;
  readonly onChange: (filter: EntryFilter) => void;
};

/** Which kinds and which states the list shows, with how many there are of each. */
export const TimelineFilters = ({ entries, filter, onChange }: Props) => {
  const count = (state: EntryState): number => entries.filter((entry) => entry.state === state).length;
  return (
    <div className="timeline-filters" role="group" aria-label="What the list shows">
      <div className="kind-filter">
        <Select
          label="Kind"
          isLabelHidden
          value={filter.kinds[0] ?? 'all'}
          options={KINDS}
          onChange={(kind) => onChange({ ...filter, kinds: kind === 'all' ? [] : [kind] })}
        />
      </div>
      {CHIPS.map((state) => (
        <Chip
          key={state}
          isOn={filter.states.includes(state)}
          onChange={(isOn) => onChange(withState(filter, state, isOn))}
        >
          {count(state)} {state}
        </Chip>
      ))}
    </div>
  );
};
