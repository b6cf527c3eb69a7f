import type { CaseFinding } from '../../../shared/check.ts';
import type { FindingName } from '../../../shared/finding-kinds.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { FindingNotices } from '../../ui/finding-notice.tsx';
import { Icon } from '../../ui/icon.tsx';

/** Findings that say only that something is still empty: the empty field says it too, so a quiet line is enough. */
const MISSING: readonly FindingName[] = ['missing-item-part', 'missing-decision', 'unknown-decision'];

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
      .filter(({ name }) => MISSING.includes(name))
      .map((finding) => (
        <p key={finding.id} className="part-missing">
          <Icon name="blocked" size={12} />
          {finding.message}
        </p>
      ))}
    <FindingNotices caseId={caseId} findings={findings.filter(({ name }) => !MISSING.includes(name))} />
  </>
);
