import type { CaseId } from '../../../shared/ids.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { openByEye } from '../../data/workspace-state.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Twins } from './twins.tsx';

/**
 * Pages whose words are uncertain or missing, and pages that may have come twice, until somebody has looked at them.
 */
export const ToLookAt = ({ caseId }: { readonly caseId: CaseId }) => {
  const { data: ledger } = useQueryOf('intake.list', { caseId });
  const { data: twins = [] } = useQueryOf('duplicate.list', { caseId });
  const byEye = ledger?.totals.pagesByEye ?? 0;
  if (byEye === 0 && twins.length === 0) return null;
  return (
    <div role="group" aria-label="To look at">
      <h3 className="record-group">To look at</h3>
      {byEye > 0 ? (
        <button type="button" className="record-row" aria-keyshortcuts="F8" onClick={() => openByEye()}>
          <span className="record-words">
            <span className="record-title">
              {byEye === 1 ? 'One page to read by eye' : `${byEye.toLocaleString('en-US')} pages to read by eye`}
            </span>
            <span className="record-second">words uncertain or missing</span>
          </span>
          <KeyHint keys="F8" />
        </button>
      ) : null}
      {twins.length > 0 ? <Twins caseId={caseId} twins={twins} /> : null}
    </div>
  );
};
