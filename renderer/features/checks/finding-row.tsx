import { Disclosure, DisclosurePanel, Button as AriaButton } from 'react-aria-components';
import type { Finding } from '../../../shared/check.ts';
import { partName, partPlace, SEVERITY_NAMES } from '../../data/parts.ts';
import { revealPart } from '../../data/workspace-state.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon.tsx';

const ICONS: Readonly<Record<Finding['severity'], IconName>> = { block: 'blocked', warn: 'warning', info: 'info' };

/** One finding: a line that says what, opened for the whole of it and where to mend it. */
export const FindingRow = ({ finding }: { readonly finding: Finding }) => {
  const part = partName(partPlace(finding.where));
  return (
    <Disclosure className={`finding ${finding.severity}`}>
      <AriaButton slot="trigger" className="finding-line">
        <Icon name={ICONS[finding.severity]} />
        <span className="finding-words spread">{finding.message}</span>
        <span className="finding-number" aria-hidden="true">{finding.check}</span>
      </AriaButton>
      <DisclosurePanel className="finding-panel">
        {finding.quote ? <p className="printed-words">“{finding.quote}”</p> : null}
        <p className="small quiet">Check {finding.check} · {SEVERITY_NAMES[finding.severity]}{part === '' ? '' : ` · ${part}`}</p>
        <div><Button onPress={() => revealPart(finding.where)}>Go there</Button></div>
      </DisclosurePanel>
    </Disclosure>
  );
};
