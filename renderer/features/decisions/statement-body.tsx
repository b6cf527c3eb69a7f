import { useState } from 'react';
import type { ReactNode } from 'react';
import { daysInWords } from '../../../shared/edition-words.ts';
import type { Statement, StatementSide } from '../../../shared/guideline.ts';
import type { ItemEditions } from '../../../shared/item-editions.ts';
import type { FormChoice } from '../../../shared/letter-form.ts';
import type { LetterForm } from '../../../shared/letter.ts';
import { usDate } from '../../../shared/partial-date.ts';
import type { Edit } from '../../data/use-edit.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { useLetterForms } from '../../data/letter-forms.ts';
import { Button } from '../../ui/button.tsx';
import { Pill } from '../../ui/pill.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CitationRows } from './citation-rows.tsx';
import { OutsideBuilder } from './outside-builder.tsx';
import { FORM_NAMES, inForm, inOneLine, isBlank } from './statement-parts.ts';
import type { StatementForm } from './statement-parts.ts';

export type StatementBodyProps = {
  readonly side: StatementSide;
  /** The statement being built: typed in, or chosen from. */
  readonly edit: Pick<Edit<Statement>, 'value' | 'change' | 'choose' | 'flush'>;
  readonly form: LetterForm;
  /** The editions as they stand for the item; undefined until they are there. */
  readonly editions: ItemEditions | undefined;
  /** What a citation outside the MTUS asks for. */
  readonly outside: ReactNode;
};

const FORMS: readonly StatementForm[] = ['mtus', 'mtus-and-other', 'other', 'none', 'typed'];
const NO_EDITIONS: ItemEditions['editions'] = [];
const OPTIONS = FORMS.map((id) => ({ id, label: FORM_NAMES[id] }));

type WordsProps = Pick<StatementBodyProps, 'side'> & {
  readonly statement: Statement;
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

type PrintedProps = Pick<StatementBodyProps, 'side' | 'form'> & { readonly statement: Statement };

/** The statement's sentence in the letter's form, and beside it, when asked, in the others. */
const Printed = ({ statement, side, form }: PrintedProps) => {
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
const TakeApart = ({ edit, side, form }: Pick<StatementBodyProps, 'edit' | 'side' | 'form'>) => {
  const { value: statement, choose } = edit;
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
      <Button onPress={() => choose(parsed)}>Take apart</Button>
    </div>
  );
};

/** By which days the editions are told, and up to which nothing is missing among them. */
const ToldBy = ({ days, completeTo }: ItemEditions) => (
  <p className="small quiet">
    Editions told by {daysInWords(days)}. The table is complete to {usDate(completeTo)}.
  </p>
);

/** A statement being built: its form, what it cites, why, and the sentence that comes of it. */
export const StatementBody = ({ side, edit, form, editions, outside }: StatementBodyProps) => {
  const { value: statement, change, choose, flush } = edit;
  const { data: printed } = useQueryOf('statement.build', { statement, form, side }, { keepsPrevious: true });
  return (
    <div className="statement-body">
      <Select
        label="Form"
        value={statement.form}
        options={OPTIONS}
        onChange={(next) => choose(inForm(statement, next, printed?.text ?? ''))}
      />
      {'mtus' in statement ? (
        <CitationRows
          citations={statement.mtus}
          editions={editions?.editions ?? NO_EDITIONS}
          side={side}
          day={editions?.days.last ?? ''}
          change={(mtus) => change({ ...statement, mtus })}
          choose={(mtus) => choose({ ...statement, mtus })}
          flush={flush}
        />
      ) : null}
      {'mtus' in statement && editions ? <ToldBy {...editions} /> : null}
      {'other' in statement ? (
        <TextField
          label="Citation outside the MTUS"
          value={statement.other}
          onChange={(other) => change({ ...statement, other })}
          onBlur={flush}
          rows={2}
          placeholder="Guideline, edition, chapter and section"
        />
      ) : null}
      {'other' in statement && side === 'reviewer' ? (
        <OutsideBuilder
          onTake={(words) =>
            choose({ ...statement, other: [statement.other.trim(), words].filter((part) => part !== '').join('; ') })
          }
        />
      ) : null}
      {statement.form === 'typed' ? (
        <TextField
          label="The whole statement"
          value={statement.text}
          onChange={(text) => change({ ...statement, text })}
          onBlur={flush}
          rows={2}
        />
      ) : null}
      <TakeApart edit={edit} side={side} form={form} />
      {side === 'reviewer' && statement.form === 'other' ? outside : null}
      {isBlank(statement) || statement.form === 'typed' ? null : (
        <Printed statement={statement} side={side} form={form} />
      )}
    </div>
  );
};
