import { useState } from 'react';
import type { CaseId, ItemId } from '../../../shared/ids.ts';
import type { ItemFacts, ItemField } from '../../../shared/item.ts';
import { useCommand } from '../../data/hooks.ts';
import { flushEdits } from '../../data/use-edit.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Select } from '../../ui/select.tsx';
import { showToast } from '../../ui/toast-queue.ts';
import { TextField } from '../../ui/text-field.tsx';
import { frequencyWords } from './facts-line.ts';

type Props = { readonly caseId: CaseId; readonly id: ItemId; readonly facts: ItemFacts };

const PREFIXES = [
  { id: 'none', label: 'None' },
  { id: 'retrospective', label: 'Retrospective', note: 'The service was given already; its date belongs with it.' },
  {
    id: 'associated-surgical-service',
    label: 'Associated surgical service',
    note: 'It goes with an operation that is disputed too.',
  },
] as const;
const SIDES = [
  { id: 'none', label: 'None' },
  { id: 'left', label: 'Left' },
  { id: 'right', label: 'Right' },
  { id: 'bilateral', label: 'Bilateral' },
] as const;

type FieldProps = {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly others?: readonly string[];
  readonly set: (value: string) => Promise<string | null>;
};

/**
 * A field of the heading; what is typed goes into the heading when it is left, and what cannot stand there says why.
 */
const Field = ({ label, value, placeholder, others = [], set }: FieldProps) => {
  const [state, setState] = useState<{ readonly base: string; readonly text: string; readonly error: string | null }>({
    base: value,
    text: value,
    error: null,
  });
  if (state.base !== value) setState({ base: value, text: value, error: null });
  const settle = async (): Promise<void> => {
    if (state.text.trim() === state.base) return;
    const error = await set(state.text.trim());
    if (error !== null) setState((now) => ({ ...now, error }));
  };
  return (
    <TextField
      label={label}
      value={state.text}
      placeholder={placeholder}
      onChange={(text) => setState({ ...state, text, error: null })}
      onBlur={() => void settle()}
      onEnter={() => void settle()}
      error={state.error}
      description={others.length === 0 ? '' : `Also named: ${others.join(', ')}`}
    />
  );
};

/** What the item says, field by field; a change is made in the heading and leaves its other words as requested. */
export const ItemFields = ({ caseId, id, facts }: Props) => {
  const { run } = useCommand('item.write', { isQuiet: true });
  /** The reason why the value cannot stand there, or null. */
  const set = async (field: ItemField, value: string): Promise<string | null> => {
    await flushEdits();
    const reply = await run({ caseId, id, field, value });
    return reply.ok ? null : reply.error.message;
  };
  const choose = async (field: ItemField, value: string): Promise<void> => {
    const refusal = await set(field, value);
    if (refusal !== null) showToast({ tone: 'block', text: refusal });
  };
  const [part = '', ...otherParts] = facts.bodyParts;
  const [drug = '', ...otherDrugs] = facts.drugs;
  const [strength = '', ...otherStrengths] = facts.strengths;
  return (
    <div className="item-fields" role="group" aria-label="Fields of the item">
      <Select
        label="Prefix"
        value={facts.prefix ?? 'none'}
        options={PREFIXES}
        onChange={(id) => void choose('prefix', id === 'none' ? '' : id)}
      />
      <DateField
        label="Date of service"
        value={facts.dateOfService?.length === 10 ? facts.dateOfService : ''}
        onChange={(day) => void choose('dateOfService', day)}
      />
      <div className="item-fields-whole">
        <Field
          label="Service"
          value={facts.service}
          placeholder="Physical therapy"
          set={(value) => set('service', value)}
        />
      </div>
      <Field
        label="Body part"
        value={part}
        others={otherParts}
        placeholder="Lumbar spine"
        set={(value) => set('bodyPart', value)}
      />
      <Select
        label="Side"
        value={SIDES.find(({ id }) => id === facts.sides[0])?.id ?? 'none'}
        options={SIDES}
        onChange={(id) => void choose('side', id === 'none' ? '' : id)}
      />
      <Field label="Drug" value={drug} others={otherDrugs} placeholder="None" set={(value) => set('drug', value)} />
      <Field
        label="Strength"
        value={strength}
        others={otherStrengths}
        placeholder="50 mg"
        set={(value) => set('strength', value)}
      />
      <Field
        label="Count"
        value={facts.count === null ? '' : String(facts.count)}
        placeholder="60"
        set={(value) => set('count', value)}
      />
      <Field
        label="Frequency and duration"
        value={frequencyWords(facts)}
        placeholder="2 times a week for 3 weeks"
        set={(value) => set('frequency', value)}
      />
    </div>
  );
};
