import { useState } from 'react';
import { Form } from 'react-aria-components';
import { editionName } from '../../../shared/guideline.ts';
import type { Certainty, GuidelineRow } from '../../../shared/guideline.ts';
import { useCommand } from '../../data/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import type { RadioCard } from '../../ui/radio-cards.tsx';
import { TextField } from '../../ui/text-field.tsx';

type Props = { readonly row: GuidelineRow; readonly onClose: () => void; readonly onNext: (row: GuidelineRow) => void };

const CERTAINTIES: readonly RadioCard<Certainty>[] = [
  { id: 'confirmed', title: 'Confirmed', note: 'Read in its source.' },
  { id: 'partly', title: 'Partly', note: 'Its beginning was read; the rest was not.' },
  { id: 'memory', title: 'From memory', note: 'Shown, and never judged by.' },
];

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

type FieldsProps = {
  readonly draft: GuidelineRow;
  readonly sections: string;
  readonly set: (part: Partial<GuidelineRow>) => void;
  readonly setSections: (text: string) => void;
};

const Fields = ({ draft, sections, set, setSections }: FieldsProps) => (
  <>
    <div className="guideline-fields">
      <TextField
        label="Chapter, as letters write it"
        value={draft.chapter}
        onChange={(chapter) => set({ chapter })}
        placeholder="Low Back Complaints"
        autoFocus
      />
      <TextField
        label="Year"
        value={draft.year === null ? '' : String(draft.year)}
        onChange={(words) => {
          const year = words.replace(/\D/gu, '').slice(0, 4);
          set({ year: year === '' ? null : Number(year) });
        }}
      />
      <TextField
        label="Its name in forms that cite no year"
        value={draft.chapter2014}
        onChange={(chapter2014) => set({ chapter2014 })}
        placeholder="ACOEM Chapter 12 Low Back Complaints"
      />
      <TextField
        label="8 CCR section"
        value={draft.regulation}
        onChange={(regulation) => set({ regulation })}
        placeholder="9792.23.5"
      />
      <DateField
        label="In force from"
        value={draft.effectiveFrom ?? ''}
        onChange={(from) => set({ effectiveFrom: from === '' ? null : from })}
      />
      <DateField
        label="Until, empty while no later one is known"
        value={draft.effectiveTo ?? ''}
        onChange={(until) => set({ effectiveTo: until === '' ? null : until })}
      />
      <TextField label="Publisher" value={draft.publisher} onChange={(publisher) => set({ publisher })} />
      <DateField
        label="Not known from, empty where it is"
        value={draft.unknownFrom ?? ''}
        onChange={(from) => set({ unknownFrom: from === '' ? null : from })}
      />
    </div>
    <TextField
      label="Sections, one a line"
      value={sections}
      onChange={setSections}
      rows={6}
      description="Offered when the chapter is cited; names only, no text of the guideline."
    />
    <Checkbox
      label="Letters cite this chapter without a section"
      isOn={draft.sectionOptional}
      onChange={(sectionOptional) => set({ sectionOptional })}
    />
    <RadioCards
      label="Certainty"
      value={draft.certainty}
      cards={CERTAINTIES}
      onChange={(certainty) => set({ certainty })}
    />
    <TextField
      label="What there is to say of its dates"
      value={draft.note}
      onChange={(note) => set({ note })}
      rows={2}
    />
    <TextField label="Source" value={draft.source} onChange={(source) => set({ source })} rows={2} />
  </>
);

/** One edition of a chapter: its names, dates and sections. */
export const GuidelineForm = ({ row, onClose, onNext }: Props) => {
  const [draft, setDraft] = useState(row);
  const [sections, setSections] = useState(row.sections.join('\n'));
  const [error, setError] = useState('');
  const { run: save, isRunning } = useCommand('guideline.save', { isQuiet: true });
  const { run: remove } = useCommand('guideline.remove');
  const isNew = row.id === '';
  const set = (part: Partial<GuidelineRow>): void => setDraft((now) => ({ ...now, ...part }));
  const submit = async (): Promise<void> => {
    if (draft.effectiveFrom === null && isNew) return setError('An edition needs the day from which it is in force.');
    const reply = await save({ row: { ...draft, chapter: draft.chapter.trim(), sections: linesOf(sections) } });
    return reply.ok ? onClose() : setError(reply.error.message);
  };
  const takeAway = async (): Promise<void> => {
    if ((await remove({ id: row.id })).ok) onClose();
  };
  return (
    <Form
      className="stack settings-section"
      aria-label={isNew ? 'New edition' : `Edition ${editionName(row)}`}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="row">
        <Button variant="quiet" icon="left" onPress={onClose}>
          All editions
        </Button>
        <span className="spread" />
        {isNew ? null : (
          <>
            <Button variant="quiet" onPress={() => onNext(row)}>
              Add the next edition
            </Button>
            <Button variant="quiet" icon="trash" onPress={() => void takeAway()}>
              Remove
            </Button>
          </>
        )}
      </div>
      <Fields draft={draft} sections={sections} set={set} setSections={setSections} />
      {error === '' ? null : (
        <Notice tone="block" isLive>
          {error}
        </Notice>
      )}
      <div className="row end">
        <Button onPress={onClose}>Cancel</Button>
        <Button variant="primary" type="submit" isPending={isRunning}>
          Save the edition
        </Button>
      </div>
    </Form>
  );
};
