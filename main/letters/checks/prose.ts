import { remember } from '../../../shared/remember.ts';
import { sentencesOf } from './facts-of.ts';

/** More texts than any letter has, and the earlier ones it is compared with. */
const TEXTS = 1000;

const wordsOf: (text: string) => readonly string[] = remember(
  TEXTS,
  (text) => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [],
);

/** The number of words in a text. */
export const countWords = (text: string): number => wordsOf(text).length;

/** The share of the words that stand in quotation marks, 0 to 1. */
export const quotedShare = (text: string): number => {
  const quoted = [...text.matchAll(/"[^"]*"|“[^”]*”/gu)].map(([words]) => words).join(' ');
  return countWords(text) === 0 ? 0 : countWords(quoted) / countWords(text);
};

const syllables = (word: string): number =>
  Math.max(
    1,
    word
      .toLowerCase()
      .replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/u, '')
      .match(/[aeiouy]{1,2}/gu)?.length ?? 1,
  );

/** The school grade that a text asks for, after Flesch and Kincaid (1975). */
export const readingGrade: (text: string) => number = remember(TEXTS, (text) => {
  const words = wordsOf(text);
  const sentences = Math.max(1, sentencesOf(text).length);
  if (words.length === 0) return 0;
  return (
    0.39 * (words.length / sentences) +
    11.8 * (words.reduce((sum, word) => sum + syllables(word), 0) / words.length) -
    15.59
  );
});

const RUN = 6;

const runsOf: (text: string) => ReadonlySet<string> = remember(TEXTS, (text) => {
  const words = wordsOf(text.toLowerCase());
  return new Set(
    words.slice(0, Math.max(0, words.length - RUN + 1)).map((_, index) => words.slice(index, index + RUN).join(' ')),
  );
});

/** How much of the shorter text stands in the other, in runs of six words: 0 none, 1 all. */
export const sharedText = (one: string, other: string): number => {
  const [a, b] = [runsOf(one), runsOf(other)];
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  return few.size === 0 ? 0 : [...few].filter((run) => many.has(run)).length / few.size;
};
