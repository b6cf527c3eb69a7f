import type { Entry } from '../../../shared/entry.ts';
import type { Visit } from '../../../shared/visit-card.ts';

/** Whether accepting takes a fact, or has taken it. */
export const isTaken = ({ state, isTicked }: Entry): boolean => isTicked && state !== 'rejected';

/** The facts of a card: those that stand on it, and those behind "more". */
export const factsOnCard = ({ facts, state }: Visit): { readonly shown: Entry[]; readonly folded: Entry[] } => {
  // Of a visit that was thrown out as a whole all is still told; else what was thrown out by itself is gone.
  const told = facts.filter((fact) => state === 'rejected' || fact.state !== 'rejected');
  const isShown = (fact: Entry): boolean => fact.rank === 'key' || isTaken(fact);
  return { shown: told.filter(isShown), folded: told.filter((fact) => !isShown(fact)) };
};
