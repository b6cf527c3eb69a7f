import { useState } from 'react';
import type { CaseOverview } from '../../../shared/case.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { usShortDate } from '../../../shared/partial-date.ts';
import { openCase } from '../../commands/app-view.ts';
import { useFindings } from '../../data/findings.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import type { Fact } from '../../ui/facts.tsx';
import { Pane, PaneHeader } from '../../ui/pane.tsx';
import { Pill } from '../../ui/pill.tsx';
import { percentOf } from '../../ui/progress.tsx';
import { TRACK_NAMES, blockingOf, duePill, nextStep, pagesInWords } from './case-words.ts';
import { EraseDialog } from './erase-dialog.tsx';

const factsOf = (overview: CaseOverview, blocking: number): Fact[] => [
  ...(overview.facts.origin === 'published-letter' ? [{ name: 'Made from', value: 'a published letter' }] : []),
  { name: 'Records', value: `${String(overview.records)}, ${pagesInWords(overview.pages)}` },
  {
    name: 'Read',
    value:
      overview.pages === 0
        ? 'no pages yet'
        : `${String(percentOf(overview.pagesRead, overview.pages))} %, ${pagesInWords(overview.pages - overview.pagesRead)} left`,
  },
  { name: 'Timeline', value: `${String(overview.accepted)} accepted, ${String(overview.proposed)} proposed` },
  {
    name: 'Summary',
    value:
      overview.sentences === 0
        ? 'not written'
        : overview.sentences === 1
          ? '1 sentence'
          : `${String(overview.sentences)} sentences`,
  },
  {
    name: 'Decisions',
    value: overview.items === 0 ? 'no items yet' : `${String(overview.itemsDecided)} of ${String(overview.items)}`,
  },
  {
    name: 'Checks',
    value: blocking === 0 ? 'nothing blocks' : `${String(blocking)} blocking`,
    tone: blocking === 0 ? undefined : 'block',
  },
];

const clockOf = ({ facts, due }: CaseOverview): Fact[] => [
  { name: 'Records complete', value: facts.recordsComplete === '' ? 'not yet' : usShortDate(facts.recordsComplete) },
  { name: TRACK_NAMES[facts.track], value: due === '' ? 'not running' : usShortDate(due) },
];

/** The selected case: its state, its next step, its clock, and the way in. */
export const CaseSide = ({ caseId, today }: { readonly caseId: CaseId; readonly today: string }) => {
  const { data: overview } = useQueryOf('case.show', { caseId });
  const { data: items = [] } = useQueryOf('item.list', { caseId });
  const { open: findings } = useFindings(caseId);
  const [isErasing, setErasing] = useState(false);
  if (overview === undefined)
    return (
      <Pane id="case-side" label="Selected case">
        {null}
      </Pane>
    );
  const due = duePill(overview, today);
  const header = (
    <PaneHeader>
      <span className="strong spread ellipsis">{overview.caseNumber || 'No number yet'}</span>
      <Pill tone={due.tone}>{due.words}</Pill>
    </PaneHeader>
  );
  return (
    <Pane id="case-side" label="Selected case" header={header}>
      <div className="side">
        <h2 className="lead">{nextStep(overview, items, findings)}</h2>
        <Facts facts={factsOf(overview, blockingOf(findings))} />
        <div>
          <Button variant="primary" keys="Enter" onPress={() => openCase(caseId)}>
            Open
          </Button>
        </div>
        <h3 className="overline">Clock</h3>
        <Facts facts={clockOf(overview)} />
        <div className="side-foot">
          <Button variant="quiet" icon="trash" onPress={() => setErasing(true)}>
            Erase this case
          </Button>
        </div>
      </div>
      <EraseDialog isOpen={isErasing} overview={overview} onClose={() => setErasing(false)} />
    </Pane>
  );
};
