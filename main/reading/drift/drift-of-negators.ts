import type { Drift } from '../../../shared/drift.ts';
import { clausesOf, isTelling, sharedOf, type Clause, type Word } from './clauses.ts';
import { isDecidedOn, isUncertain, negatorsOf } from './polarity.ts';

/** So many words that tell, and so much of either clause, are alike where two clauses say the same thing. */
const LEAST_ALIKE = 3;
const OF_OWN = 0.7;
const OF_OTHER = 0.5;

type Telling = { readonly clause: Clause; readonly stems: ReadonlySet<string>; readonly negators: readonly Word[] };

const tellingOf = (text: string): Telling[] =>
  clausesOf(text)
    .filter((clause) => !isUncertain(text.slice(clause.start, clause.end)))
    .map((clause) => {
      const negators = negatorsOf(clause).filter(({ text: word }) => !isDecidedOn(word, text));
      const stems = clause.words.filter((word) => isTelling(word) && !negators.includes(word)).map(({ stem }) => stem);
      return { clause, stems: new Set(stems), negators };
    });

const isAlike = (own: ReadonlySet<string>, other: ReadonlySet<string>): boolean => {
  const shared = sharedOf(own, other);
  return shared >= LEAST_ALIKE && shared >= OF_OWN * own.size && shared >= OF_OTHER * other.size;
};

/**
 * Clauses that say in nearly the same words as a source what it denies, without any negation; or deny what no such
 * clause of the sources does. It catches what cannot be read word by word.
 */
export const driftOfNegators = (text: string, quotes: string): Drift[] => {
  const cited = tellingOf(quotes);
  return tellingOf(text).flatMap(({ clause, stems, negators }): Drift[] => {
    const alike = cited.filter((other) => isAlike(stems, other.stems));
    if (alike.length === 0) return [];
    const [negator] = negators;
    const [first] = clause.words;
    if (negator !== undefined && alike.every((other) => other.negators.length === 0)) {
      const next = clause.words[clause.words.indexOf(negator) + 1];
      return [{ kind: 'denied', start: negator.start, end: next?.end ?? negator.end }];
    }
    return negator === undefined && first !== undefined && alike.every((other) => other.negators.length > 0)
      ? [{ kind: 'stated', start: first.start, end: clause.words.at(-1)?.end ?? first.end }]
      : [];
  });
};
