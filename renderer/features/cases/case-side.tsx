import { useState } from 'react';
import type { CaseOverview, CaseRow } from '../../../shared/case.ts';
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
import { ConditionNotice } from './condition-notice.tsx';
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

type SideProps = { readonly row: CaseRow; readonly today: string };

/** A case that cannot be opened: what the list still knows of it, why, and what can be done. */
const ClosedCase = ({ row, reason }: { readonly row: CaseRow; readonly reason: string }) => (
  <>
    <ConditionNotice caseId={row.id} condition={{ state: 'damaged', reason }} />
    <p className="quiet">
      {row.pages > 0
        ? `When it could last be read it had ${pagesInWords(row.pages)} in ${String(row.records)} ${row.records === 1 ? 'record' : 'records'}. `
        : ''}
      All other cases can be used as before.
    </p>
  </>
);

const OpenCase = ({ overview }: { readonly overview: CaseOverview }) => {
  const { data: items = [] } = useQueryOf('item.list', { caseId: overview.id });
  const { open: findings } = useFindings(overview.id);
  const canWork = overview.condition.state === 'sound';
  return (
    <>
      <ConditionNotice caseId={overview.id} condition={overview.condition} />
      {canWork ? <h2 className="lead">{nextStep(overview, items, findings)}</h2> : null}
      <Facts facts={factsOf(overview, blockingOf(findings))} />
      <div>
        <Button variant={canWork ? 'primary' : 'plain'} keys="Enter" onPress={() => openCase(overview.id)}>
          {canWork ? 'Open' : 'Open to read'}
        </Button>
      </div>
      <h3 className="overline">Clock</h3>
      <Facts facts={clockOf(overview)} />
    </>
  );
};

/** The selected case: its state, its next step, its clock, and the way in; or why there is none. */
export const CaseSide = ({ row, today }: SideProps) => {
  const { data: overview, error } = useQueryOf('case.show', { caseId: row.id });
  const [isErasing, setErasing] = useState(false);
  const due = duePill(row, today);
  const header = (
    <PaneHeader>
      <span className="strong spread ellipsis">{row.caseNumber || 'No number yet'}</span>
      <Pill tone={due.tone}>{due.words}</Pill>
    </PaneHeader>
  );
  return (
    <Pane id="case-side" label="Selected case" header={header}>
      <div className="side">
        {overview !== undefined ? <OpenCase overview={overview} /> : null}
        {error !== null ? <ClosedCase row={row} reason={error.message} /> : null}
        <div className="side-foot">
          <Button variant="quiet" icon="trash" onPress={() => setErasing(true)}>
            Erase this case
          </Button>
        </div>
      </div>
      <EraseDialog isOpen={isErasing} row={row} onClose={() => setErasing(false)} />
    </Pane>
  );
};
