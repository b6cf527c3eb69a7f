import type { StatementSide } from '../../shared/guideline.ts';
import type { FormDescription } from '../../shared/letter-form.ts';
import { foldSpace } from '../../shared/letter.ts';
import { escapeWords, looseWords } from './fill-fields.ts';

type Field = 'mtus' | 'other';

/** How the statements of one side of a form are told by their words. */
export type StatementWords = {
  /** Words that cite the MTUS, whatever follows them. */
  readonly citesMtus: RegExp;
  /** The field whose citation is still to come in a statement; null where none is. */
  readonly gapIn: (statement: string) => Field | null;
};

/** The text before and after a field in the wordings that have it. */
const placesOf = (wordings: FormDescription['statements'][StatementSide], field: Field): [string, string][] =>
  Object.values(wordings).flatMap(({ text }): [string, string][] => {
    const [before, after] = text.split(`{${field}}`);
    return before === undefined || after === undefined ? [] : [[foldSpace(before), after]];
  });

const lastWords = (text: string, count: number): string[] => text.split(' ').slice(-count);
const anyOf = (patterns: readonly string[]): string => [...new Set(patterns)].join('|');

const wordsOf = (wordings: FormDescription['statements'][StatementSide]): StatementWords => {
  const mtus = placesOf(wordings, 'mtus');
  const cites = mtus.map(([before]) => {
    const words = lastWords(before, 3).map(escapeWords);
    return [...words.slice(0, -1), `(?:the\\s+)?${words.at(-1) ?? ''}`].join('\\s+');
  });
  const gaps = {
    mtus: mtus.map(
      ([before, after]) => `${looseWords(lastWords(before, 1).join(' '))}\\s+${escapeWords(after.slice(0, 1))}`,
    ),
    other: placesOf(wordings, 'other').map(([before]) => `${looseWords(lastWords(before, 2).join(' '))}\\s*(?:\\.|$)`),
  };
  const [mtusGap, otherGap] = [new RegExp(anyOf(gaps.mtus), 'u'), new RegExp(anyOf(gaps.other), 'u')];
  return {
    citesMtus: new RegExp(anyOf(cites), 'u'),
    gapIn: (statement) => (mtusGap.test(statement) ? 'mtus' : otherGap.test(statement) ? 'other' : null),
  };
};

const known = new WeakMap<FormDescription, Readonly<Record<StatementSide, StatementWords>>>();

/** How the statements of a side of the form are told by their words. */
export const statementWords = (form: FormDescription, side: StatementSide): StatementWords => {
  const words = known.get(form) ?? {
    claims: wordsOf(form.statements.claims),
    reviewer: wordsOf(form.statements.reviewer),
  };
  known.set(form, words);
  return words[side];
};
