import { BODY_PARTS } from './facts/body-parts.ts';
import { DRUGS } from './facts/drugs.ts';
import { findFrequencies, frequencyValue, type Frequency } from './facts/frequency.ts';
import { findDates } from './find-dates.ts';
import type { PartialDate } from './partial-date.ts';
import { remember } from './remember.ts';
import { NUMBER_WORDS } from './number-words.ts';

type Place = { readonly start: number; readonly end: number };
type PlainFact = Place & {
  readonly kind: 'body-part' | 'side' | 'drug' | 'strength' | 'count' | 'age' | 'sex' | 'date';
  /**
   * Normalised, so that equal facts have equal values: `lumbar spine`, `left`, `ibuprofen`, `800 mg`, `60`,
   * `2014-05-24`.
   */
  readonly value: string;
};
type FrequencyFact = Place & { readonly kind: 'frequency'; readonly value: string; readonly frequency: Frequency };

/** A checkable fact in a text and where it stands. */
export type Fact = PlainFact | FrequencyFact;

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&').replace(/ /gu, '[\\s-]+');

const invert = (table: Readonly<Record<string, readonly string[]>>, withKeys: boolean): Map<string, string> =>
  new Map(
    Object.entries(table).flatMap(([value, words]) =>
      [...(withKeys ? [value] : []), ...words].map((word) => [word, value] as const),
    ),
  );

/** One alternation of all words, longest first, so that `tylenol with codeine` is not read as `tylenol`. */
const anyOf = (words: Iterable<string>): RegExp =>
  new RegExp(
    `(?<![\\w-])(?:${[...words]
      .sort((a, b) => b.length - a.length)
      .map(escape)
      .join('|')})(?![\\w])`,
    'gi',
  );

const DRUG_WORDS = invert(DRUGS, true);
const DRUG = anyOf(DRUG_WORDS.keys());
const PART_WORDS = invert(BODY_PARTS, false);
const PART = anyOf(PART_WORDS.keys());

const SIDE = /\b(?:(left|lt|l)|(right|rt|r)|(bilateral(?:ly)?|b\/l|both))\b/giu;
const STRENGTH =
  /(?<![\w.])(\d{1,5}(?:\.\d{1,3})?(?:\s?[/-]\s?\d{1,4}(?:\.\d{1,3})?)?)\s?(mg|mcg|gm?|grams?|ml|units?|%)(?!\w)/giu;
const STRENGTH_PAIR =
  /(?<![\w./])(\d{1,3}(?:\.\d)?\/3(?:00|25)|\d{1,3}(?:\.\d)?\/(?:200|500|650|750))(?![\w/])(?!\s?mg)/gu;
const COUNT =
  /(?:#\s?(\d{1,4})\b|\b(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty)(?:\s?\(\d{1,3}\))?\s+(?:additional\s+|more\s+|further\s+|initial\s+)?(?:(?:physical|occupational|chiropractic|acupuncture|massage|aquatic|therapy|treatment|PT|OT|follow-up)\s+){0,2}(tablets?|tabs?|capsules?|caps?|pills?|sessions?|visits?|treatments?|injections?|patches|units)\b)/giu;
const AGE = /\b(\d{1,3})[\s-]{0,2}(?:years?|yrs?|y\.?)[\s/-]{0,2}(?:old\b|o\.?\b)/giu;
/** A spinal level names its region: `L4-5`, `C5-C6`, `L5-S1`. */
const LEVEL = /(?<![\w-])(?:(C)[2-8]|(T)(?:1[0-2]|[1-9])|(L)[1-5])(?:\s?[-/–]\s?(?:[CTLS])?\d{1,2})(?![\w])/gu;
const SEX = /\b(?:(male|man|gentleman)|(female|woman|lady))\b/giu;

const LARGER_NUMBERS: Readonly<Record<string, string>> = { eighteen: '18', twenty: '20' };
const digits = (word: string): string => {
  const small = NUMBER_WORDS.indexOf(word.toLowerCase());
  return small >= 0 ? String(small) : (LARGER_NUMBERS[word.toLowerCase()] ?? String(Number(word)));
};

const placeOf = (match: RegExpExecArray): Place => ({ start: match.index, end: match.index + match[0].length });
const collect = (
  text: string,
  pattern: RegExp,
  kind: PlainFact['kind'],
  valueOf: (match: RegExpExecArray) => string | null,
): Fact[] => {
  const found: Fact[] = [];
  // `matchAll` makes a new pattern for every text, which costs more than the search.
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const value = valueOf(match);
    if (value !== null) found.push({ kind, value, ...placeOf(match) });
  }
  return found;
};

const wordValue =
  (words: ReadonlyMap<string, string>) =>
  (match: RegExpExecArray): string | null => {
    const word = match[0].toLowerCase();
    return words.get(word) ?? words.get(word.replace(/[\s-]+/gu, ' ')) ?? null;
  };

/** A lone `R` or `L` is a side only where a body part or a dash follows: `L shoulder`, not `L4-5` or `Robert L`. */
const isAbbreviatedSide = (text: string, match: RegExpExecArray): boolean => {
  if (match[0].length > 1) return true;
  return (
    match[0] === match[0].toUpperCase() &&
    /^\.?\s+(?:shoulder|knee|hip|ankle|foot|hand|wrist|elbow|arm|leg|side|sided|UE|LE|lower|upper|thumb|finger|index|heel|SI)\b/u.test(
      text.slice(match.index + 1, match.index + 14),
    )
  );
};

const sideOf =
  (text: string) =>
  (match: RegExpExecArray): string | null => {
    if (!isAbbreviatedSide(text, match)) return null;
    return match[1] !== undefined ? 'left' : match[2] !== undefined ? 'right' : 'bilateral';
  };

const unitOf = (unit: string): string => {
  const lower = unit.toLowerCase();
  return /^(?:gm|gram|grams)$/u.test(lower) ? 'g' : lower.startsWith('unit') ? 'units' : lower;
};

const strengths = (text: string): Fact[] => [
  ...collect(
    text,
    STRENGTH,
    'strength',
    ([, amount = '', unit = '']) =>
      `${amount.replace(/\s/gu, '').replace('-', '/')}${unit === '%' ? '' : ' '}${unitOf(unit)}`,
  ),
  ...collect(text, STRENGTH_PAIR, 'strength', ([, amount = '']) => `${amount} mg`),
];

const frequencies = (text: string): Fact[] =>
  findFrequencies(text).map(({ start, end, ...frequency }) => ({
    kind: 'frequency',
    value: frequencyValue(frequency),
    frequency,
    start,
    end,
  }));

const dates = (text: string, latest: PartialDate | undefined): Fact[] =>
  latest === undefined
    ? []
    : findDates(text, { latest }).map(({ date, start, end }) => ({ kind: 'date', value: date, start, end }));

/** "had left shoulder pain": the part that follows tells that it is a side. */
const LEFT_PART = new RegExp(`^left[\\s-]+(?:${PART.source})`, 'iu');

/** "both" and "left" that name no side: `both medications`, `has left the job`, `no work left`. */
const isFalseSide = (text: string, fact: Fact): boolean =>
  fact.kind === 'side' &&
  (/^both\b(?!\s+(?:the\s+|his\s+|her\s+)?(?:shoulder|knee|hip|ankle|f[oe]+t|hand|wrist|elbow|arm|leg|side|lower|upper|eye|ear|heel))/iu.test(
    text.slice(fact.start, fact.end + 24),
  ) ||
    (/\b(?:has|had|have|was|were|he|she|they|nothing)\s+left\b/iu.test(
      text.slice(Math.max(0, fact.start - 8), fact.end),
    ) &&
      !LEFT_PART.test(text.slice(fact.start, fact.end + 16))) ||
    /^right\s+(?:now|away|after|before)\b/iu.test(text.slice(fact.start, fact.end + 8)));

/** "back", "hand" and "face" that are no body part: `went back to`, `on the other hand`, `face sheet`. */
const isFalsePart = (text: string, { kind, start, end }: Fact): boolean => {
  if (kind !== 'body-part') return false;
  const word = text.slice(start, end).toLowerCase();
  const [before, after] = [text.slice(Math.max(0, start - 16), start), text.slice(end, end + 10)];
  if (word === 'back')
    return (
      /\b(?:go|goes|went|going|gone|come|came|sent|send|get|cut|call|called|dating|dates|held|hold|bring|brought|returned?|put|placed|report|refer(?:red)?)\s+$/iu.test(
        before,
      ) || /^\s+(?:and forth|to work)/iu.test(after)
    );
  if (word === 'hand') return /\bother\s+$/iu.test(before) || /^\s?-?(?:written|ed|s-on)/iu.test(after);
  return (
    (word === 'face' && /^(?:\s+(?:sheet|of|amount)|-to)/iu.test(after)) ||
    (word === 'head' && /^\s+(?:of|to)\b/iu.test(after))
  );
};

const readFacts = (text: string, latest?: PartialDate): Fact[] => {
  const inFrequency = frequencies(text);
  const isCountOf = (fact: Fact): boolean =>
    fact.kind === 'count' && inFrequency.some(({ start, end }) => fact.start >= start && fact.start < end);
  return [
    ...collect(text, DRUG, 'drug', wordValue(DRUG_WORDS)),
    ...collect(text, PART, 'body-part', wordValue(PART_WORDS)),
    ...collect(text, LEVEL, 'body-part', ([, cervical, thoracic]) =>
      cervical !== undefined ? 'cervical spine' : thoracic !== undefined ? 'thoracic spine' : 'lumbar spine',
    ),
    ...collect(text, SIDE, 'side', sideOf(text)),
    ...strengths(text),
    ...collect(text, COUNT, 'count', ([, hash, spelled]) => digits(hash ?? spelled ?? '0')),
    ...inFrequency,
    ...collect(text, AGE, 'age', ([, age = '']) => (Number(age) > 0 && Number(age) < 120 ? String(Number(age)) : null)),
    ...collect(text, SEX, 'sex', ([, male]) => (male === undefined ? 'female' : 'male')),
    ...dates(text, latest),
  ]
    .filter((fact) => !isFalseSide(text, fact) && !isFalsePart(text, fact) && !isCountOf(fact))
    .sort((a, b) => a.start - b.start || b.end - a.end);
};

/** A sentence is asked for its facts by whoever sorts, words and checks it. */
const REMEMBERED = 64;
const known = remember(REMEMBERED, readFacts);

/**
 * Body parts, sides, drugs, strengths, counts, frequencies, ages and sexes in a text, in the order they stand; dates
 * too where `latest` (the last day a date may be understood as, for two-digit years) is given.
 */
export const findFacts = (text: string, latest?: PartialDate): readonly Fact[] =>
  latest === undefined ? known(text) : readFacts(text, latest);

const ONE_DRUG = new RegExp(DRUG.source, 'i');

/** Whether a text names a drug. */
export const hasDrug = (text: string): boolean => ONE_DRUG.test(text);
