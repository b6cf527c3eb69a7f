import type { KeyboardEvent } from 'react';
import type { Entry } from '../../../shared/entry.ts';
import { Button } from '../../ui/button.tsx';
import { EntryCard } from './entry-card.tsx';
import type { DateGroup } from './group-entries.ts';
import { focusEntry } from './use-entry-actions.ts';
import type { EntryWork } from './use-entry-actions.ts';

type Props = {
  readonly groups: readonly DateGroup[];
  readonly work: EntryWork;
  readonly sourceLabel: (source: Entry['sources'][number]) => string;
};

const GroupHeading = ({
  group,
  acceptAll,
}: {
  readonly group: DateGroup;
  readonly acceptAll: EntryWork['acceptAll'];
}) => {
  const open = group.entries.filter(({ state }) => state === 'proposed');
  return (
    <header className="date-heading">
      <h3>
        <span className="strong">{group.heading}</span> <span className="small quiet">{group.note}</span>
      </h3>
      {open.length > 1 ? (
        <Button
          variant="quiet"
          label={`Accept all ${String(open.length)} of ${group.heading}`}
          onPress={() => acceptAll(open)}
        >
          Accept all
        </Button>
      ) : null}
    </header>
  );
};

/** The entries under their dates. Arrows go from one to the next over all dates. */
export const EntryGroups = ({ groups, work, sourceLabel }: Props) => {
  const shown = groups.flatMap(({ entries }) => entries);
  const current = shown.some(({ id }) => id === work.current)
    ? work.current
    : (shown.find(({ state }) => state === 'proposed')?.id ?? shown[0]?.id);

  const strike = (event: KeyboardEvent): void => {
    const at = shown.findIndex(({ id }) => id === current);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Escape') work.stopMerging();
    const next = step === 0 ? undefined : shown[at + step];
    if (!next) return;
    event.preventDefault();
    focusEntry(next.id);
  };

  return (
    <div onKeyDown={strike}>
      {groups.map((group) => (
        <div role="group" key={group.heading} className="date-group" aria-label={group.heading}>
          <GroupHeading group={group} acceptAll={work.acceptAll} />
          <ul className="entry-list">
            {group.entries.map((entry) => (
              <EntryCard
                key={entry.id}
                entry={entry}
                isCurrent={entry.id === current}
                isMergeTarget={entry.id === work.mergeInto}
                actions={work.actions}
                sourceLabel={sourceLabel}
              />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
};
