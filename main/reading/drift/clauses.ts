import { isCommonWord } from '../content-words.ts';

/** A word of a text: as it stands, as it is compared (small, without its ending), and where. */
export type Word = { readonly text: string; readonly stem: string; readonly start: number; readonly end: number };

/** A part of a text that says one thing: what is said of it ends at a full stop, a semicolon or "but". */
export type Clause = { readonly start: number; readonly end: number; readonly words: readonly Word[] };

const WORD = /[\p{L}\p{N}]+(?:[.'’/-][\p{L}\p{N}]+)*/gu;
const BOUNDARY =
  /[.!?](?=\s|$)|;|\n(?=\s*(?:[-•*]|[A-Z][\w /]{2,30}:))|\b(?:but|however|although|though|whereas|except)\b/gu;

/** Words that are one for comparison: what is better has improved. */
const SAME: Readonly<Record<string, string>> = {
  better: 'impro',
  worse: 'worse',
  worst: 'worse',
  deter: 'worse',
  halte: 'stop',
  ceas: 'stop',
};

const stemOf = (word: string): string => {
  const lower = word.toLowerCase();
  const [stem = lower] = /^\p{L}+$/u.test(lower) ? [lower.slice(0, 5)] : [lower];
  return SAME[lower] ?? SAME[stem] ?? stem;
};

/** The clauses of a text, in order. */
export const clausesOf = (text: string): Clause[] => {
  const cuts = [...text.matchAll(BOUNDARY)]
    // A full stop inside a number or behind an initial ends nothing.
    .filter(({ 0: mark, index }) => mark !== '.' || !/\b(?:\p{Lu}|Dr|Mr|Ms|Mrs|vs|No)$/u.test(text.slice(0, index)))
    .map(({ index }) => index);
  const starts = [0, ...cuts];
  return starts
    .map((start, at) => ({ start, end: cuts[at] ?? text.length }))
    .map(({ start, end }) => ({
      start,
      end,
      words: [...text.slice(start, end).matchAll(WORD)].map(({ 0: word, index }) => ({
        text: word,
        stem: stemOf(word),
        start: start + index,
        end: start + index + word.length,
      })),
    }))
    .filter(({ words }) => words.length > 0);
};

/** Common words that can be denied all the same. */
const DENIABLE = /^(?:injured|given|same)$/iu;
/** Verbs that only carry what is said: "no visit had shown a deficit" denies the deficit. */
const CARRYING =
  /^(?:show(?:s|n|ed)?|reveal(?:s|ed)?|demonstrate[sd]?|f[io]u?nds?|see|sees|seen|noted|notes|present(?:s|ed)?|describe[sd]?|document(?:s|ed)?|record(?:s|ed)?|observe[sd]?|wrote|written)$/iu;

/** Whether a word tells what its text is about. */
export const isTelling = ({ text }: Word): boolean =>
  /\p{L}{3}/u.test(text) && !CARRYING.test(text) && (DENIABLE.test(text) || !isCommonWord(text));

/** How many stems two clauses share. */
export const sharedOf = (own: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  [...own].filter((stem) => other.has(stem)).length;
