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

/** A change made here, how many writes of it are under way, and when the last one ended. */
type Ahead = { readonly statement: Statement; readonly writes: number; readonly writtenAt: number };

/**
 * The statement as it was last changed here, until it was read again from the store: a second change made meanwhile is
 * made to it, and not to what stood there before the first. What the store holds afterwards counts, also where an undo
 * was so quick that it is the same as before.
 */
const useAtOnce = (
  stored: Statement,
  readAt: number,
  write: StatementBodyProps['onChange'],
): { readonly statement: Statement; readonly change: StatementBodyProps['onChange'] } => {
  const [ahead, setAhead] = useState<Ahead | null>(null);
  if (ahead !== null && ahead.writes === 0 && readAt >= ahead.writtenAt) setAhead(null);
  const change = async (statement: Statement): Promise<boolean> => {
    setAhead((now) => ({ statement, writes: (now?.writes ?? 0) + 1, writtenAt: 0 }));
    const isWritten = await write(statement);
    setAhead((now) => (now === null || !isWritten ? null : { ...now, writes: now.writes - 1, writtenAt: Date.now() }));
    return isWritten;
  };
  return { statement: ahead?.statement ?? stored, change };
};

type Props = Omit<StatementBodyProps, 'day' | 'rows'> & {
  readonly label: string;
  readonly decisionDate: string;
  /** When the statement was last read from the store, in milliseconds since 1970. */
  readonly readAt: number;
};

/** One side's guideline statement: folded to what it cites, opened to be built; the printed sentence stands below. */
export const StatementBuilder = ({ label, decisionDate, readAt, ...body }: Props) => {
  const [isOpen, setOpen] = useState(false);
  const today = useToday();
  const day = decisionDate === '' ? today : decisionDate;
  const { data: rows = [] } = useQueryOf('guideline.list', {});
  const { side } = body;
  const { statement, change } = useAtOnce(body.statement, readAt, body.onChange);
  const isEmpty = isBlank(statement);
  const force = side === 'reviewer' ? forceOf(statement, rows, day) : null;
  const said = isEmpty
    ? 'Not stated yet'
    : [FORM_TAGS[statement.form], inOneLine(statement), force ?? ''].filter((part) => part !== '').join(' ');

  return (
    <div role="group" className="statement" aria-label={label}>
      <h3 className="field-label">{label}</h3>
      <div className="statement-card">
        <AriaButton
          className="statement-head"
          aria-expanded={isOpen}
          aria-label={`${label}: ${said}`}
          onPress={() => setOpen(!isOpen)}
        >
          {isEmpty ? (
            <span className="quiet spread">Not stated yet</span>
          ) : (
            <>
              <Pill tone="accent">{FORM_TAGS[statement.form]}</Pill>
              <span className="ellipsis spread">{inOneLine(statement)}</span>
            </>
          )}
          {force === null ? null : <Pill tone={force === 'in force' ? 'safe' : 'warn'}>{force}</Pill>}
          <Icon name={isOpen ? 'up' : 'down'} size={14} />
        </AriaButton>
        {isOpen ? <StatementBody {...body} statement={statement} onChange={change} day={day} rows={rows} /> : null}
      </div>
    </div>
  );
};
