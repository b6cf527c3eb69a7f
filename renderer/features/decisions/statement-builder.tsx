import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Statement } from '../../../shared/guideline.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { Icon } from '../../ui/icon.tsx';
import { Pill } from '../../ui/pill.tsx';
import { useToday } from '../../ui/use-today.ts';
import { StatementBody } from './statement-body.tsx';
import type { StatementBodyProps } from './statement-body.tsx';
import { FORM_TAGS, forceOf, inOneLine, isBlank } from './statement-parts.ts';

const same = (a: Statement, b: Statement): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The statement as it was last changed here, until it comes back from the store: a second change made meanwhile is made to
 * it, and not to what stood there before the first.
 */
const useAtOnce = (stored: Statement, write: StatementBodyProps['onChange']): { readonly statement: Statement; readonly change: StatementBodyProps['onChange'] } => {
  const [changed, setChanged] = useState<Statement | null>(null);
  if (changed !== null && same(changed, stored)) setChanged(null);
  const change = async (next: Statement): Promise<boolean> => {
    setChanged(next);
    const isWritten = await write(next);
    if (!isWritten) setChanged(null);
    return isWritten;
  };
  return { statement: changed ?? stored, change };
};

type Props = Omit<StatementBodyProps, 'day' | 'rows'> & { readonly label: string; readonly decisionDate: string };

/** One side's guideline statement: folded to what it cites, opened to be built; the printed sentence stands below. */
export const StatementBuilder = ({ label, decisionDate, ...body }: Props) => {
  const [isOpen, setOpen] = useState(false);
  const today = useToday();
  const day = decisionDate === '' ? today : decisionDate;
  const { data: rows = [] } = useQueryOf('guideline.list', {});
  const { side } = body;
  const { statement, change } = useAtOnce(body.statement, body.onChange);
  const isEmpty = isBlank(statement);
  const force = side === 'reviewer' ? forceOf(statement, rows, day) : null;
  const said = isEmpty ? 'Not stated yet' : [FORM_TAGS[statement.form], inOneLine(statement), force ?? ''].filter((part) => part !== '').join(' ');

  return (
    <div role="group" className="statement" aria-label={label}>
      <h3 className="field-label">{label}</h3>
      <div className="statement-card">
        <AriaButton className="statement-head" aria-expanded={isOpen} aria-label={`${label}: ${said}`} onPress={() => setOpen(!isOpen)}>
          {isEmpty ? <span className="quiet spread">Not stated yet</span> : <><Pill tone="accent">{FORM_TAGS[statement.form]}</Pill><span className="ellipsis spread">{inOneLine(statement)}</span></>}
          {force === null ? null : <Pill tone={force === 'in force' ? 'safe' : 'warn'}>{force}</Pill>}
          <Icon name={isOpen ? 'up' : 'down'} size={14} />
        </AriaButton>
        {isOpen ? <StatementBody {...body} statement={statement} onChange={change} day={day} rows={rows} /> : null}
      </div>
    </div>
  );
};
