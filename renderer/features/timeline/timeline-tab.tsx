import { useCallback, useMemo, useState } from 'react';
import type { Entry, EntryDraft } from '../../../shared/entry.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { useActions } from '../../commands/registry.ts';
import type { Action } from '../../commands/registry.ts';
import { useChangeSummary } from '../../data/change-summary.ts';
import { useJob, useQueryOf } from '../../data/hooks.ts';
import { ReadRevision } from '../../data/read-revision.ts';
import { useSourceLabel } from '../../data/source-label.ts';
import { draftEntry, openSpan, showTab } from '../../data/workspace-state.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Menu } from '../../ui/menu.tsx';
import { showToast } from '../../ui/toast-queue.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { EntryGroups } from './entry-groups.tsx';
import { filterEntries, groupEntries } from './group-entries.ts';
import type { EntryFilter } from './group-entries.ts';
import { PrintedTimeline } from './printed-timeline.tsx';
import { TimelineFilters, withState } from './timeline-filters.tsx';
import { focusedEntry, useEntryActions } from './use-entry-actions.ts';

const GROUP = 'Timeline';
const BY_HAND: EntryDraft = {
  date: null,
  dateText: '',
  dateKind: 'service',
  kind: 'visit',
  text: '',
  provider: '',
  reason: '',
  sources: [],
};

type EntriesProps = { readonly caseId: CaseId; readonly entries: readonly Entry[] };

const Entries = ({ caseId, entries }: EntriesProps) => {
  const { start: propose, job } = useJob('timeline.propose');
  const { change: compose } = useChangeSummary(caseId, 'summary.compose');
  const sourceLabel = useSourceLabel(caseId);
  const [isPrinting, setPrinting] = useState(false);
  const endPrinting = useCallback(() => setPrinting(false), []);
  const { data: overview } = useQueryOf('case.show', { caseId });
  const [filter, setFilter] = useState<EntryFilter>({ kinds: [], states: ['proposed', 'accepted'] });
  const groups = useMemo(() => groupEntries(filterEntries(entries, filter)), [entries, filter]);
  const shown = useMemo(() => groups.flatMap((group) => group.entries), [groups]);
  const work = useEntryActions(caseId, shown);
  const current = shown.find(({ id }) => id === work.current);
  const accepted = entries.filter(({ state }) => state === 'accepted').length;

  const proposeAgain = async (): Promise<void> => {
    const reply = await propose({ caseId }, 'Reading the pages for the timeline');
    if (reply.ok)
      showToast({
        tone: 'plain',
        text:
          reply.value.added === 0 ? 'Nothing new was found.' : `${String(reply.value.added)} new entries are proposed.`,
      });
  };
  const makeSummary = async (): Promise<void> => {
    if (await compose({})) showTab('summary');
  };
  // A key may come before the card that was clicked is drawn as the one at hand: it must not decide the one before.
  const atHand = (): Entry | undefined => shown.find(({ id }) => id === focusedEntry()) ?? current;
  const actAtHand = (act: (entry: Entry) => void): void => {
    const entry = atHand();
    if (entry) act(entry);
  };
  const onEntry = (id: string, label: string, key: string, act: (entry: Entry) => void): Action => ({
    id: `timeline.${id}`,
    label,
    group: GROUP,
    keys: [key],
    pane: 'work',
    isEnabled: current !== undefined,
    isHidden: true,
    perform: () => actAtHand(act),
  });
  const showsRejected = filter.states.includes('rejected');
  const rejected = entries.filter(({ state }) => state === 'rejected').length;
  const actions: readonly Action[] = [
    onEntry('accept', 'Accept entry', 'A', work.actions.accept),
    onEntry('edit', 'Edit entry', 'E', work.actions.edit),
    onEntry('reject', 'Reject entry', 'X', work.actions.reject),
    onEntry('merge', 'Merge entries', 'M', work.actions.merge),
    onEntry('open', 'Open the entry’s page', 'O', ({ sources: [source] }) => source && openSpan(source)),
    {
      id: 'timeline.add',
      label: 'Add entry by hand',
      group: GROUP,
      keys: ['N'],
      pane: 'work',
      perform: () => draftEntry(BY_HAND),
    },
    {
      id: 'timeline.propose',
      label: 'Propose again',
      group: GROUP,
      keywords: 'read find dates',
      isEnabled: job === null,
      perform: () => void proposeAgain(),
    },
    {
      id: 'timeline.rejected',
      label: showsRejected ? 'Hide rejected entries' : `Show rejected entries (${String(rejected)})`,
      group: GROUP,
      isEnabled: rejected > 0,
      perform: () => setFilter(withState(filter, 'rejected', !showsRejected)),
    },
    {
      id: 'timeline.summary',
      label: 'Make summary',
      group: GROUP,
      keywords: 'compose write prose',
      isEnabled: accepted > 0,
      perform: () => void makeSummary(),
    },
    {
      id: 'timeline.print',
      label: 'Print the timeline',
      menu: 'file',
      group: GROUP,
      keywords: 'paper entries',
      keys: ['Mod+P'],
      isEnabled: accepted > 0,
      perform: () => setPrinting(true),
    },
  ];
  useActions(actions);

  return (
    <div className="work-tab">
      {isPrinting && overview ? (
        <PrintedTimeline
          overview={overview}
          entries={entries.filter(({ state }) => state === 'accepted')}
          onDone={endPrinting}
        />
      ) : null}
      <div className="tab-tools">
        <TimelineFilters entries={entries} filter={filter} onChange={setFilter} />
        <span className="spread" />
        <Button variant="quiet" onPress={() => void makeSummary()} isDisabled={accepted === 0}>
          Make summary
        </Button>
        <Menu
          label="More for the timeline"
          trigger={<IconButton icon="more" label="More for the timeline" />}
          entries={actions.slice(5)}
        />
      </div>
      <EntryGroups groups={groups} work={work} sourceLabel={sourceLabel} />
      {entries.length === 0 ? (
        <EmptyState
          icon="clock"
          title="No entries yet"
          actions={
            <Button onPress={() => void proposeAgain()} isDisabled={job !== null}>
              Propose entries
            </Button>
          }
        >
          Entries are proposed from the dates in the records. Or select words on a page and press T.
        </EmptyState>
      ) : null}
      {entries.length > 0 && shown.length === 0 ? (
        <EmptyState title="Nothing to show">The filter hides every entry.</EmptyState>
      ) : null}
      {work.editing ? (
        <EntryDialog key={work.editing.id} caseId={caseId} entry={work.editing} onClose={work.stopEditing} />
      ) : null}
    </div>
  );
};

/** Proposed and accepted entries in the order of time, each decided with one key. */
export const TimelineTab = ({ caseId }: { readonly caseId: CaseId }) => {
  const { data: entries, revision } = useQueryOf('timeline.list', { caseId });
  return entries ? (
    <ReadRevision value={revision}>
      <Entries caseId={caseId} entries={entries} />
    </ReadRevision>
  ) : null;
};
