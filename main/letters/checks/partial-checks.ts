import { findFrequencies } from '../../../shared/facts/frequency.ts';
import { found, type Found, type ValuesOf } from '../../../shared/finding-kinds.ts';
import { findFacts } from '../../../shared/find-facts.ts';
import type { PartialRequest } from '../../../shared/item.ts';
import { parsePartial } from '../items/partial-request.ts';
import { areComparable, findQuantities, productOf, quantityOf } from '../items/quantity.ts';
import { itemPart, type CheckedItem, type CheckedLetter, type LetterCheck } from './check.ts';

type Partly = { readonly item: CheckedItem; readonly partial: PartialRequest };

const partials = ({ checkedItems, items }: CheckedLetter): Partly[] =>
  checkedItems.flatMap((item) => {
    const partial = parsePartial(item.heading) ?? items?.[item.index]?.partial ?? null;
    return partial === null ? [] : [{ item, partial }];
  });

const miscounted = (phrase: string): ValuesOf<'miscounted'> | null => {
  const product = productOf(phrase);
  if (product === null) return null;
  const total = findFrequencies(phrase).find((found) => found.total !== null)?.total;
  const counted = findQuantities(phrase).filter(
    ({ unit, start }) =>
      (unit === 'sessions' || unit === 'any') &&
      !findFrequencies(phrase).some((found) => start >= found.start && start < found.end),
  );
  const stated = total ?? (counted.length === 1 ? counted[0]?.amount : undefined);
  return stated === undefined || stated === null || stated === product ? null : { product, stated };
};

/** Silent where a phrase contradicts itself: check 21 reports that, and no remainder can be told. */
const isOff = ({ original, authorised, remaining }: PartialRequest): ValuesOf<'wrong-remainder'> | null => {
  if ([original, authorised, remaining].some((phrase) => miscounted(phrase) !== null)) return null;
  const [whole, given, left] = [quantityOf(original), quantityOf(authorised), quantityOf(remaining)];
  if (whole === null || given === null || left === null || !areComparable(whole, given) || !areComparable(whole, left))
    return null;
  const rest = whole.amount - given.amount;
  return rest === left.amount ? null : { original: whole.amount, authorised: given.amount, rest, stated: left.amount };
};

const haveOtherUnits = ({ original, authorised }: PartialRequest): boolean => {
  const [whole, given] = [quantityOf(original), quantityOf(authorised)];
  return whole !== null && given !== null && !areComparable(whole, given);
};

const strengthsOf = (text: string): Set<string> =>
  new Set(
    findFacts(text)
      .filter(({ kind }) => kind === 'strength')
      .map(({ value }) => value),
  );
const drugsOf = (text: string): Set<string> =>
  new Set(
    findFacts(text)
      .filter(({ kind }) => kind === 'drug')
      .map(({ value }) => value),
  );

const differ = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size > 0 && b.size > 0 && [...a].every((value) => !b.has(value));

/** What is named unlike in two phrases that should speak of one thing. */
const mismatch = (one: string, other: string): 'drug' | 'strength' | null => {
  if (differ(drugsOf(one), drugsOf(other))) return 'drug';
  return differ(strengthsOf(one), strengthsOf(other)) ? 'strength' : null;
};

const unlike = ({ item, partial: { form, original, authorised, remaining } }: Partly): Found[] => {
  const others = form === 'remaining-portion' ? [authorised, remaining] : [remaining];
  return others.flatMap((words) => {
    const what = mismatch(original, words);
    return what === null ? [] : [found('request-differs', itemPart(item, 'heading'), { what, words, original }, words)];
  });
};

/** The phrases in which frequency, duration and count must agree with each other. */
const phrasesOf = (item: CheckedItem): string[] => {
  const partial = parsePartial(item.heading);
  return partial === null ? [item.heading] : [partial.original, partial.authorised, partial.remaining];
};

export const partialChecks: readonly LetterCheck[] = [
  {
    name: 'remainder',
    run: (letter) =>
      partials(letter).flatMap(({ item, partial }) => {
        const off = partial.form === 'remaining-portion' ? isOff(partial) : null;
        return off === null ? [] : [found('wrong-remainder', itemPart(item, 'heading'), off, partial.remaining)];
      }),
  },
  {
    name: 'request-agrees',
    run: (letter) => [
      ...partials(letter).flatMap(unlike),
      ...letter.checkedItems.flatMap((item) =>
        phrasesOf(item).flatMap((phrase) => {
          const counts = miscounted(phrase);
          return counts === null ? [] : [found('miscounted', itemPart(item, 'heading'), counts, phrase)];
        }),
      ),
    ],
  },
  {
    name: 'units-agree',
    run: (letter) =>
      partials(letter).flatMap(({ item, partial }) =>
        partial.form === 'remaining-portion' && haveOtherUnits(partial)
          ? [found('units-differ', itemPart(item, 'heading'), {}, partial.authorised)]
          : [],
      ),
  },
];
