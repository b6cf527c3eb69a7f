import type { Drift } from '../../../shared/drift.ts';
import { findDates } from '../../../shared/find-dates.ts';
import { foldSpace } from '../../../shared/letter.ts';
import type { PartialDate } from '../../../shared/partial-date.ts';
import { findFacts } from '../../../shared/find-facts.ts';
import { clausesOf, isTelling, sharedOf } from './clauses.ts';
import { driftOfAmounts, driftOfDoses, driftOfLevels, driftOfSides } from './drift-of-amounts.ts';
import { driftOfNegators } from './drift-of-negators.ts';
import { driftOfOpposites } from './drift-of-opposites.ts';
import { driftOfPolarity } from './drift-of-polarity.ts';
import { apart, driftOfDates, withShortUnits } from './find-drift.ts';

/** A sentence speaks of a source with which it shares so many telling words, and this share of the fewer. */
const LEAST_SHARED = 2;
const SHARE = 0.5;

/** Amounts of the request, or of what a guideline allows, are others than those that were found. */
const OF_REQUEST =
  /\b(?:request\w*|authori[sz]\w*|certif\w*|recommend\w*|guidelines?|mtus|odg|acoem|necess\w*|allow\w*|up to|additional|further|remaining)\b/iu;

const stemsOf = (text: string): Set<string> =>
  new Set(clausesOf(text).flatMap(({ words }) => words.filter(isTelling).map(({ stem }) => stem)));

const speaksOf = (own: ReadonlySet<string>, other: ReadonlySet<string>): boolean => {
  const shared = sharedOf(own, other);
  return shared >= LEAST_SHARED && shared >= SHARE * Math.min(own.size, other.size);
};

/**
 * The words of a sentence of a rationale that differ from the evidence it speaks of. The evidence is given for the whole
 * rationale, and a sentence may say more than it: so that words are held to it by structure alone, and what it does not
 * speak of is no drift.
 */
export const driftInRationale = (text: string, quotes: readonly string[], latest: PartialDate): Drift[] => {
  const own = stemsOf(text);
  const cited = [...new Set(quotes.map((quote) => foldSpace(withShortUnits(quote))))].filter((quote) =>
    speaksOf(own, stemsOf(quote)),
  );
  if (cited.length === 0) return [];
  const statements = cited.join('. ');
  const [facts, known] = [findFacts(text), findFacts(statements)];
  const dates = findDates(statements, { latest }).map(({ date }) => date);
  return apart([
    ...(dates.length === 0 ? [] : driftOfDates(text, latest, { dates })),
    ...(OF_REQUEST.test(text) ? [] : [...driftOfAmounts(text, statements, ''), ...driftOfDoses(facts, known)]),
    ...driftOfSides(text, facts, statements, known),
    ...driftOfLevels(text, statements),
    ...driftOfPolarity(text, statements, ''),
    ...driftOfOpposites(text, statements, ''),
    ...driftOfNegators(text, statements),
  ]);
};
