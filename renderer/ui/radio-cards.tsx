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

/** A choice whose meaning stands inside it: cards side by side, each with its title and what it means. */
export const RadioCards = <Id extends string>({
  label,
  isLabelHidden = false,
  value,
  cards,
  onChange,
}: RadioCardsProps<Id>) => (
  <RadioGroup className="radio-cards" value={value} onChange={(id) => onChange(id as Id)} aria-label={label}>
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
