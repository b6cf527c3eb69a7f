import { SEARCH_ORDER } from '../../../shared/guideline.ts';
import type { WriteEdit } from '../../data/edit-keeper.ts';
import { Button } from '../../ui/button.tsx';
import { EditField } from '../../ui/edit-field.tsx';

type Props = {
  readonly reason: string;
  /** Sentences that are usual, or the reason itself while the rationale lacks it. */
  readonly offered: readonly string[];
  readonly write: WriteEdit<string>;
  /** States the reason and puts it into the rationale. */
  readonly onTake: (reason: string) => void;
};

/**
 * A citation outside the MTUS asks why: the order in which evidence is looked for, the reason, and sentences for it.
 */
export const OutsideReason = ({ reason, offered, write, onTake }: Props) => (
  <div role="group" aria-label="Why outside the MTUS" className="outside">
    <p className="small">
      <span className="strong">Why outside the MTUS?</span> Evidence is looked for in this order (8 CCR 9792.21.1); the
      rationale says why the first did not answer.
    </p>
    <ol className="search-order small quiet">
      {SEARCH_ORDER.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
    <EditField
      label="Reason"
      value={reason}
      write={write}
      rows={2}
      placeholder="The MTUS does not address …"
      description={offered.length === 0 ? 'The rationale gives it.' : ''}
    />
    {offered.map((sentence) => (
      <div key={sentence} className="offer">
        <p className="printed-words spread">{sentence}</p>
        <Button label={`Put into the rationale: ${sentence}`} onPress={() => onTake(sentence)}>
          Put in
        </Button>
      </div>
    ))}
  </div>
);
