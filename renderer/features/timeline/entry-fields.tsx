import { DateKind, ENTRY_KIND_NAMES, EntryKind } from '../../../shared/entry.ts';
import type { EntryDraft } from '../../../shared/entry.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';

const DATE_KIND_NAMES: Readonly<Record<DateKind, string>> = {
  service: 'Service: when it happened',
  injury: 'Injury',
  signed: 'Signed',
  printed: 'Printed',
  faxed: 'Faxed',
  received: 'Received',
  birth: 'Birth',
  other: 'Something else',
};
const KINDS = EntryKind.options.map((id) => ({ id, label: ENTRY_KIND_NAMES[id] }));
const DATE_KINDS = DateKind.options.map((id) => ({ id, label: DATE_KIND_NAMES[id] }));

type Dated = Pick<EntryDraft, 'date' | 'dateText' | 'dateKind'>;
type DateProps = {
  readonly draft: Dated;
  readonly onChange: (change: Partial<Dated>) => void;
  readonly hasFocus: boolean;
};

/** A date, its words in the record, and what it is the date of. */
export const DateFields = ({ draft, onChange, hasFocus }: DateProps) => (
  <>
    <div className="field-pair">
      <DateField
        label="Date"
        value={draft.date ?? ''}
        onChange={(date) => onChange({ date: date === '' ? null : date })}
        isPartial
        description="As understood; a month or a year alone is enough."
        autoFocus={hasFocus}
      />
      <TextField
        label="Date as written"
        value={draft.dateText}
        onChange={(dateText) => onChange({ dateText })}
        description="In the record’s own words."
      />
    </div>
    <Select
      label="The date is of"
      value={draft.dateKind}
      options={DATE_KINDS}
      onChange={(dateKind) => onChange({ dateKind })}
    />
  </>
);

type Props = {
  readonly draft: EntryDraft;
  /** Whether date and provider are asked for; those of a fact that is there are its visit's. */
  readonly isNew: boolean;
  readonly onChange: (change: Partial<EntryDraft>) => void;
};

/** Everything that a reviewer states of a fact. */
export const EntryFields = ({ draft, isNew, onChange }: Props) => (
  <>
    {isNew ? <DateFields draft={draft} onChange={onChange} hasFocus={draft.date === null} /> : null}
    <Select label="Kind" value={draft.kind} options={KINDS} onChange={(kind) => onChange({ kind })} />
    <TextField
      label="What happened"
      value={draft.text}
      onChange={(text) => onChange({ text })}
      rows={3}
      description="A clause or a sentence without its date; the summary is written from it."
      autoFocus={!isNew || draft.date !== null}
      isRequired
    />
    {isNew ? (
      <TextField label="Provider" value={draft.provider} onChange={(provider) => onChange({ provider })} />
    ) : (
      <p className="small quiet">Date and provider are those of the visit: E on its head changes them for all.</p>
    )}
  </>
);
