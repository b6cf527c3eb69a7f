import type { ReactNode } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import { useActions } from '../../commands/registry.ts';
import type { Action } from '../../commands/registry.ts';
import { showTimelineAs, useWorkspace } from '../../data/workspace-state.ts';
import type { TimelineView } from '../../data/workspace-state.ts';
import { SegmentedChoice } from '../../ui/segmented-choice.tsx';
import { OddityList } from './oddity-list.tsx';
import { SearchList } from './search-list.tsx';
import { TreatmentList } from './treatment-list.tsx';
import './proof.css';

type View = { readonly id: TimelineView; readonly label: string; readonly keywords: string };

const VIEWS: readonly View[] = [
  { id: 'visits', label: 'Visits', keywords: 'timeline facts' },
  { id: 'treatments', label: 'Treatments', keywords: 'ledger tried failed sessions doses response side effects' },
  { id: 'oddities', label: 'Missing or odd', keywords: 'contradiction duplicate gap absent records versions' },
  { id: 'searches', label: 'Not documented', keywords: 'negative search absent evidence' },
];

const Shown = ({
  caseId,
  view,
  visits,
}: {
  readonly caseId: CaseId;
  readonly view: TimelineView;
  readonly visits: ReactNode;
}) => {
  switch (view) {
    case 'visits':
      return visits;
    case 'treatments':
      return <TreatmentList caseId={caseId} />;
    case 'oddities':
      return <OddityList caseId={caseId} />;
    case 'searches':
      return <SearchList caseId={caseId} />;
  }
};

/** What the records tell: visit by visit, or what follows from all of them together. */
export const ProofViews = ({ caseId, visits }: { readonly caseId: CaseId; readonly visits: ReactNode }) => {
  const view = useWorkspace((state) => state.timelineView);
  useActions(
    VIEWS.map(({ id, label, keywords }): Action => ({
      id: `timeline.view.${id}`,
      label: `Show ${label.toLowerCase()}`,
      group: 'Timeline',
      keywords,
      perform: () => showTimelineAs(id),
    })),
  );
  return (
    <div className="proof-views">
      <div className="proof-switch">
        <SegmentedChoice label="What of the records" value={view} onChange={showTimelineAs} options={VIEWS} />
      </div>
      <div className="proof-view">
        <Shown caseId={caseId} view={view} visits={visits} />
      </div>
    </div>
  );
};
