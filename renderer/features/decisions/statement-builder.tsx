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

/** A change made here, what stood in the store before it, and how many writes are under way. */
type Ahead = { readonly statement: Statement; readonly from: string; readonly writes: number };

/**
 * The statement as it was last changed here, until the store answers: a second change made meanwhile is made to it, and not
 * to what stood there before the first. Whatever the store holds once nothing is under way counts, undo included.
 */
const useAtOnce = (stored: Statement, write: StatementBodyProps['onChange']): { readonly statement: Statement; readonly change: StatementBodyProps['onChange'] } => {
  const [ahead, setAhead] = useState<Ahead | null>(null);
  const key = JSON.stringify(stored);
  if (ahead !== null && ahead.writes === 0 && ahead.from !== key) setAhead(null);
  const change = async (statement: Statement): Promise<boolean> => {
    setAhead((now) => ({ statement, from: now?.from ?? key, writes: (now?.writes ?? 0) + 1 }));
    const isWritten = await write(statement);
    setAhead((now) => (now === null || !isWritten ? null : { ...now, writes: now.writes - 1 }));
    return isWritten;
  };
  return { statement: ahead?.statement ?? stored, change };
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
