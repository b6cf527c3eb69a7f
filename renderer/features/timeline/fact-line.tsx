import { ENTRY_KIND_NAMES } from '../../../shared/entry.ts';
import type { Entry } from '../../../shared/entry.ts';
import { Icon } from '../../ui/icon.tsx';
import { isTaken } from './shown-facts.ts';

export type FactActions = {
  readonly tick: (fact: Entry, isTicked: boolean) => void;
  readonly focusFact: (fact: Entry) => void;
  readonly openFact: (fact: Entry) => void;
};

type Props = {
  readonly fact: Entry;
  readonly isCurrent: boolean;
  readonly showsReason: boolean;
  /** What is being done with it: it is moved, or others join it. */
  readonly note: string | null;
  readonly actions: FactActions;
};

/** The row of a fact, as `aria-activedescendant` names it. */
export const factRowId = (id: string): string => `fact-${id}`;

const STATE_WORDS: Readonly<Record<Entry['state'], string>> = {
  proposed: '',
  accepted: ', accepted',
  rejected: ', rejected',
  'set-aside': ', set aside',
};

/** Why a fact is on the card or folded, and why it was proposed. */
const reasonOf = ({ why, reason }: Entry): string => [why, reason].filter((part) => part !== '').join(' ');

/** One fact of a visit: whether it is taken, and its words. */
export const FactLine = ({ fact, isCurrent, showsReason, note, actions }: Props) => {
  const isOn = isTaken(fact);
  return (
    <div
      role="row"
      id={factRowId(fact.id)}
      className={`fact-line ${fact.state} ${fact.rank} ${isOn ? 'on' : ''} ${isCurrent ? 'at' : ''}`}
      data-entry={fact.id}
      aria-level={2}
      aria-label={`${ENTRY_KIND_NAMES[fact.kind]}: ${fact.text}${STATE_WORDS[fact.state]}${isOn ? ', ticked' : ', not ticked'}`}
      onMouseDown={(event) => {
        event.stopPropagation();
        actions.focusFact(fact);
      }}
      onClick={(event) => {
        event.stopPropagation();
        actions.openFact(fact);
      }}
    >
      <span role="gridcell" className="fact-tick">
        <button
          type="button"
          role="checkbox"
          aria-checked={isOn}
          aria-label={`Take: ${fact.text}`}
          className="tick"
          tabIndex={-1}
          onClick={(event) => {
            event.stopPropagation();
            actions.tick(fact, !isOn);
          }}
        >
          {isOn ? <Icon name="check" size={10} /> : null}
        </button>
      </span>
      <span role="gridcell" className="fact-words">
        {fact.text}
        {fact.state === 'set-aside' ? <span className="fact-state">set aside</span> : null}
        {showsReason && reasonOf(fact) !== '' ? <span className="fact-reason">{reasonOf(fact)}</span> : null}
        {note === null ? null : <span className="fact-reason">{note}</span>}
      </span>
    </div>
  );
};
