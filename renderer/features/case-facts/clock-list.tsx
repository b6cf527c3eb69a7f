import type { Clock } from '../../../shared/clocks.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { usDate } from '../../../shared/partial-date.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { Pill } from '../../ui/pill.tsx';
import { RulesButton } from '../../ui/rules-button.tsx';

const NAMES: Readonly<Record<Clock['id'], string>> = {
  decision: 'Decision',
  expedited: 'Decision, expedited since it was certified',
  extension: 'Decision, extended',
  application: 'Application',
  mail: 'Application, as the denial came by mail',
};

const daysInWords = ({ days, unit, from }: Clock): string =>
  `${String(days)} ${unit === 'working' ? 'working ' : ''}${days === 1 ? 'day' : 'days'} from ${usDate(from)}`;

const passedInWords = ({ passed }: Clock): string =>
  passed.length === 0 ? '' : `, without ${passed.map(({ day, name }) => `${name} (${usDate(day)})`).join(', ')}`;

const LateWords = ({ clock: { id, late } }: { readonly clock: Clock }) => {
  if (late === null) return null;
  if (late <= 0) return <Pill tone="safe">in time</Pill>;
  return (
    <Pill tone="warn">
      {late} {late === 1 ? 'day' : 'days'} late{id === 'application' || id === 'mail' ? '' : '; stays valid'}
    </Pill>
  );
};

/** The clocks of a case: the last day of each, how it was counted, and its rule. */
export const ClockList = ({ caseId }: { readonly caseId: CaseId }) => {
  const { data: clocks = [] } = useQueryOf('clock.list', { caseId }, { keepsPrevious: true });
  if (clocks.length === 0) return null;
  return (
    <ul className="clock-list" aria-label="Clocks">
      {clocks.map((clock) => (
        <li key={clock.id} className="row">
          <span className="spread">
            <span className="strong">
              {NAMES[clock.id]}: {usDate(clock.due)}
            </span>{' '}
            <span className="small quiet">
              {daysInWords(clock)}
              {passedInWords(clock)}
            </span>
          </span>
          <LateWords clock={clock} />
          <RulesButton
            label={`The rule of this clock: ${NAMES[clock.id]}`}
            title={NAMES[clock.id]}
            isOf={({ id }) => id === clock.rule}
          />
        </li>
      ))}
    </ul>
  );
};
