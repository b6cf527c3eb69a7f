import type { Finding } from '../../../shared/check.ts';
import type { ItemSuggestions } from '../../../shared/item.ts';
import { Button } from '../../ui/button.tsx';

/** A sentence that has its place at the end of the rationale, or in place of one that says the contrary. */
export type Offer = { readonly name: string; readonly text: string; readonly instead: string | null; readonly isParagraph: boolean };

/** The finding that the closing sentence says the contrary of the decision. */
const CONTRARY = 29;

/** What the rationale could take as it stands, the likeliest first. */
export const offersOf = ({ closing, opioidParagraph, dependentRationale }: ItemSuggestions, rationale: string, findings: readonly Finding[]): Offer[] => {
  const contrary = findings.find(({ check, quote }) => check === CONTRARY && quote !== undefined && rationale.includes(quote))?.quote ?? null;
  const offer = (name: string, text: string | null, more: Partial<Offer> = {}): Offer[] => (text === null || rationale.includes(text) ? [] : [{ name, text, instead: null, isParagraph: false, ...more }]);
  return [
    ...(rationale.trim() === '' ? offer('Rationale of a dependent item', dependentRationale) : []),
    ...offer('Closing sentence', closing, { instead: contrary }),
    ...offer('Opioid paragraph', opioidParagraph, { isParagraph: true }),
  ];
};

/** Sentences that are offered, never put in by themselves; Ctrl+Enter takes the first. */
export const RationaleOffers = ({ offers, onTake }: { readonly offers: readonly Offer[]; readonly onTake: (offer: Offer) => void }) =>
  offers.map((offer, index) => (
    <div key={offer.name} className="offer" role="group" aria-label={offer.name}>
      <div className="spread">
        <p className="small quiet">{offer.name}</p>
        <p className="printed-words">{offer.text}</p>
      </div>
      <Button label={`${offer.instead === null ? 'Put in' : 'Replace'}: ${offer.name}`} keys={index === 0 ? 'Mod+Enter' : undefined} onPress={() => onTake(offer)}>{offer.instead === null ? 'Put in' : 'Replace'}</Button>
    </div>
  ));
