import { diffArrays } from 'diff';

type Range = readonly [start: number, end: number];
/**
 * What two pages do not have in common: places in either text, and how many words that are; words in place of others
 * count once.
 */
export type Differences = { readonly a: readonly Range[]; readonly b: readonly Range[]; readonly words: number };

/** Texts with more changes than this are not two copies of one. */
const MOST_CHANGES = 3000;

type Token = { readonly start: number; readonly end: number; readonly key: string };

/** Words as they are compared: capitals and punctuation do not count. */
const tokensOf = (text: string): Token[] =>
  [...text.matchAll(/\S+/g)]
    .map(({ 0: word, index }) => ({
      start: index,
      end: index + word.length,
      key: word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''),
    }))
    .filter(({ key }) => key !== '');

const rangeOf = (tokens: readonly Token[], from: number, count: number): Range[] => {
  const [first, last] = [tokens[from], tokens[from + count - 1]];
  return first && last && count > 0 ? [[first.start, last.end]] : [];
};

/** How far the walk over the changes is; `replaced` words of the other text were passed just before. */
type State = Differences & { readonly inA: number; readonly inB: number; readonly replaced: number };

/** Compares two texts word by word; null where they are too different for that to say anything. */
export const differencesOf = (a: string, b: string): Differences | null => {
  const [left, right] = [tokensOf(a), tokensOf(b)];
  const changes = diffArrays(
    left.map(({ key }) => key),
    right.map(({ key }) => key),
    { maxEditLength: MOST_CHANGES },
  );
  if (changes === undefined) return null;
  const begin: State = { a: [], b: [], words: 0, inA: 0, inB: 0, replaced: 0 };
  const found = changes.reduce<State>((so, { count, added, removed }) => {
    if (!added && !removed) return { ...so, inA: so.inA + count, inB: so.inB + count, replaced: 0 };
    // Words in place of others count once.
    const state = {
      ...so,
      words: so.words + Math.max(0, count - so.replaced),
      replaced: so.replaced === 0 ? count : 0,
    };
    return removed
      ? { ...state, a: [...so.a, ...rangeOf(left, so.inA, count)], inA: so.inA + count }
      : { ...state, b: [...so.b, ...rangeOf(right, so.inB, count)], inB: so.inB + count };
  }, begin);
  return { a: found.a, b: found.b, words: found.words };
};
