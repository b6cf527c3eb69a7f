import { clausesOf, isTelling, type Clause } from './clauses.ts';
import type { Drift } from '../../../shared/drift.ts';

/** Words of which one says what the other does not; each pattern is of a whole word. */
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [/^pos(?:itive)?$/iu, /^neg(?:ative)?$/iu],
  [/^normal(?:ly)?$/iu, /^abnormal(?:ly|ity)?$/iu],
  [/^increas(?:e|es|ed|ing)$/iu, /^(?:decreas(?:e|es|ed|ing)|reduc(?:e|es|ed|ing)|diminish(?:es|ed)?)$/iu],
  [/^(?:improv(?:e|es|ed|ing|ement)|better)$/iu, /^(?:worse(?:n|ns|ned|ning)?|deteriorat(?:es|ed|ing))$/iu],
  [/^(?:intact|full)$/iu, /^(?:diminished|decreased|impaired|absent|limited|restricted|reduced)$/iu],
  [/^present$/iu, /^absent$/iu],
  [/^stable$/iu, /^unstable$/iu],
  [/^able$/iu, /^unable$/iu],
  [
    /^(?:start(?:s|ed)?|beg[aiu]n|begins|initiat(?:es|ed)|continu(?:e|es|ed|ing)|refill(?:s|ed)?|resum(?:es|ed))$/iu,
    /^(?:stop(?:s|ped)?|discontinu(?:e|es|ed|ing)|ceas(?:es|ed))$/iu,
  ],
  [
    /^(?:approv(?:es|ed|al)|authoriz(?:es|ed)|certif(?:y|ies|ied)|granted|upheld)$/iu,
    /^(?:denie[sd]|denial|deny|non-?certif(?:y|ies|ied)|overturned|withheld|modified)$/iu,
  ],
  [/^request(?:s|ed|ing)?$/iu, /^withdr(?:aws?|ew|awn|awing)$/iu],
  [/^(?:show(?:s|ed|n)|reveal(?:s|ed)|demonstrat(?:es|ed)|found|confirm(?:s|ed))$/iu, /^(?:excluded|excludes)$/iu],
];

const holds = ({ words }: Clause, pattern: RegExp): boolean => words.some(({ text }) => pattern.test(text));

/** The clauses that speak of what this one speaks of, or all where none does. */
const near = (clause: Clause, clauses: readonly Clause[]): readonly Clause[] => {
  const own = new Set(clause.words.filter(isTelling).map(({ stem }) => stem));
  const related = clauses.filter(({ words }) => words.some((word) => isTelling(word) && own.has(word.stem)));
  return related.length > 0 ? related : clauses;
};

/** The word of these clauses that says the opposite where none says the same; undefined where they say neither. */
const opposed = (
  clause: Clause,
  clauses: readonly Clause[],
  said: RegExp,
  other: RegExp,
): string | null | undefined => {
  const places = near(
    clause,
    clauses.filter((one) => holds(one, said) || holds(one, other)),
  );
  if (places.length === 0) return undefined;
  if (places.some((one) => holds(one, said))) return null;
  return places.flatMap(({ words }) => words).find(({ text }) => other.test(text))?.text ?? null;
};

/** A table that gives a drug from a date to a date gives its start and its end at once. */
const HAS_SPAN = /\d{2,4}\s+(?:to\s+)?\d{1,2}\/\d{1,2}\//u;

/**
 * Words whose opposite stands in the sources, and they do not: positive where it was negative, better for worse. Where
 * the sources say neither, the entries are asked.
 */
export const driftOfOpposites = (text: string, quotes: string, entries: string): Drift[] => {
  const [cited, entry] = [HAS_SPAN.test(quotes) ? [] : clausesOf(quotes), clausesOf(entries)];
  return clausesOf(text).flatMap((clause) =>
    OPPOSITES.flatMap((pair) =>
      ([pair, [pair[1], pair[0]]] as const).flatMap(([said, other]): Drift[] => {
        const word = clause.words.find(({ text: one }) => said.test(one));
        if (word === undefined) return [];
        const asked = opposed(clause, cited, said, other);
        const opposite = asked === undefined ? opposed(clause, entry, said, other) : asked;
        return opposite === undefined || opposite === null
          ? []
          : [
              {
                kind: 'opposite',
                start: word.start,
                end: word.end,
                says: opposite.toLowerCase(),
              },
            ];
      }),
    ),
  );
};
