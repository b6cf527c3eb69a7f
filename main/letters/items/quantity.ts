import { findFrequencies } from '../../../shared/facts/frequency.ts';
import { NUMBER, numberOf } from './quantity-words.ts';
import { isSameTime, rateOf, type Rate } from './rate.ts';

type QuantityUnit = 'sessions' | 'pieces' | 'days' | 'weeks' | 'months' | 'hours' | 'ml' | 'grams' | 'any';

/** How much of something a request asks for: `#60`, `12 sessions`, `times 12`; `any` where only a number is given. */
export type Quantity = {
  readonly amount: number;
  readonly unit: QuantityUnit;
  readonly start: number;
  readonly end: number;
  /** Where it is so much in each day, week or month. */
  readonly rate?: Rate;
};

const UNITS: readonly (readonly [QuantityUnit, string])[] = [
  ['sessions', '(?:sessions?|visits?|treatments?|appointments?|injections?|units of service)'],
  ['pieces', '(?:tablets?|tabs?|capsules?|caps?|pills?|patch(?:es)?|boxes|box|bottles?|tubes?|pairs?|units?)'],
  ['days', 'days?'],
  ['weeks', 'weeks?'],
  ['months', 'months?'],
  ['hours', 'hours?'],
  ['ml', '(?:ml|millilit(?:er|re)s?)'],
  ['grams', '(?:g|gm|grams?)'],
];
/** Words of the service between the number and its unit: `twelve physical therapy sessions`. */
const SERVICE =
  '(?:(?:additional|more|further|initial|post-?op(?:erative)?|physical|occupational|speech|aquatic|massage|chiropractic|acupuncture|therapy|treatment|PT|OT|follow-up)\\s+){0,4}';
const NOT_RANGE = '(?<![\\d.]|\\d\\s?[-–/]\\s?|\\bto\\s)';

const WITH_UNIT = UNITS.map(([unit, words]) => ({
  unit,
  pattern: new RegExp(
    `${NOT_RANGE}\\b${NUMBER}[\\s-]{0,2}${SERVICE}${words}\\b(?!\\s?(?:a|per|/)\\s?(?:day|week|month))`,
    'giu',
  ),
}));
const COUNTED = new RegExp(`#\\s?(\\d{1,4})\\b|\\b(?:quantity|qty\\.?|count)(?:\\s?(?:of|:))?\\s?${NUMBER}\\b`, 'giu');
const TIMES = new RegExp(
  `(?<!\\d\\s?)\\b(?:times|x)\\s?${NUMBER}\\b(?!\\s?(?:times|x\\b|weeks?|months?|days?|visits?|a\\s|per\\s|/))`,
  'giu',
);
const BRACKETED = /\((\d{1,3})\)/gu;

const collect = (text: string, pattern: RegExp, unit: QuantityUnit): Quantity[] =>
  [...text.matchAll(pattern)].map((match) => ({
    amount: numberOf(match[1] ?? match[2] ?? '0'),
    unit,
    start: match.index,
    end: match.index + match[0].length,
  }));

/** A bracketed number that repeats the word before it (`eight (8) sessions`) counts nothing of its own. */
const bracketed = (text: string): Quantity[] =>
  collect(text, BRACKETED, 'any').filter(
    ({ start }) =>
      !/\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s?$/iu.test(text.slice(0, start)),
  );

/** Weeks and days that belong to a frequency say how long, not how much. */
const isDuration = (text: string, { start, end, unit }: Quantity): boolean =>
  ['days', 'weeks', 'months'].includes(unit) &&
  findFrequencies(text).some((found) => start < found.end && end > found.start);

/** Every stated quantity of a request, in order; doses and strengths are none. */
export const findQuantities = (text: string): Quantity[] => {
  const found = [
    ...WITH_UNIT.flatMap(({ unit, pattern }) => collect(text, pattern, unit)),
    ...collect(text, COUNTED, 'any'),
    ...collect(text, TIMES, 'any'),
    ...bracketed(text),
  ];
  return found
    .filter(
      (one) =>
        !isDuration(text, one) &&
        !found.some(
          (other) =>
            other !== one &&
            other.start <= one.start &&
            other.end >= one.end &&
            other.end - other.start > one.end - one.start,
        ),
    )
    .sort((a, b) => a.start - b.start);
};

/** Frequency times duration, where neither is a range and both count by the week. */
export const productOf = (text: string): number | null => {
  const [only, second] = findFrequencies(text).filter(({ unit }) => unit === 'week');
  if (
    only === undefined ||
    second !== undefined ||
    only.times[0] !== only.times[1] ||
    only.periods[0] !== only.periods[1]
  )
    return null;
  return only.times[0] * only.periods[0];
};

const COUNTABLE: readonly QuantityUnit[] = ['sessions', 'pieces', 'any'];

/**
 * The one quantity that a request is measured by: stated, or else what frequency and duration come to. Null where there
 * is none, or more than one.
 */
export const quantityOf = (text: string): Quantity | null => {
  const rate = rateOf(text);
  if (rate !== null) return { amount: rate.amount, unit: 'hours', start: rate.start, end: rate.end, rate };
  const stated = findQuantities(text);
  const countable = stated.filter(({ unit }) => COUNTABLE.includes(unit));
  const kept = countable.length > 0 ? countable : stated;
  const [first] = kept;
  if (first !== undefined)
    return kept.every(({ amount }) => amount === first.amount)
      ? (kept.find(({ unit }) => unit !== 'any') ?? first)
      : null;
  const product = productOf(text);
  return product === null ? null : { amount: product, unit: 'sessions', start: 0, end: 0 };
};

/**
 * Whether two quantities can be subtracted: same unit, or one of them a bare number of countable things; rates over the
 * same time, and a rate from nothing else.
 */
export const areComparable = (a: Quantity, b: Quantity): boolean => {
  if (a.rate !== undefined || b.rate !== undefined)
    return a.rate !== undefined && b.rate !== undefined && isSameTime(a.rate, b.rate);
  return (
    a.unit === b.unit ||
    (a.unit === 'any' && COUNTABLE.includes(b.unit)) ||
    (b.unit === 'any' && COUNTABLE.includes(a.unit))
  );
};
