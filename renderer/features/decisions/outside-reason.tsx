import { SEARCH_ORDER } from '../../../shared/guideline.ts';
import { Button } from '../../ui/button.tsx';

type Props = { readonly reasons: readonly string[]; readonly onTake: (reason: string) => void };

/** A citation outside the MTUS asks why: the order in which evidence is looked for, and sentences for the rationale. */
export const OutsideReason = ({ reasons, onTake }: Props) => (
  <div role="group" aria-label="Why outside the MTUS" className="outside">
    <p className="small"><span className="strong">Why outside the MTUS?</span> Evidence is looked for in this order (8 CCR 9792.21.1); the rationale says why the first did not answer.</p>
    <ol className="search-order small quiet">{SEARCH_ORDER.map((step) => <li key={step}>{step}</li>)}</ol>
    {reasons.map((reason) => (
      <div key={reason} className="offer">
        <p className="printed-words spread">{reason}</p>
        <Button label={`Put into the rationale: ${reason}`} onPress={() => onTake(reason)}>Put in</Button>
      </div>
    ))}
    {reasons.length === 0 ? <p className="small quiet">The rationale gives its reason.</p> : null}
  </div>
);
