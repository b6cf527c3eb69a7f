import { contentWords } from '../content-words.ts';
import { usShortDate, type PartialDate } from '../../../shared/partial-date.ts';

/** What visits before have said, by what it was said of: a value is compared with the last one of its own kind. */
export type EarlierValues = {
  /** When the same was said last, as `03/15/16`; null where it is new or another value by now. */
  readonly sameSince: (statements: readonly Statement[]) => string | null;
  readonly isKnown: (statements: readonly Statement[]) => boolean;
  readonly note: (statements: readonly Statement[], date: PartialDate | null) => void;
};

/** One clause: what it says and of what. */
export type Statement = { readonly of: string; readonly value: string };

/** Two goniometer readings this near are the same (degrees). */
const NEAR = 5;

const isNear = (a: string, b: string): boolean => {
  if (a === b) return true;
  const [one, other] = [a.split(' '), b.split(' ')];
  return (
    a.startsWith('°') &&
    b.startsWith('°') &&
    one.length === other.length &&
    one.every((number, at) => at === 0 || Math.abs(Number(number) - Number(other[at])) <= NEAR)
  );
};

export const newEarlierValues = (): EarlierValues => {
  const last = new Map<string, { readonly value: string; readonly date: PartialDate | null }>();
  return {
    sameSince: (statements) => {
      const known = statements.map((statement) => ({ statement, was: last.get(statement.of) }));
      if (known.length === 0 || !known.every(({ statement, was }) => was && isNear(was.value, statement.value)))
        return null;
      const date = known[0]?.was?.date ?? null;
      return date === null ? 'the last visit' : usShortDate(date);
    },
    isKnown: (statements) => statements.length > 0 && statements.every(({ of }) => last.has(of)),
    note: (statements, date) => {
      for (const { of, value } of statements) last.set(of, { value, date });
    },
  };
};

const NUMBER = /\d+(?:\.\d+)?[+-]?/g;

/** The clauses of a finding or complaint; what stands in numbers is the value, the rest what it is said of. */
export const clausesOf = (text: string): Statement[] =>
  text
    .toLowerCase()
    .replace(/[."”“]+$/, '')
    .split(/;\s+|,\s+(?=[a-z ]{3,40} (?:was|were) )/)
    .map((clause) => {
      const numbers = clause.match(NUMBER) ?? [];
      const isAngle = /\bdegrees?\b|°/.test(clause);
      return { of: clause.replace(NUMBER, '#'), value: `${isAngle ? '° ' : ''}${numbers.join(' ')}` };
    });

const DATE = /\b\d{1,2}\/\d{1,2}(?:\/\d{2,4})?\b/g;

/** The words of a status or diagnosis as one value, whatever their order and dates. */
export const wordsValue = (of: string, text: string): Statement => ({
  of,
  value: [...contentWords(text.replace(DATE, ''))].sort().join(' '),
});
