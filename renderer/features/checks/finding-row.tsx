import { Disclosure, DisclosurePanel, Button as AriaButton } from 'react-aria-components';
import type { CaseFinding } from '../../../shared/check.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { partName, partPlace, SEVERITY_NAMES } from '../../data/parts.ts';
import { revealPart } from '../../data/workspace-state.ts';
import { FindingActions } from '../../ui/finding-actions.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon.tsx';

const ICONS: Readonly<Record<CaseFinding['severity'], IconName>> = { block: 'blocked', warn: 'warning', info: 'info' };

/** One finding: a line that says what, opened for the whole of it, where it is, and what can be done. */
export const FindingRow = ({ caseId, finding }: { readonly caseId: CaseId; readonly finding: CaseFinding }) => {
  const part = partName(partPlace(finding.where));
  const isOpen = finding.overridden === null;
  return (
    <Disclosure className={`finding ${isOpen ? finding.severity : 'settled'}`}>
      <AriaButton slot="trigger" className="finding-line">
        <Icon name={isOpen ? ICONS[finding.severity] : 'check'} />
        <span className="finding-words spread">{finding.message}</span>
        <span className="finding-number" aria-hidden="true">{finding.check}</span>
      </AriaButton>
      <DisclosurePanel className="finding-panel">
        {finding.quote ? <p className="printed-words">“{finding.quote}”</p> : null}
        <p className="small quiet">Check {finding.check} · {SEVERITY_NAMES[finding.severity]}{part === '' ? '' : ` · ${part}`}</p>
        <FindingActions caseId={caseId} finding={finding} goThere={() => revealPart(finding.where)} />
      </DisclosurePanel>
    </Disclosure>
  );
};
