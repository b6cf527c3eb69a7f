import { Disclosure, DisclosurePanel, Button as AriaButton } from 'react-aria-components';
import type { CaseFinding } from '../../../shared/check.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { bunchFindings, partName, SEVERITY_NAMES } from '../../data/parts.ts';
import { revealPart } from '../../data/workspace-state.ts';
import { BunchActions, FindingActions } from '../../ui/finding-actions.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { Pill } from '../../ui/pill.tsx';

const ICONS: Readonly<Record<CaseFinding['severity'], IconName>> = { block: 'blocked', warn: 'warning', info: 'info' };

/** One finding: a line that says what, opened for the whole of it, where it is, and what can be done. */
const FindingRow = ({ caseId, finding }: { readonly caseId: CaseId; readonly finding: CaseFinding }) => {
  const part = partName(finding.part);
  const isOpen = finding.overridden === null;
  return (
    <Disclosure className={`finding ${isOpen ? finding.severity : 'settled'}`}>
      <AriaButton slot="trigger" className="finding-line">
        <Icon name={isOpen ? ICONS[finding.severity] : 'check'} />
        <span className="finding-words spread">{finding.message}</span>
        <span className="finding-number" aria-hidden="true">
          {finding.check}
        </span>
      </AriaButton>
      <DisclosurePanel className="finding-panel">
        {finding.quote ? <p className="printed-words">“{finding.quote}”</p> : null}
        <p className="small quiet">
          Check {finding.check} · {SEVERITY_NAMES[finding.severity]}
          {part === '' ? '' : ` · ${part}`}
        </p>
        <FindingActions caseId={caseId} finding={finding} goThere={() => revealPart(finding.part)} />
      </DisclosurePanel>
    </Disclosure>
  );
};

/** Findings that say the same of different words: one line with their number, opened for each of them. */
const FindingBunch = ({
  caseId,
  findings,
}: {
  readonly caseId: CaseId;
  readonly findings: readonly [CaseFinding, ...CaseFinding[]];
}) => {
  const [first] = findings;
  return (
    <Disclosure className={`finding ${first.severity}`}>
      <AriaButton slot="trigger" className="finding-line">
        <Icon name={ICONS[first.severity]} />
        <span className="finding-words spread">{first.message}</span>
        <Pill tone="neutral">{findings.length} times</Pill>
        <span className="finding-number" aria-hidden="true">
          {first.check}
        </span>
      </AriaButton>
      <DisclosurePanel className="finding-panel">
        <p className="small quiet">
          Check {first.check} · {SEVERITY_NAMES[first.severity]}
        </p>
        <BunchActions caseId={caseId} findings={findings} goTo={({ part }) => revealPart(part)} />
      </DisclosurePanel>
    </Disclosure>
  );
};

/** Findings one under the other; those that say the same of different words as one line, while they are open. */
export const FindingList = ({
  caseId,
  findings,
}: {
  readonly caseId: CaseId;
  readonly findings: readonly CaseFinding[];
}) => (
  <div className="findings">
    {bunchFindings(findings).flatMap((bunch) =>
      bunch.length === 1 || bunch[0].overridden !== null
        ? bunch.map((finding) => <FindingRow key={finding.id} caseId={caseId} finding={finding} />)
        : [<FindingBunch key={bunch[0].id} caseId={caseId} findings={bunch} />],
    )}
  </div>
);
