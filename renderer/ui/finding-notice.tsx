import type { CaseFinding } from '../../shared/check.ts';
import type { CaseId } from '../../shared/ids.ts';
import { FindingActions } from './finding-actions.tsx';
import { Notice } from './notice.tsx';

/** The words that it is about; a whole guideline statement stands right above already. */
const titleOf = ({ quote, where }: CaseFinding): string | undefined => (quote && quote.length <= 200 && !where.endsWith('Guideline') ? `“${quote}”` : undefined);

/** A finding where it belongs: the words it is about, what it says, and what can be done about it. */
export const FindingNotice = ({ caseId, finding }: { readonly caseId: CaseId; readonly finding: CaseFinding }) => (
  <Notice tone={finding.severity} title={titleOf(finding)} number={finding.check}>
    <p>{finding.message}</p>
    <FindingActions caseId={caseId} finding={finding} />
  </Notice>
);
