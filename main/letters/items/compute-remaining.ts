import { areComparable, quantityOf, type Quantity } from './quantity.ts';
import { NUMBER_WORDS } from '../../../shared/number-words.ts';

/** What is left of a partly authorised request, or why it cannot be told by subtraction. */
export type Remaining =
  | { readonly kind: 'remaining'; readonly amount: number; readonly text: string }
  | { readonly kind: 'not-subtractable'; readonly reason: string };

const isSpelled = (words: string): boolean => !/\d/u.test(words);

/**
 * The amount as the words around it are written: in words where they are, with their number sign where they have one.
 */
const written = (amount: number, words: string): string =>
  isSpelled(words) ? (NUMBER_WORDS[amount] ?? String(amount)) : String(amount);

const NUMBER = /\d+(?:\.\d+)?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/iu;

/** The phrase with its amount replaced: `Norco 10/325mg #25` becomes `Norco 10/325mg #35`. */
export const withAmount = (phrase: string, { start, end }: Quantity, amount: number): string => {
  const words = phrase.slice(start, end);
  return (
    phrase.slice(0, start) +
    words.replace(NUMBER, (number) => written(amount, number)).replace(/\s\(\d+\)/u, '') +
    phrase.slice(end)
  );
};

const refusal = (reason: string): Remaining => ({ kind: 'not-subtractable', reason });

/** Original less authorised (domain, section 4): the remaining portion in the words of the authorised phrase. */
export const computeRemaining = (original: string, authorised: string): Remaining => {
  const [whole, given] = [quantityOf(original), quantityOf(authorised)];
  if (whole === null || given === null)
    return refusal(`No single quantity can be read in "${whole === null ? original : authorised}".`);
  if (!areComparable(whole, given))
    return refusal(
      whole.rate !== undefined && given.rate !== undefined
        ? 'The request and what was authorised are rates over different times.'
        : `The request is counted in ${whole.unit}, what was authorised in ${given.unit}.`,
    );
  if (given.amount >= whole.amount) return refusal('Nothing remains: as much was authorised as was asked for.');
  const amount = whole.amount - given.amount;
  return {
    kind: 'remaining',
    amount,
    text: given.end === 0 ? `${authorised} (${String(amount)})` : withAmount(authorised, given, amount),
  };
};
