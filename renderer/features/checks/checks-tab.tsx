import { useState } from 'react';
import type { CaseFinding } from '../../../shared/check.ts';
import type { Severity } from '../../../shared/check-list.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { useFindings } from '../../data/findings.ts';
import { groupFindings } from '../../data/parts.ts';
import { showTab } from '../../data/workspace-state.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Pill } from '../../ui/pill.tsx';
import { SegmentedChoice } from '../../ui/segmented-choice.tsx';
import { AllChecks } from './all-checks.tsx';
import { FindingList } from './finding-row.tsx';

const SEVERITIES: readonly Severity[] = ['block', 'warn', 'info'];
const COUNT_NAMES = { block: 'blocking', warn: 'to confirm', info: 'to know' } as const;
const TONES = { block: 'block', warn: 'warn', info: 'neutral' } as const;

/** What is open, by its place in the letter, and below it what has its reason. */
const OpenFindings = ({
  caseId,
  open,
  overridden,
}: {
  readonly caseId: CaseId;
  readonly open: readonly CaseFinding[];
  readonly overridden: readonly CaseFinding[];
}) => (
  <>
    {open.length === 0 ? (
      <EmptyState
        icon="check"
        title="All clear"
        actions={
          <Button variant="primary" onPress={() => showTab('letter')}>
            To the letter
          </Button>
        }
      >
        No check objects to the letter as it stands. Its parts agree with each other and with the case.
      </EmptyState>
    ) : null}
    {groupFindings(open).map((group) => (
      <div role="group" key={group.name} aria-label={group.name}>
        <h3 className="overline finding-group">{group.name}</h3>
        <FindingList caseId={caseId} findings={group.findings} />
      </div>
    ))}
    {overridden.length > 0 ? (
      <div role="group" aria-label="With a reason">
        <h3 className="overline finding-group">With a reason</h3>
        <FindingList caseId={caseId} findings={overridden} />
      </div>
    ) : null}
  </>
);

/**
 * Every finding of the letter checks, where it belongs, as the letter stands this moment; or every check of the list
 * with its state.
 */
export const ChecksTab = ({ caseId }: { readonly caseId: CaseId }) => {
  const { all, open, overridden, error } = useFindings(caseId);
  const [view, setView] = useState<'open' | 'all'>('open');
  if (error)
    return (
      <EmptyState icon="blocked" title="The letter cannot be checked">
        {error.message}
      </EmptyState>
    );
  if (!all) return null;
  const count = (severity: Severity): number => open.filter((one) => one.severity === severity).length;
  return (
    <div className="work-tab">
      <div className="row checks-head">
        <div className="row spread" role="status">
          {SEVERITIES.filter((severity) => count(severity) > 0).map((severity) => (
            <Pill key={severity} tone={TONES[severity]}>
              {count(severity)} {COUNT_NAMES[severity]}
            </Pill>
          ))}
          {count('block') === 0 ? <Pill tone="safe">nothing blocks the export</Pill> : null}
        </div>
        <SegmentedChoice
          label="Which checks"
          value={view}
          onChange={setView}
          options={[
            { id: 'open', label: 'Findings' },
            { id: 'all', label: 'All checks' },
          ]}
        />
      </div>
      {view === 'open' ? (
        <OpenFindings caseId={caseId} open={open} overridden={overridden} />
      ) : (
        <AllChecks caseId={caseId} findings={all} />
      )}
    </div>
  );
};
