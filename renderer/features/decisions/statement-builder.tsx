import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Statement, StatementSide } from '../../../shared/guideline.ts';
import type { LetterForm } from '../../../shared/letter.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { Icon } from '../../ui/icon.tsx';
import { Pill } from '../../ui/pill.tsx';
import { Select } from '../../ui/select.tsx';
import { useToday } from '../../ui/use-today.ts';
import { CitationRows } from './citation-rows.tsx';
import { DraftField } from '../../ui/draft-field.tsx';
import { FORM_NAMES, FORM_TAGS, forceOf, inForm, inOneLine, isBlank } from './statement-parts.ts';
import type { StatementForm } from './statement-parts.ts';

type Props = {
  readonly label: string;
  readonly side: StatementSide;
  readonly statement: Statement;
  readonly form: LetterForm;
  readonly decisionDate: string;
  readonly onChange: (statement: Statement) => Promise<boolean>;
};

const FORMS: readonly StatementForm[] = ['mtus', 'mtus-and-other', 'other', 'none', 'typed'];
const OPTIONS = FORMS.map((id) => ({ id, label: FORM_NAMES[id] }));

type PartProps = Pick<Props, 'statement' | 'onChange'> & { readonly day: string };

const Parts = ({ statement, onChange, day }: PartProps) => {
  const { data: rows = [] } = useQueryOf('guideline.list', {});
  return (
    <>
      {'mtus' in statement ? <CitationRows citations={statement.mtus} rows={rows} day={day} onChange={(mtus) => onChange({ ...statement, mtus })} /> : null}
      {'other' in statement ? <DraftField label="Citation outside the MTUS" value={statement.other} write={(other) => onChange({ ...statement, other })} rows={2} placeholder="Guideline, edition, chapter and section" /> : null}
      {statement.form === 'typed' ? <DraftField label="The whole statement" value={statement.text} write={(text) => onChange({ ...statement, text })} rows={2} /> : null}
    </>
  );
};

/** Both sides' guideline statements: folded to what they cite, opened to be built; the printed sentence stands below. */
export const StatementBuilder = ({ label, side, statement, form, decisionDate, onChange }: Props) => {
  const [isOpen, setOpen] = useState(false);
  const today = useToday();
  const day = decisionDate === '' ? today : decisionDate;
  const { data: rows = [] } = useQueryOf('guideline.list', {});
  const { data: printed } = useQueryOf('statement.build', { statement, form, side }, { keepsPrevious: true });
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
        {isOpen ? (
          <div className="statement-body">
            <Select label="Form" value={statement.form} options={OPTIONS} onChange={(next) => void onChange(inForm(statement, next, printed?.text ?? ''))} />
            <Parts statement={statement} onChange={onChange} day={day} />
            {printed && !isEmpty && statement.form !== 'typed' ? (
              <div className="printed">
                <p className="small quiet row"><span className="spread">The letter says</span>{printed.unconfirmed ? <Pill tone="warn">wording not seen in a letter of this form</Pill> : null}</p>
                <p className="printed-words">{printed.text}</p>
              </div>
            ) : null}
          </div>
        ) : null}
      </div>
    </div>
  );
};
