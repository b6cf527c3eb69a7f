import { memo, useCallback, useMemo, useState } from 'react';
import type { EntryDraft } from '../../../shared/entry.ts';
import type { CaseId } from '../../../shared/ids.ts';
import type { TherapySeries, VisitRow } from '../../../shared/visit-card.ts';
import { useActions } from '../../commands/registry.ts';
import type { Action } from '../../commands/registry.ts';
import { useChangeSummary } from '../../data/change-summary.ts';
import { useJob, useQueryOf } from '../../data/hooks.ts';
import { ReadRevision } from '../../data/read-revision.ts';
import { useVisits } from '../../data/visits.ts';
import { draftEntry, showTab } from '../../data/workspace-state.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Menu } from '../../ui/menu.tsx';
import { showToast } from '../../ui/toast-queue.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { PrintedTimeline } from './printed-timeline.tsx';
import { TimelineFilters, withState } from './timeline-filters.tsx';
import { useVisitActions } from './use-visit-actions.ts';
import type { VisitWork } from './use-visit-actions.ts';
import { useVisitPlace } from './use-visit-place.ts';
import { VisitDialog } from './visit-dialog.tsx';
import { VisitList } from './visit-list.tsx';
import { filterVisits, timelineRows } from './visit-rows.ts';
import type { VisitFilter } from './visit-rows.ts';

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

/** A key for what is at hand in the list. */
const atHand = (id: string, label: string, key: string, isEnabled: boolean, perform: () => void): Action => ({
  id: `timeline.${id}`,
  label,
  group: GROUP,
  keys: [key],
  pane: 'work',
  isEnabled,
  isHidden: true,
  perform,
});

/** What can be done with visits and facts by one key each. */
const visitActions = (work: VisitWork, isThere: boolean, showReasons: () => void): readonly Action[] => [
  atHand('accept', 'Accept visit', 'A', isThere, work.accept),
  atHand('edit', 'Edit visit or fact', 'E', isThere, work.edit),
  atHand('reject', 'Reject visit or fact', 'X', isThere, work.reject),
  atHand('merge', 'Merge visits or facts', 'M', isThere, work.merge),
  atHand('move', 'Move fact to another visit', 'V', isThere, work.move),
  atHand('apart', 'Move fact to a visit of its own', 'Shift+V', isThere, work.moveApart),
  atHand('unfold', 'Show the other facts, or the visits of a course', 'F', isThere, work.unfold),
  atHand('reasons', 'Why each fact is chosen', 'W', isThere, showReasons),
  atHand('open', 'Open the page', 'O', isThere, work.open),
  // The list takes these by itself: they stand here for the sheet of keys.
  atHand('tick', 'Tick fact, or select visit', 'Space', false, work.space),
  atHand('enter', 'To the facts of a visit', 'ArrowRight', false, work.unfold),
  atHand('leave', 'Back to the visit', 'ArrowLeft', false, work.unfold),
  atHand('extend', 'Select several visits', 'Shift+ArrowDown', false, work.space),
];

type VisitsProps = {
  readonly caseId: CaseId;
  readonly visits: readonly VisitRow[];
  readonly series: readonly TherapySeries[];
  readonly revision: number;
};

const counted = (visits: readonly VisitRow[], state: VisitRow['state']): number =>
  visits.filter((visit) => visit.state === state).length;

const Visits = ({ caseId, visits, series, revision }: VisitsProps) => {
  const { start: propose, job } = useJob('timeline.propose');
  const { change: compose } = useChangeSummary(caseId, 'summary.compose');
  const [isPrinting, setPrinting] = useState(false);
  const endPrinting = useCallback(() => setPrinting(false), []);
  const [filter, setFilter] = useState<VisitFilter>({ kinds: [], states: ['proposed', 'accepted', 'set-aside'] });
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const [showsReasons, setReasons] = useState(false);
  const shown = useMemo(() => filterVisits(visits, filter), [visits, filter]);
  const rows = useMemo(() => timelineRows(shown, series, unfolded), [shown, series, unfolded]);
  const place = useVisitPlace(caseId, rows, unfolded, setUnfolded);
  const work = useVisitActions(caseId, rows, place, revision);
  const accepted = visits.some((visit) => visit.accepted > 0);
  const rejected = counted(visits, 'rejected');

  const proposeAgain = async (): Promise<void> => {
    const reply = await propose({ caseId }, 'Reading the pages for the timeline');
    if (reply.ok)
      showToast({
        tone: 'plain',
        text:
          reply.value.added === 0 ? 'Nothing new was found.' : `${String(reply.value.added)} new facts are proposed.`,
      });
  };
  const makeSummary = async (): Promise<void> => {
    if (await compose({})) showTab('summary');
  };
  const showsRejected = filter.states.includes('rejected');
  const others: readonly Action[] = [
    {
      id: 'timeline.add',
      label: 'Add fact by hand',
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
      label: showsRejected ? 'Hide rejected visits' : `Show rejected visits (${String(rejected)})`,
      group: GROUP,
      isEnabled: rejected > 0,
      perform: () => setFilter(withState(filter, 'rejected', !showsRejected)),
    },
    {
      id: 'timeline.summary',
      label: 'Make summary',
      group: GROUP,
      keywords: 'compose write prose',
      isEnabled: accepted,
      perform: () => void makeSummary(),
    },
    {
      id: 'timeline.print',
      label: 'Print the timeline',
      menu: 'file',
      group: GROUP,
      keywords: 'paper entries',
      keys: ['Mod+P'],
      isEnabled: accepted,
      perform: () => setPrinting(true),
    },
  ];
  useActions([...visitActions(work, rows.length > 0, () => setReasons(!showsReasons)), ...others]);
  const selected = place.selected.size;

  return (
    <div className="work-tab timeline-tab">
      {isPrinting ? <PrintedTimeline caseId={caseId} onDone={endPrinting} /> : null}
      <div className="tab-tools">
        <TimelineFilters visits={visits} filter={filter} onChange={setFilter} />
        <span className="spread" />
        <Button variant="quiet" onPress={() => void makeSummary()} isDisabled={!accepted}>
          Make summary
        </Button>
        <Menu
          label="More for the timeline"
          trigger={<IconButton icon="more" label="More for the timeline" />}
          entries={others}
        />
      </div>
      <p className="visit-selection small" role="status" hidden={selected === 0}>
        {selected === 0 ? '' : `${String(selected)} selected: A accepts, M merges, X rejects all of them; Esc ends it.`}
      </p>
      {rows.length > 0 ? (
        <VisitList caseId={caseId} rows={rows} place={place} work={work} showsReasons={showsReasons} />
      ) : null}
      {visits.length === 0 ? (
        <EmptyState
          icon="clock"
          title="No visits yet"
          actions={
            <Button onPress={() => void proposeAgain()} isDisabled={job !== null}>
              Propose visits
            </Button>
          }
        >
          Visits and their facts are proposed from the records. Or select words on a page and press T.
        </EmptyState>
      ) : null}
      {visits.length > 0 && rows.length === 0 ? (
        <EmptyState title="Nothing to show">The filter hides every visit.</EmptyState>
      ) : null}
      {work.editing === null ? null : 'fact' in work.editing ? (
        <EntryDialog key={work.editing.fact.id} caseId={caseId} entry={work.editing.fact} onClose={work.stopEditing} />
      ) : (
        <VisitDialog
          key={work.editing.visit.id}
          caseId={caseId}
          visit={work.editing.visit}
          onClose={work.stopEditing}
        />
      )}
    </div>
  );
};

const NO_SERIES: readonly TherapySeries[] = [];

/** Visits in the order of time, each decided with one key. */
export const TimelineTab = memo(({ caseId }: { readonly caseId: CaseId }) => {
  const { visits, revision } = useVisits(caseId);
  const { data: series } = useQueryOf('visit.series', { caseId });
  return visits ? (
    <ReadRevision value={revision}>
      <Visits caseId={caseId} visits={visits} series={series ?? NO_SERIES} revision={revision} />
    </ReadRevision>
  ) : null;
});
TimelineTab.displayName = 'TimelineTab';
