import { rulesOn } from '../../../shared/rule.ts';
import type { WriteEdit } from '../../data/edit-keeper.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { EditField } from '../../ui/edit-field.tsx';

type Props = {
  /** The decision date, today where there is none yet. */
  readonly day: string;
  readonly reason: string;
  /** Sentences that are usual, or the reason itself while the rationale lacks it. */
  readonly offered: readonly string[];
  readonly write: WriteEdit<string>;
  /** States the reason and puts it into the rationale. */
  readonly onTake: (reason: string) => void;
};

/** The order of the search, and the standards of necessity as they are on the day. */
const StandingRules = ({ day }: { readonly day: string }) => {
  const { data: rules = [] } = useQueryOf('rule.list', {});
  return (
    <ul className="search-order small quiet">
      {rulesOn(rules, ['search-order', 'necessity-standard', 'necessity-standard-before-2017'], day).map(
        ({ id, asks, stands }) => (
          <li key={id}>
            {asks} ({stands})
          </li>
        ),
      )}
    </ul>
  );
};

/**
 * A citation outside the MTUS asks why: the order in which evidence is looked for, the reason, and sentences for it.
 */
export const OutsideReason = ({ day, reason, offered, write, onTake }: Props) => (
  <div role="group" aria-label="Why outside the MTUS" className="outside">
    <p className="small">
      <span className="strong">Why outside the MTUS?</span> The rationale says why the MTUS does not answer.
    </p>
    <StandingRules day={day} />
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
