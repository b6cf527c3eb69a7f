import type { Entry } from '../../../shared/entry.ts';
import { findDates } from '../../../shared/find-dates.ts';
import { findFacts, type Fact } from '../../../shared/find-facts.ts';
import type { PartialDate } from '../../../shared/partial-date.ts';
import { foldSpace } from '../../../shared/letter.ts';
import type { Sentence } from '../../../shared/summary.ts';
import type { Drift } from '../../../shared/drift.ts';
import { driftOfAmounts, driftOfDoses, driftOfLevels, driftOfSides } from './drift-of-amounts.ts';
import { driftOfOpposites } from './drift-of-opposites.ts';
import { driftOfNegators } from './drift-of-negators.ts';
import { driftOfPolarity } from './drift-of-polarity.ts';
import { NUMBER_WORDS } from '../../../shared/number-words.ts';

/** Units as sentences write them; nothing points into the words of a source here. */
export const withShortUnits = (quote: string): string =>
  quote
    .replace(/(\d)\s*milligrams?\b/giu, '$1 mg')
    .replace(/(\d)\s*micrograms?\b/giu, '$1 mcg')
    .replace(/(\d)\s*percent\b/giu, '$1%');

type Place = { readonly start: number; readonly end: number };
type Support = {
  readonly quotes: string;
  readonly facts: readonly Fact[];
  readonly dates: readonly PartialDate[];
  readonly numbers: ReadonlySet<string>;
};

const MULTIPLES: Readonly<Record<string, string>> = {
  once: '1',
  twice: '2',
  bid: '2',
  tid: '3',
  qid: '4',
  single: '1',
  both: '2',
  thirty: '30',
  twenty: '20',
  fifteen: '15',
  forty: '40',
  sixty: '60',
  ninety: '90',
};
const NUMBER =
  /(?<![\w.])\d+(?:[.,]\d+)?(?![\w.]*\d)|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|once|twice|thirty|twenty|fifteen|forty|sixty|ninety)\b/giu;

const numberOf = (word: string): string => {
  const lower = word.toLowerCase();
  const spelled = NUMBER_WORDS.indexOf(lower);
  return MULTIPLES[lower] ?? (spelled >= 0 ? String(spelled) : String(Number(lower.replace(',', ''))));
};

const numbersIn = (text: string): Set<string> =>
  new Set([
    ...(text.match(/\d+(?:\.\d+)?/g) ?? []).map((digits) => String(Number(digits))),
    ...(text.toLowerCase().match(/[a-z]+/g) ?? []).flatMap((word) =>
      MULTIPLES[word] !== undefined || NUMBER_WORDS.includes(word) ? [numberOf(word)] : [],
    ),
  ]);

/** The totals that stated frequencies amount to: 2 times a week for 3 weeks bears out 6. */
const totalsOf = (facts: readonly Fact[]): string[] =>
  facts.flatMap((fact) =>
    fact.kind === 'frequency'
      ? [fact.frequency.times[0] * fact.frequency.periods[0], fact.frequency.times[1] * fact.frequency.periods[1]].map(
          String,
        )
      : [],
  );

/** A course of therapy is told by how many days its entries are of. */
const FEWEST_COUNTED = 3;
const daysTold = (dates: readonly PartialDate[]): string[] => {
  const days = new Set(dates).size;
  return days < FEWEST_COUNTED ? [] : [String(days)];
};

const isWithin = (part: PartialDate, whole: PartialDate): boolean => part.startsWith(whole) || whole.startsWith(part);

/** Dates that the sources do not have. */
export const driftOfDates = (text: string, latest: PartialDate, { dates }: Pick<Support, 'dates'>): Drift[] =>
  findDates(text, { latest })
    .filter(({ date }) => !dates.some((known) => isWithin(date, known)))
    .map(({ start, end }) => ({ kind: 'date', start, end }));

/** A lone letter; with a full stop or a number behind it, it is an initial or a level. */
const SHORT_SIDES: Readonly<Record<string, string>> = { left: 'L|LT|Lt|lt', right: 'R|RT|Rt|rt' };

/** `10/325 mg` and `10/325`, `800 mg` and `800mg` are one strength; a drug is one by brand or generic name. */
const isSupported = (fact: Fact, { facts, quotes }: Support): boolean => {
  if (facts.some(({ kind, value }) => kind === fact.kind && value === fact.value)) return true;
  if (fact.kind === 'side')
    return fact.value === 'bilateral'
      ? /\b(?:both|each side|bilat\w*|b\/l)\b/i.test(quotes) || (/\bleft\b/i.test(quotes) && /\bright\b/i.test(quotes))
      : new RegExp(`(?:^|[\\s(/])(?:${SHORT_SIDES[fact.value] ?? ''})(?=[\\s)/:,]|$)`, 'm').test(quotes);
  return (
    fact.kind === 'strength' &&
    quotes
      .replace(/\s/g, '')
      .toLowerCase()
      .includes(fact.value.replace(/\s(?:mg|g)$/, ''))
  );
};

const driftOfFacts = (facts: readonly Fact[], support: Support): Drift[] =>
  facts.flatMap((fact) => {
    const { kind, start, end } = fact;
    if (kind !== 'drug' && kind !== 'strength' && kind !== 'side') return [];
    return isSupported(fact, support) ? [] : [{ kind, start, end }];
  });

const overlaps = (a: Place, b: Place): boolean => a.start < b.end && a.end > b.start;

const driftOfNumbers = (text: string, covered: readonly Place[], { numbers }: Support): Drift[] =>
  [...text.matchAll(NUMBER)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length, value: numberOf(match[0]) }))
    .filter(
      (found) =>
        !numbers.has(found.value) &&
        !covered.some((place) => overlaps(place, found)) &&
        !/^one\b/i.test(text.slice(found.start)),
    )
    .map(({ start, end }) => ({ kind: 'number', start, end }));

/** Of marks that overlap the first: one word is marked once. */
export const apart = (marks: readonly Drift[]): Drift[] =>
  [...marks]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .reduce<Drift[]>((done, mark) => (done.some((other) => overlaps(other, mark)) ? done : [...done, mark]), []);

/**
 * The words of a sentence that neither the words of its sources nor the dates of its entries bear out, in order: dates,
 * amounts, sides and levels by what they are said of, drugs and strengths, what is denied on one side only, and words
 * whose opposite stands in the sources. A sentence without any source has none: that it lacks one is said elsewhere.
 */
export const findDrift = (
  sentence: Pick<Sentence, 'text' | 'sources'>,
  entries: readonly Pick<Entry, 'date' | 'dateText' | 'text'>[],
  latest: PartialDate,
): Drift[] => {
  const { text } = sentence;
  const cited = [...new Set(sentence.sources.map(({ quote }) => withShortUnits(quote)))];
  if (cited.join('').trim() === '') return [];
  const quotes = [...cited, ...entries.map(({ dateText }) => dateText)].join('\n');
  const statements = cited.map(foldSpace).join('. ');
  const said = entries.map((entry) => entry.text).join(' ');
  const known = entries.flatMap(({ date }) => date ?? []);
  const near = known.find((date) => date.length === 10);
  const facts = findFacts(quotes, latest);
  const dates = [
    ...known,
    ...findDates(quotes, { latest, ...(near !== undefined && { near }) }).map(({ date }) => date),
  ];
  // The side may stand in the head of a record; where the cited words name none, that of the entry holds.
  const sides = facts.some(({ kind }) => kind === 'side') ? [] : findFacts(said).filter(({ kind }) => kind === 'side');
  const support: Support = {
    quotes,
    facts: [...facts, ...sides],
    dates,
    numbers: new Set([...numbersIn(quotes), ...numbersIn(said), ...totalsOf(facts), ...daysTold(known)]),
  };
  const own = findFacts(text);
  const places = [...findDates(text, { latest }), ...own.filter(({ kind }) => kind === 'strength')];
  return apart([
    ...driftOfDates(text, latest, support),
    ...driftOfFacts(own, support),
    ...driftOfNumbers(text, places, support),
    ...driftOfAmounts(text, statements, said),
    ...driftOfDoses(own, facts),
    ...driftOfSides(text, own, quotes, facts),
    ...driftOfLevels(text, statements),
    ...driftOfPolarity(text, statements, said),
    ...driftOfOpposites(text, statements, said),
    ...driftOfNegators(text, statements),
  ]);
};
