import { memo, useEffect, useState } from 'react';
import type { CaseId } from '../shared/ids.ts';
import { focusPane } from './commands/panes.ts';
import { useActions } from './commands/registry.ts';
import { blockingOf, useFindings } from './data/findings.ts';
import { useQueryOf } from './data/hooks.ts';
import { inListOrder } from './data/record-groups.ts';
import { enterCase, openPage, placeOf, showTab, useWorkspace, workspaceNow } from './data/workspace-state.ts';
import type { WorkTab } from './data/workspace-state.ts';
import { ByEyeDesk } from './features/by-eye/by-eye-desk.tsx';
import { CaseDetails } from './features/case-facts/case-details.tsx';
import { ConditionNotice } from './features/cases/condition-notice.tsx';
import { ChecksTab } from './features/checks/checks-tab.tsx';
import { DecisionsTab } from './features/decisions/decisions-tab.tsx';
import { LetterPreview } from './features/letter/letter-preview.tsx';
import { LetterTab } from './features/letter/letter-tab.tsx';
import { ReaderPane } from './features/reader/reader-pane.tsx';
import { IntakeDesk } from './features/records/intake-desk.tsx';
import { ProofViews } from './features/proof/proof-views.tsx';
import { RecordsPane } from './features/records/records-pane.tsx';
import { TimeStrip } from './features/strip/time-strip.tsx';
import { SummaryTab } from './features/summary/summary-tab.tsx';
import { HandEntry } from './features/timeline/hand-entry.tsx';
import { TimelineTab } from './features/timeline/timeline-tab.tsx';
import { Button } from './ui/button.tsx';
import { EmptyState } from './ui/empty-state.tsx';
import { Splitter } from './ui/splitter.tsx';
import { Tabs } from './ui/tabs.tsx';
import type { TabEntry } from './ui/tabs.tsx';
import { useIsNarrow } from './ui/use-is-narrow.ts';
import { NarrowWorkspace } from './narrow-workspace.tsx';
import { WorkspaceHeader } from './workspace-header.tsx';
import './workspace.css';

const TAB_NAMES: readonly (readonly [tab: WorkTab, name: string])[] = [
  ['timeline', 'Timeline'],
  ['summary', 'Summary'],
  ['decisions', 'Decisions'],
  ['checks', 'Checks'],
  ['letter', 'Letter'],
];

/** Shows a tab and goes there: keys that are struck next are its own. */
const goToTab = (tab: WorkTab): void => {
  showTab(tab);
  requestAnimationFrame(() => focusPane('work'));
};

/** Alt and a number goes to a tab, from wherever one is. */
const useTabActions = (): void => {
  const tab = useWorkspace((state) => state.tab);
  useActions([
    ...TAB_NAMES.map(([id, name], index) => ({
      id: `tab.${id}`,
      label: name,
      group: 'Work',
      keys: [`Alt+${String(index + 1)}`],
      perform: () => goToTab(id),
    })),
    // On the letter's own tab the key exports.
    {
      id: 'tab.export',
      label: 'Export letter',
      group: 'Letter',
      keys: ['Mod+E'],
      isEnabled: tab !== 'letter',
      isHidden: tab === 'letter',
      perform: () => showTab('letter'),
    },
  ]);
};

/** The tabs of the work pane with what they hold. */
const WorkPane = ({ caseId }: { readonly caseId: CaseId }) => {
  const tab = useWorkspace((state) => state.tab);
  const { data: overview } = useQueryOf('case.show', { caseId });
  const { all: findings, open } = useFindings(caseId);
  const blocking = blockingOf(open).length;
  const others = open.length - blocking;
  const entries: readonly TabEntry<WorkTab>[] = [
    {
      id: 'timeline',
      label: 'Timeline',
      count: overview && String(overview.proposed + overview.accepted),
      countLabel: `${String(overview?.proposed ?? 0)} proposed, ${String(overview?.accepted ?? 0)} accepted`,
      panel: <ProofViews caseId={caseId} visits={<TimelineTab caseId={caseId} />} />,
    },
    { id: 'summary', label: 'Summary', panel: <SummaryTab caseId={caseId} /> },
    {
      id: 'decisions',
      label: 'Decisions',
      count: overview && `${String(overview.itemsDecided)}/${String(overview.items)}`,
      countLabel: `${String(overview?.itemsDecided ?? 0)} of ${String(overview?.items ?? 0)} decided`,
      panel: <DecisionsTab caseId={caseId} />,
    },
    {
      id: 'checks',
      label: 'Checks',
      count: findings && String(blocking > 0 ? blocking : others),
      tone: blocking > 0 ? 'block' : others > 0 ? 'warn' : 'neutral',
      countLabel: blocking > 0 ? `${String(blocking)} blocking` : `${String(others)} to look at`,
      panel: <ChecksTab caseId={caseId} />,
    },
    { id: 'letter', label: 'Letter', panel: <LetterTab caseId={caseId} /> },
  ];
  return (
    <section className="work" data-pane="work" aria-label="Work" tabIndex={-1}>
      <Tabs label="Work" entries={entries} selected={tab} onSelect={showTab} />
    </section>
  );
};

/** Opens the first record, so that a case never begins with an empty desk. */
const useFirstRecord = (caseId: CaseId): void => {
  const { data: records } = useQueryOf('document.list', { caseId });
  useEffect(() => {
    const [first] = inListOrder(records ?? []);
    if (first && placeOf(workspaceNow().trails.left) === null) openPage(first.file, first.first);
  }, [records]);
};

/** Half a reader this wide shows letters of ten points seven pixels high. */
const HALF_READER = 460;

const Panes = ({ caseId }: { readonly caseId: CaseId }) => {
  const isSplit = useWorkspace((state) => state.isSplit);
  return (
    <Splitter
      id="workspace"
      panels={[
        {
          id: 'records',
          label: 'Records',
          defaultSize: 264,
          minSize: 200,
          // Two records beside each other need the room.
          isHidden: isSplit,
          content: <RecordsPane caseId={caseId} />,
        },
        {
          id: 'reader',
          label: 'Width of the records',
          minSize: isSplit ? 2 * HALF_READER : 340,
          content: <PagesPane caseId={caseId} />,
        },
        {
          id: 'work',
          label: 'Width of the work pane',
          defaultSize: 476,
          minSize: 360,
          content: <WorkPane caseId={caseId} />,
        },
      ]}
    />
  );
};

/** The pages, or the letter while one works on it. */
const PagesPane = ({ caseId }: { readonly caseId: CaseId }) => {
  const isLetter = useWorkspace((state) => state.tab === 'letter');
  return isLetter ? <LetterPreview caseId={caseId} /> : <ReaderPane caseId={caseId} />;
};

/** Its parts follow what they show by themselves: nothing of them is drawn again with the head of the case. */
const WideWorkspace = memo(({ caseId }: { readonly caseId: CaseId }) => (
  <Splitter
    id="workspace-strip"
    orientation="vertical"
    panels={[
      { id: 'panes', label: 'Panes', minSize: 260, content: <Panes caseId={caseId} /> },
      {
        id: 'strip',
        label: 'Height of the time strip',
        defaultSize: 148,
        minSize: 60,
        content: <TimeStrip caseId={caseId} />,
      },
    ]}
  />
));
WideWorkspace.displayName = 'WideWorkspace';

/** A case: records on the left, pages in the middle, the work on the right, time below. */
export const Workspace = ({ caseId, onClose }: { readonly caseId: CaseId; readonly onClose: () => void }) => {
  const { data: overview, error } = useQueryOf('case.show', { caseId });
  // Before anything of the case is drawn: where one was in another case means nothing in this one.
  useState(() => enterCase(caseId));
  useFirstRecord(caseId);
  useTabActions();
  const isNarrow = useIsNarrow();
  const isByEye = useWorkspace((state) => state.byEye !== null);
  if (error)
    return (
      <main className="centred">
        <EmptyState
          icon="blocked"
          title="The case cannot be opened"
          actions={<Button onPress={onClose}>All cases</Button>}
        >
          {error.message}
        </EmptyState>
      </main>
    );
  if (!overview) return null;
  return (
    <div className="screen">
      <WorkspaceHeader overview={overview} onClose={onClose} />
      {overview.condition.state === 'sound' ? null : (
        <section className="workspace-notice" aria-label="State of the case file">
          <ConditionNotice caseId={caseId} condition={overview.condition} />
        </section>
      )}
      <main className="workspace-body">
        {isByEye ? (
          <ByEyeDesk caseId={caseId} />
        ) : isNarrow ? (
          <NarrowWorkspace
            panes={[
              { id: 'records', label: 'Records', content: <RecordsPane caseId={caseId} /> },
              { id: 'reader', label: 'Pages', content: <PagesPane caseId={caseId} /> },
              { id: 'work', label: 'Work', content: <WorkPane caseId={caseId} /> },
              { id: 'strip', label: 'Time', content: <TimeStrip caseId={caseId} /> },
            ]}
          />
        ) : (
          <WideWorkspace caseId={caseId} />
        )}
      </main>
      <IntakeDesk caseId={caseId} />
      <CaseDetails caseId={caseId} />
      <HandEntry caseId={caseId} />
    </div>
  );
};
