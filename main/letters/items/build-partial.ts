import type { PartialRequest } from '../../../shared/item.ts';
import { foldSpace } from '../../../shared/letter.ts';
import { computeRemaining } from './compute-remaining.ts';
import { partialHeading } from './partial-request.ts';

/**
 * A partly authorised request as built: its parts, the heading they make, what remains in figures, and what to say
 * about it.
 */
export type BuiltPartial = {
  readonly partial: PartialRequest;
  readonly heading: string;
  readonly amount: number | null;
  readonly message: string;
};

/**
 * Builds a partly authorised request (domain, section 4). Without `form` the remaining portion is computed where it can
 * be, and the other form is used where it cannot. `remaining` in the user's words stands over what is computed.
 */
export const buildPartial = (
  original: string,
  authorised: string,
  form?: PartialRequest['form'],
  remaining?: string,
): BuiltPartial => {
  const [whole, given] = [foldSpace(original), foldSpace(authorised)];
  const computed = computeRemaining(whole, given);
  const chosen = form ?? (computed.kind === 'remaining' ? 'remaining-portion' : 'original-request');
  const rest = chosen === 'original-request' ? whole : computed.kind === 'remaining' ? computed.text : '';
  const partial = {
    form: chosen,
    original: whole,
    authorised: given,
    remaining: remaining === undefined || foldSpace(remaining) === '' ? rest : foldSpace(remaining),
  };
  return {
    partial,
    heading: whole === '' || given === '' || partial.remaining === '' ? '' : partialHeading(partial),
    amount: computed.kind === 'remaining' ? computed.amount : null,
    message: computed.kind === 'remaining' ? '' : computed.reason,
  };
};
