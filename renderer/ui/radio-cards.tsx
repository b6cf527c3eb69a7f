import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { KeyHint } from './key-hint.tsx';

export type RadioCard<Id extends string> = {
  readonly id: Id;
  readonly title: string;
  readonly note: string;
  /** The key of the action that chooses it, shown as a hint. */
  readonly keys?: string;
};

export type RadioCardsProps<Id extends string> = {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: Id | null;
  readonly cards: readonly RadioCard<Id>[];
  readonly onChange: (id: Id) => void;
};

/** Milliseconds after which what is stored is shown again, if the choice did not become it. */
const SETTLED_MS = 2000;

type Chosen<Id> = { readonly id: Id; readonly before: Id | null };

/** A choice is shown at once, and stands until the stored value has changed. */
const useChoice = <Id extends string>(
  value: Id | null,
  onChange: (id: Id) => void,
): readonly [Id | null, (id: Id) => void] => {
  const [chosen, setChosen] = useState<Chosen<Id> | null>(null);
  const choose = (id: Id): void => {
    setChosen({ id, before: value });
    setTimeout(() => setChosen(null), SETTLED_MS);
    onChange(id);
  };
  return [chosen !== null && chosen.before === value ? chosen.id : value, choose];
};

/** A choice whose meaning stands inside it: cards side by side, each with its title and what it means. */
export const RadioCards = <Id extends string>({
  label,
  isLabelHidden = false,
  value,
  cards,
  onChange,
}: RadioCardsProps<Id>) => {
  const [shown, choose] = useChoice(value, onChange);
  return (
    <RadioGroup className="radio-cards" value={shown} onChange={(id) => choose(id as Id)} aria-label={label}>
      {isLabelHidden ? null : <Label className="field-label">{label}</Label>}
      <div className="cards">
        {cards.map((card) => (
          <Radio key={card.id} value={card.id} className="card">
            <span className="card-title">
              {card.title}
              {card.keys ? <KeyHint keys={card.keys} /> : null}
            </span>
            <span className="card-note">{card.note}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
};
