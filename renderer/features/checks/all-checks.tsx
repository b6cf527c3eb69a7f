import type { CaseFinding, CheckStatus } from '../../../shared/check.ts';
import type { CheckGroup } from '../../../shared/check-list.ts';
import { assertNever } from '../../../shared/assert-never.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { RulesOfCheck } from '../../ui/rules-of-check.tsx';
import { FindingList } from './finding-row.tsx';

const GROUPS: readonly (readonly [CheckGroup, string])[] = [
  ['header', 'Case block'],
  ['reviewer', 'Reviewer'],
  ['complete', 'Completeness'],
  ['partial', 'Partial requests and figures'],
  ['citation', 'Guidelines'],
  ['rationale', 'Rationales'],
  ['summary', 'Clinical summary'],
  ['hygiene', 'Words and file'],
];

type State = CheckStatus['state'];

const iconOf = ({ state, severity }: CheckStatus): IconName => {
  switch (state) {
    case 'passed':
      return 'check';
    case 'overridden':
      return 'check';
    case 'silent':
      return 'minus';
    case 'found':
      return severity === 'block' ? 'blocked' : severity === 'warn' ? 'warning' : 'info';
    default:
      return assertNever(state);
  }
};

const stateInWords = ({ state, severity, findings }: CheckStatus): string => {
  switch (state) {
    case 'passed':
      return 'passed';
    case 'overridden':
      return severity === 'block' ? 'overridden' : 'confirmed';
    case 'silent':
      return 'not applicable';
    case 'found':
      return findings.length === 1 ? '1 finding' : `${String(findings.length)} findings`;
    default:
      return assertNever(state);
  }
};

const LOOKS: Readonly<Record<State, string>> = { passed: 'passed', overridden: 'settled', silent: 'silent', found: '' };

const CheckRow = ({
  caseId,
  status,
  findings,
}: {
  readonly caseId: CaseId;
  readonly status: CheckStatus;
  readonly findings: readonly CaseFinding[];
}) => (
  <li className={`check ${LOOKS[status.state]} ${status.state === 'found' ? status.severity : ''}`}>
    <div className="check-line">
      <Icon name={iconOf(status)} size={14} />
      <span className="finding-number">{status.check}</span>
      <span className="spread">
        {status.title}
        {status.reason === '' ? null : <span className="small quiet check-reason">{status.reason}</span>}
      </span>
      <span className="small check-state">{stateInWords(status)}</span>
      <RulesOfCheck check={status.check} />
    </div>
    {findings.length === 0 ? null : (
      <div className="check-findings">
        <FindingList caseId={caseId} findings={findings} />
      </div>
    )}
  </li>
);

const countOf = (checks: readonly CheckStatus[], state: State): number =>
  checks.filter((one) => one.state === state).length;

/** Every check of the list with its state: passed, with findings, settled by a reason, or not applicable. */
export const AllChecks = ({
  caseId,
  findings,
}: {
  readonly caseId: CaseId;
  readonly findings: readonly CaseFinding[];
}) => {
  const { data: checks } = useQueryOf('letter.checks', { caseId }, { keepsPrevious: true });
  if (!checks) return null;
  return (
    <>
      <p className="small quiet">
        {checks.length} checks: {countOf(checks, 'passed')} passed, {countOf(checks, 'found')} with findings,{' '}
        {countOf(checks, 'overridden')} settled by a reason, {countOf(checks, 'silent')} not applicable.
      </p>
      {GROUPS.map(([group, name]) => (
        <div role="group" key={group} aria-label={name}>
          <h3 className="overline finding-group">{name}</h3>
          <ul className="findings">
            {checks
              .filter((one) => one.group === group)
              .map((status) => (
                <CheckRow
                  key={status.check}
                  caseId={caseId}
                  status={status}
                  findings={findings.filter(({ check }) => check === status.check)}
                />
              ))}
          </ul>
        </div>
      ))}
    </>
  );
};
