import type { CaseFinding } from '../../shared/check.ts';
import type { CaseId } from '../../shared/ids.ts';
import { FindingActions } from './finding-actions.tsx';
import { Notice } from './notice.tsx';

/** A finding where it belongs: the words it is about, what it says, and what can be done about it. */
export const FindingNotice = ({ caseId, finding }: { readonly caseId: CaseId; readonly finding: CaseFinding }) => (
  <Notice tone={finding.severity} title={finding.quote && finding.quote.length <= 200 ? `“${finding.quote}”` : undefined} number={finding.check}>
    <p>{finding.message}</p>
    <FindingActions caseId={caseId} finding={finding} />
  </Notice>
);
