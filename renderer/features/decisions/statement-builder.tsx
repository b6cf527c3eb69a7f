import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Statement } from '../../../shared/guideline.ts';
import type { CaseId, ItemId } from '../../../shared/ids.ts';
import type { WriteEdit } from '../../data/edit-keeper.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { useEdit } from '../../data/use-edit.ts';
import { ConflictNotice } from '../../ui/conflict-notice.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Pill } from '../../ui/pill.tsx';
import { ReviewedCitations } from './reviewed-citations.tsx';
import { StatementBody } from './statement-body.tsx';
import type { StatementBodyProps } from './statement-body.tsx';
import { FORM_NAMES, FORM_TAGS, forceOf, inOneLine, isBlank } from './statement-parts.ts';

type Props = Omit<StatementBodyProps, 'editions' | 'edit'> & {
  readonly caseId: CaseId;
  readonly itemId: ItemId;
  readonly label: string;
  readonly statement: Statement;
  readonly write: WriteEdit<Statement>;
};

const isSame = (a: Statement, b: Statement): boolean => JSON.stringify(a) === JSON.stringify(b);
const inWords = (statement: Statement): string => `${FORM_NAMES[statement.form]}: ${inOneLine(statement)}`;

/** One side's guideline statement: folded to what it cites, opened to be built; the printed sentence stands below. */
export const StatementBuilder = ({ label, caseId, itemId, statement: stored, write, ...body }: Props) => {
  const [isOpen, setOpen] = useState(false);
  const { data: editions } = useQueryOf('guideline.forItem', { caseId, itemId }, { keepsPrevious: true });
  const { side } = body;
  const edit = useEdit(stored, write, isSame);
  const { value: statement, conflict } = edit;
  const isEmpty = isBlank(statement);
  const force = side === 'reviewer' ? forceOf(statement, editions?.editions ?? []) : null;
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
        {isOpen ? <StatementBody {...body} edit={edit} editions={editions} /> : null}
      </div>
      {side === 'claims' ? (
        <ReviewedCitations caseId={caseId} itemId={itemId} statement={statement} onTake={edit.choose} />
      ) : null}
      <ConflictNotice conflict={conflict} inWords={inWords} />
    </div>
  );
};
