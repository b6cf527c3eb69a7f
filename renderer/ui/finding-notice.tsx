import type { CaseFinding } from '../../shared/check.ts';
import type { CaseId } from '../../shared/ids.ts';
import type { Part } from '../../shared/part.ts';
import { bunchFindings } from '../data/parts.ts';
import { revealPart } from '../data/workspace-state.ts';
import { BunchActions, FindingActions } from './finding-actions.tsx';
import { Notice } from './notice.tsx';

const isStatement = (part: Part): boolean =>
  part.kind === 'item' && (part.name === 'claimsGuideline' || part.name === 'reviewerGuideline');

/** The words that it is about; a whole guideline statement stands right above already. */
const titleOf = ({ quote, part }: CaseFinding): string | undefined =>
  quote && quote.length <= 200 && !isStatement(part) ? `“${quote}”` : undefined;

/** A finding where it belongs: the words it is about, what it says, and what can be done about it. */
const FindingNotice = ({ caseId, finding }: { readonly caseId: CaseId; readonly finding: CaseFinding }) => (
  <Notice tone={finding.severity} title={titleOf(finding)} number={finding.check}>
    <p>{finding.message}</p>
    <FindingActions caseId={caseId} finding={finding} />
  </Notice>
);

/** Findings where they belong; those that say the same of different words as one. */
export const FindingNotices = ({
  caseId,
  findings,
}: {
  readonly caseId: CaseId;
  readonly findings: readonly CaseFinding[];
}) =>
  bunchFindings(findings).map(([first, ...others]) =>
    others.length === 0 ? (
      <FindingNotice key={first.id} caseId={caseId} finding={first} />
    ) : (
      <Notice key={first.id} tone={first.severity} number={first.check}>
        <p>
          {first.message} <span className="strong">{others.length + 1} times:</span>
        </p>
        <BunchActions caseId={caseId} findings={[first, ...others]} goTo={({ part }) => revealPart(part)} />
      </Notice>
    ),
  );
