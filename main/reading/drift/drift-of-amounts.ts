import { sidedPartsOf } from '../../../shared/facts/sided-parts.ts';
import type { Fact } from '../../../shared/find-facts.ts';
import type { Drift } from '../../../shared/drift.ts';

type Amount = { readonly value: string; readonly unit: string; readonly start: number; readonly end: number };

const SMALL: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  sixty: 60,
  ninety: 90,
  // No number is known of these; they are compared as they are.
  few: -1,
  several: -2,
};

/** "Eight (8) physical therapy sessions": what kind of them they are. */
const BETWEEN = String.raw`\s+(?:\(\d+\)\s+)?(?:(?!(?:a|an|and|or|of|on|in|to|at|for|per|times|x|the|was|were)\b)[a-z]+\s+){0,3}?`;

/** What is counted or measured, by the words that stand behind the number. */
const UNITS: readonly (readonly [unit: string, pattern: string])[] = [
  // Not the day of a date: 06/10/14.
  ['of 10', String.raw`\s*(?:\/|out of)\s*10\b(?!\/\d)`],
  ['of all', String.raw`\s+of\s+(?:\d{1,2}|two|three|four|five|six|eight|ten|twelve)\b`],
  ['plus', String.raw`\+(?!\/)`],
  ['of 5', String.raw`\s*[+-]?\s*\/\s*5\b(?!\/\d)`],
  ['degrees', String.raw`\s*(?:degrees?\b|deg\b|°)`],
  ['visits', String.raw`${BETWEEN}(?:visits?|sessions?|treatments?)\b`],
  ['tablets', String.raw`\s+(?:tablets?|tabs?|capsules?|pills?)\b`],
  ['minutes', String.raw`\s*-?(?:minutes?|mins?)\b`],
  ['hours', String.raw`\s*-?(?:hours?|hrs?)\b`],
  ['days', String.raw`(?:\s*-?|${BETWEEN})days?\b`],
  ['weeks', String.raw`(?:\s*-?|${BETWEEN})(?:weeks?|wks?)\b`],
  ['months', String.raw`(?:\s*-?|${BETWEEN})(?:months?|mos?)\b`],
  ['pounds', String.raw`\s*-?(?:pounds?|lbs?)\b`],
  ['kilograms', String.raw`\s*-?(?:kg|kgs|kilograms?)\b`],
  ['percent', String.raw`\s*(?:%|percent\b)`],
  ['mm', String.raw`\s*-?mm\b`],
  ['cm', String.raw`\s*-?cm\b`],
  ['miles', String.raw`\s*-?miles?\b`],
];
/** `a week` is one, but in `twice a week` it is none. */
const NUMBER = `(?<![\\w./]|(?:times|once|twice|\\dx|x) )(?:\\d{1,3}\\/(?=\\d{1,3} ))?(\\d+(?:\\.\\d+)?|${Object.keys(SMALL).join('|')})`;
const PATTERNS = UNITS.map(([unit, pattern]) => [unit, new RegExp(NUMBER + pattern, 'giu')] as const);

const valueOf = (word: string): string => String(SMALL[word.toLowerCase()] ?? Number(word));

const amountsIn = (text: string): Amount[] =>
  PATTERNS.flatMap(([unit, pattern]) =>
    [...text.matchAll(pattern)].map(({ 0: whole, 1: number = '', index }) => ({
      value: valueOf(number),
      unit,
      start: index,
      end: index + whole.length,
    })),
  );

/** How often something is done or taken: the number and the time it is counted by. */
const PERIOD = String.raw`(?:a|an|per|each|every|\/)\s*(day|night|week|month|hour)\b`;
const OFTEN = new RegExp(
  String.raw`(?<![\w./])(?:(\d+|${Object.keys(SMALL).join('|')})\s*(?:x|times?)\s*${PERIOD}|(once|twice)\s*${PERIOD})`,
  'giu',
);
const SHORT: Readonly<Record<string, readonly [value: string, period: string]>> = {
  daily: ['1', 'day'],
  qd: ['1', 'day'],
  bid: ['2', 'day'],
  'b.i.d': ['2', 'day'],
  tid: ['3', 'day'],
  't.i.d': ['3', 'day'],
  qid: ['4', 'day'],
  'q.i.d': ['4', 'day'],
  weekly: ['1', 'week'],
  monthly: ['1', 'month'],
};
const SHORTS = /\b(?:daily|qd|bid|b\.i\.d|tid|t\.i\.d|qid|q\.i\.d|weekly|monthly)\b/giu;

const frequenciesIn = (text: string): Amount[] => [
  ...[...text.matchAll(OFTEN)].map(({ 0: whole, 1: times, 2: period, 3: word, 4: of, index }) => ({
    value: `${times === undefined ? (word?.toLowerCase() === 'twice' ? '2' : '1') : valueOf(times)} a ${(period ?? of ?? '').toLowerCase()}`,
    unit: 'times',
    start: index,
    end: index + whole.length,
  })),
  ...[...text.matchAll(SHORTS)].map(({ 0: whole, index }) => ({
    value: (SHORT[whole.toLowerCase()] ?? []).join(' a '),
    unit: 'times',
    start: index,
    end: index + whole.length,
  })),
];

const countOf = (amounts: readonly Amount[], { unit, value }: Amount): number =>
  amounts.filter((other) => other.unit === unit && other.value === value).length;
const ofUnit = (amounts: readonly Amount[], unit: string): readonly Amount[] =>
  amounts.filter((other) => other.unit === unit);

/** Whether an amount is another than those that are known: null where they have none to compare. */
const isOther = (amount: Amount, own: readonly Amount[], known: readonly Amount[]): boolean | null => {
  const same = ofUnit(known, amount.unit);
  if (same.length === 0) return known.some(({ value }) => value === amount.value) ? true : null;
  if (countOf(known, amount) === 0) return true;
  // As many on either side: each has its own.
  return ofUnit(own, amount.unit).length === same.length && countOf(own, amount) > countOf(known, amount);
};

/**
 * Numbers with their unit, and how often: another number of the same unit, or the same of another unit, where the
 * sources have no such amount. Units that they never use are looked for in the entries, else left to the plain numbers.
 */
export const driftOfAmounts = (text: string, quotes: string, entries: string): Drift[] => {
  const read = (words: string): Amount[] => [...amountsIn(words), ...frequenciesIn(words)];
  const [own, cited, entry] = [read(text), read(quotes), read(entries)];
  return own
    .filter((amount) => isOther(amount, own, cited) ?? isOther(amount, own, entry) ?? false)
    .map(({ start, end }) => ({ kind: 'number', start, end }));
};

const REACH = 18;

/** The strengths that stand right behind a drug. */
const doses = (facts: readonly Fact[]): { readonly drug: string; readonly strength: Fact }[] =>
  facts
    .filter(({ kind }) => kind === 'drug')
    .flatMap((drug) => {
      const strength = facts.find(
        ({ kind, start }) => kind === 'strength' && start >= drug.end && start - drug.end <= REACH,
      );
      return strength === undefined ? [] : [{ drug: drug.value, strength }];
    });

/** The strength of another drug: the sources give this drug, and only in others. */
export const driftOfDoses = (own: readonly Fact[], known: readonly Fact[]): Drift[] => {
  const given = doses(known);
  return doses(own)
    .filter(({ drug, strength }) => {
      const strengths = given.filter((other) => other.drug === drug).map((other) => other.strength.value);
      return strengths.length > 0 && !strengths.includes(strength.value);
    })
    .map(({ strength: { start, end } }) => ({
      kind: 'other-strength',
      start,
      end,
    }));
};

const others = (side: string): readonly string[] =>
  side === 'left' ? ['right'] : side === 'right' ? ['left'] : ['left', 'right'];

const sidesIn = (facts: readonly Fact[]): Fact[] => facts.filter(({ kind }) => kind === 'side');

/** Sides of parts that the sources name only on the other side. */
const wrongParts = (text: string, own: readonly Fact[], quotes: string, known: readonly Fact[]): Set<string> => {
  const given = sidedPartsOf(quotes, known);
  return new Set(
    sidedPartsOf(text, own).flatMap(({ part, side }) => {
      const sides = given.flatMap((other) => (other.part === part && other.side !== null ? [other.side] : []));
      // Left and right together are both sides.
      const isOther = side !== null && sides.length > 0 && sides.every((one) => others(side).includes(one));
      return isOther && !(side === 'bilateral' && new Set(sides).size === 2) ? [side] : [];
    }),
  );
};

/**
 * The side of a body part: the sources name the part, and only on the other side; or as many sides as the sentence, and
 * others ("left more than right").
 */
export const driftOfSides = (text: string, own: readonly Fact[], quotes: string, known: readonly Fact[]): Drift[] => {
  const wrong = wrongParts(text, own, quotes, known);
  const [said, given] = [sidesIn(own), sidesIn(known)];
  const surplus = (side: string): boolean =>
    said.length === given.length &&
    said.filter(({ value }) => value === side).length > given.filter(({ value }) => value === side).length;
  return said
    .filter(({ value }) => wrong.has(value) || surplus(value))
    .slice(0, 1)
    .map(({ start, end }) => ({ kind: 'other-side', start, end }));
};

const LEVEL = /(?<![\w-])([CTLS])(\d{1,2})(?:\s?[-/–]\s?([CTLS])?(\d{1,2}))?(?![\w])/gu;

const levelsIn = (text: string): { readonly value: string; readonly start: number; readonly end: number }[] =>
  [...text.matchAll(LEVEL)].map(({ 0: whole, 1: region = '', 2: first = '', 3: other, 4: second, index }) => ({
    value: `${region}${first}${second === undefined ? '' : `-${other ?? (region === 'L' && second === '1' ? 'S' : region)}${second}`}`,
    start: index,
    end: index + whole.length,
  }));

/** Spinal levels that the sources do not name, where they name any. */
export const driftOfLevels = (text: string, quotes: string): Drift[] => {
  const known = new Set(levelsIn(quotes).map(({ value }) => value));
  return known.size === 0
    ? []
    : levelsIn(text)
        .filter(({ value }) => !known.has(value))
        .map(({ start, end }) => ({ kind: 'level', start, end }));
};
