import type { CaseFinding } from '../../../shared/check.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { FindingNotices } from '../../ui/finding-notice.tsx';
import { Icon } from '../../ui/icon.tsx';

/** Checks that say only that something is still empty: the empty field says it too, so a quiet line is enough. */
const MISSING = [14, 15];

/** The findings of a part, under it: which check, its words, why, and what can be done. */
export const PartFindings = ({
  caseId,
  findings,
}: {
  readonly caseId: CaseId;
  readonly findings: readonly CaseFinding[];
}) => (
  <>
    {findings
      .filter(({ check }) => MISSING.includes(check))
      .map((finding) => (
        <p key={finding.id} className="part-missing">
          <Icon name="blocked" size={12} />
          {finding.message}
        </p>
      ))}
    <FindingNotices caseId={caseId} findings={findings.filter(({ check }) => !MISSING.includes(check))} />
  </>
);
