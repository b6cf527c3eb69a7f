import type { CaseId } from '../../../shared/ids.ts';
import type { Severity } from '../../../shared/check.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { groupFindings } from '../../data/parts.ts';
import { showTab } from '../../data/workspace-state.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Pill } from '../../ui/pill.tsx';
import { FindingRow } from './finding-row.tsx';

const SEVERITIES: readonly Severity[] = ['block', 'warn', 'info'];
const COUNT_NAMES = { block: 'blocking', warn: 'to confirm', info: 'to know' } as const;
const TONES = { block: 'block', warn: 'warn', info: 'neutral' } as const;

/** Every finding of the letter checks, where it belongs, as the letter stands this moment. */
export const ChecksTab = ({ caseId }: { readonly caseId: CaseId }) => {
  const { data: findings, error } = useQueryOf('letter.check', { caseId }, { keepsPrevious: true });
  if (error) return <EmptyState icon="blocked" title="The letter cannot be checked">{error.message}</EmptyState>;
  if (!findings) return null;
  const count = (severity: Severity): number => findings.filter((one) => one.severity === severity).length;
  if (findings.length === 0) {
    return (
      <EmptyState icon="check" title="All clear" actions={<Button variant="primary" onPress={() => showTab('letter')}>To the letter</Button>}>
        No check objects to the letter as it stands. Its parts agree with each other and with the case.
      </EmptyState>
    );
  }
  return (
    <div className="work-tab">
      <div className="row" role="status">
        {SEVERITIES.filter((severity) => count(severity) > 0).map((severity) => <Pill key={severity} tone={TONES[severity]}>{count(severity)} {COUNT_NAMES[severity]}</Pill>)}
        {count('block') === 0 ? <Pill tone="safe">nothing blocks the export</Pill> : null}
      </div>
      {groupFindings(findings).map((group) => (
        <div role="group" key={group.name} aria-label={group.name}>
          <h3 className="overline finding-group">{group.name}</h3>
          <div className="findings">{group.findings.map((finding) => <FindingRow key={`${String(finding.check)} ${finding.where} ${finding.message}`} finding={finding} />)}</div>
        </div>
      ))}
    </div>
  );
};
