import type { Finding } from '../../../shared/check.ts';
import type { ItemSuggestions } from '../../../shared/item.ts';
import { Button } from '../../ui/button.tsx';

/** A sentence that has its place at the end of the rationale, before the words `end` of it where they are given. */
export type Offer = {
  readonly name: string;
  readonly text: string;
  readonly end: string | null;
  readonly isParagraph: boolean;
};

/** What the rationale could take as it stands, the likeliest first. */
export const offersOf = (
  { closing, opioidParagraph, dependentRationale, ends }: ItemSuggestions,
  rationale: string,
  findings: readonly Finding[],
): Offer[] => {
  const offer = (name: string, text: string | null, end: string | null = null, isParagraph = false): Offer[] =>
    text === null || rationale.includes(text) ? [] : [{ name, text, end, isParagraph }];
  // A closing sentence that says the contrary of the decision: its finding offers the right one in its place.
  const isContrary = findings.some(({ name }) => name === 'contrary-closing');
  return [
    ...(rationale.trim() === '' ? offer('Rationale of a dependent item', dependentRationale) : []),
    ...(isContrary ? [] : offer('Closing sentence', closing, ends.opioidParagraph)),
    ...offer('Opioid paragraph', opioidParagraph, null, true),
  ];
};

/** Sentences that are offered, never put in by themselves; Ctrl+Enter takes the first. */
export const RationaleOffers = ({
  offers,
  onTake,
}: {
  readonly offers: readonly Offer[];
  readonly onTake: (offer: Offer) => void;
}) =>
  offers.map((offer, index) => (
    <div key={offer.name} className="offer" role="group" aria-label={offer.name}>
      <div className="spread">
        <p className="small quiet">{offer.name}</p>
        <p className="printed-words">{offer.text}</p>
      </div>
      <Button
        label={`Put in: ${offer.name}`}
        keys={index === 0 ? 'Mod+Enter' : undefined}
        onPress={() => onTake(offer)}
      >
        Put in
      </Button>
    </div>
  ));
