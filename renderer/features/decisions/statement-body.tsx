import { useState } from 'react';
import type { ReactNode } from 'react';
import type { GuidelineRow, Statement, StatementSide } from '../../../shared/guideline.ts';
import type { FormChoice } from '../../../shared/letter-form.ts';
import type { LetterForm } from '../../../shared/letter.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { useLetterForms } from '../../data/letter-forms.ts';
import { Button } from '../../ui/button.tsx';
import { DraftField } from '../../ui/draft-field.tsx';
import { Pill } from '../../ui/pill.tsx';
import { Select } from '../../ui/select.tsx';
import { CitationRows } from './citation-rows.tsx';
import { FORM_NAMES, inForm, inOneLine, isBlank } from './statement-parts.ts';
import type { StatementForm } from './statement-parts.ts';

export type StatementBodyProps = {
  readonly side: StatementSide;
  readonly statement: Statement;
  readonly form: LetterForm;
  readonly day: string;
  readonly rows: readonly GuidelineRow[];
  /** What a citation outside the MTUS asks for. */
  readonly outside: ReactNode;
  readonly onChange: (statement: Statement) => Promise<boolean>;
};

const FORMS: readonly StatementForm[] = ['mtus', 'mtus-and-other', 'other', 'none', 'typed'];
const OPTIONS = FORMS.map((id) => ({ id, label: FORM_NAMES[id] }));

type WordsProps = Pick<StatementBodyProps, 'statement' | 'side'> & {
  readonly form: FormChoice;
  /** What the wording is shown as. */
  readonly caption: (title: string) => string;
};

const Words = ({ statement, side, form: { form, title }, caption }: WordsProps) => {
  const { data: printed } = useQueryOf('statement.build', { statement, form, side }, { keepsPrevious: true });
  if (!printed) return null;
  return (
    <div>
      <p className="small quiet row">
        <span className="spread">{caption(title)}</span>
        {printed.unconfirmed ? <Pill tone="warn">wording not seen in a letter of this form</Pill> : null}
      </p>
      <p className="printed-words">{printed.text}</p>
    </div>
  );
};

/** The statement's sentence in the letter's form, and beside it, when asked, in the others. */
const Printed = ({ statement, side, form }: Pick<StatementBodyProps, 'statement' | 'side' | 'form'>) => {
  const forms = useLetterForms();
  const [shown, setShown] = useState<readonly LetterForm[]>([]);
  const show = (other: LetterForm): void => setShown((all) => [...all, other]);
  const words = { statement, side };
  return (
    <div className="printed stack-tight">
      {forms
        .filter((one) => one.form === form)
        .map((own) => (
          <Words key={own.form} {...words} form={own} caption={(title) => `The letter says (${title})`} />
        ))}
      {forms
        .filter((one) => one.form !== form && one.isWritten)
        .map((other) =>
          shown.includes(other.form) ? (
            <Words key={other.form} {...words} form={other} caption={(title) => `In the ${title}`} />
          ) : (
            <div key={other.form}>
              <Button variant="quiet" onPress={() => show(other.form)}>
                Show the wording of the {other.title}
              </Button>
            </div>
          ),
        )}
    </div>
  );
};

/** Typed words that are in one of the four forms can be taken apart into it. */
const TakeApart = ({
  statement,
  side,
  form,
  onChange,
}: Pick<StatementBodyProps, 'statement' | 'side' | 'form' | 'onChange'>) => {
  const text = statement.form === 'typed' ? statement.text : '';
  const { data: parsed } = useQueryOf(
    'statement.parse',
    { text, form, side },
    { isEnabled: text.trim() !== '', keepsPrevious: true },
  );
  if (text.trim() === '' || parsed === undefined || parsed.form === 'typed') return null;
  return (
    <div className="row">
      <span className="small quiet spread">
        {FORM_NAMES[parsed.form]}: {inOneLine(parsed)}
      </span>
      <Button onPress={() => void onChange(parsed)}>Take apart</Button>
    </div>
  );
};

/** A statement being built: its form, what it cites, why, and the sentence that comes of it. */
export const StatementBody = ({ side, statement, form, day, rows, outside, onChange }: StatementBodyProps) => {
  const { data: printed } = useQueryOf('statement.build', { statement, form, side }, { keepsPrevious: true });
  return (
    <div className="statement-body">
      <Select
        label="Form"
        value={statement.form}
        options={OPTIONS}
        onChange={(next) => void onChange(inForm(statement, next, printed?.text ?? ''))}
      />
      {'mtus' in statement ? (
        <CitationRows
          citations={statement.mtus}
          rows={rows}
          side={side}
          day={day}
          onChange={(mtus) => onChange({ ...statement, mtus })}
        />
      ) : null}
      {'other' in statement ? (
        <DraftField
          label="Citation outside the MTUS"
          value={statement.other}
          write={(other) => onChange({ ...statement, other })}
          rows={2}
          placeholder="Guideline, edition, chapter and section"
        />
      ) : null}
      {statement.form === 'typed' ? (
        <DraftField
          label="The whole statement"
          value={statement.text}
          write={(text) => onChange({ ...statement, text })}
          rows={2}
        />
      ) : null}
      <TakeApart statement={statement} side={side} form={form} onChange={onChange} />
      {side === 'reviewer' && statement.form === 'other' ? outside : null}
      {isBlank(statement) || statement.form === 'typed' ? null : (
        <Printed statement={statement} side={side} form={form} />
      )}
    </div>
  );
};
