import type { ItemFacts } from '../../../shared/item.ts';
import { findFrequencies } from '../../../shared/facts/frequency.ts';
import { usDate } from '../../../shared/partial-date.ts';

/** A word or two about an item as requested; `warn` where its figures do not agree. */
export type FactChip = { readonly text: string; readonly tone: 'neutral' | 'warn' };

const prefixOf = ({ prefix, dateOfService }: ItemFacts): string => {
  if (prefix === 'associated-surgical-service') return 'associated surgical service';
  const day = dateOfService === null ? '' : usDate(dateOfService);
  if (prefix === 'retrospective') return day === '' ? 'retrospective, no date yet' : `retrospective, ${day}`;
  return day;
};

const partsOf = ({ bodyParts, sides }: ItemFacts): string =>
  [sides.join(' and '), bodyParts.join(' and ')].filter((words) => words !== '').join(' ');
const drugsOf = ({ drugs, strengths }: ItemFacts): string =>
  [drugs.join(' and '), strengths.join(' and ')].filter((words) => words !== '').join(' ');
/** The date of service has a chip of its own. */
const serviceOf = ({ service }: ItemFacts): string =>
  service.replace(/[\s,]*\((?:DOS|dates? of service)\b[^)]*\)/iu, '');
const unitOf = ({ countUnit }: ItemFacts): string =>
  countUnit === '' || countUnit === 'pieces' ? '' : ` ${countUnit}`;

/** Frequency times duration with what they come to: `1 × 6 = 6`; where the request counts otherwise, it says so. */
const measureOf = (facts: ItemFacts): FactChip[] => {
  const { frequency, product, count } = facts;
  const stated = frequency?.total ?? count;
  if (product !== null && frequency !== null) {
    const sum = `${String(frequency.times[0])} × ${String(frequency.periods[0])} = ${String(product)}`;
    return stated !== null && stated !== product
      ? [{ text: `${sum}, not ${String(stated)}`, tone: 'warn' }]
      : [{ text: `${sum}${unitOf(facts)}`, tone: 'neutral' }];
  }
  if (count === null) return [];
  return [{ text: facts.kind === 'drug' ? `#${String(count)}` : `${String(count)}${unitOf(facts)}`, tone: 'neutral' }];
};

const authorisedOf = (asked: ItemFacts, { partial, count }: ItemFacts): string => {
  if (partial === null) return 'nothing authorized';
  return partial.form === 'remaining-portion' && count !== null && asked.count !== null
    ? `${String(count)} of ${String(asked.count)} remain`
    : 'partly authorized';
};

/**
 * An item in a few chips: what was asked, where, how much, and what of it was authorised. `decided` are the facts of
 * the heading; of a partly authorised request they tell the remainder.
 */
export const factChips = (asked: ItemFacts, decided: ItemFacts): FactChip[] => {
  const words = [prefixOf(asked), asked.drugs.length === 0 ? serviceOf(asked) : '', drugsOf(asked), partsOf(asked)];
  return [
    ...words.filter((text) => text !== '').map((text): FactChip => ({ text, tone: 'neutral' })),
    ...measureOf(asked),
    { text: authorisedOf(asked, decided), tone: 'neutral' },
  ];
};

/** Frequency and duration as the request words them, without the total that may stand behind. */
export const frequencyWords = ({ request }: ItemFacts): string => {
  const [found] = findFrequencies(request);
  return found === undefined
    ? ''
    : request
        .slice(found.start, found.end)
        .replace(/[\s,]*\([^)]*\)\s*$/u, '')
        .replace(/[\s,]*(?:=|for a total of|total(?: of)?|totaling)\s*#?\d+\s*$/iu, '');
};
