import type { WordSet } from '../layout/word-set.ts';
import type { Box } from './page-map.ts';

/** A stroke through a word runs so far down it, as shares of its height, and along so much of it. */
const MIDDLE = { from: 0.38, to: 0.72 } as const;
const ALONG = 0.7;
/** More rules than this belong to a drawing. */
const MOST_RULES = 400;

const overlap = (from: number, to: number, otherFrom: number, otherTo: number): number =>
  Math.min(to, otherTo) - Math.max(from, otherFrom);

const boxOf = ({ boxes }: WordSet, word: number): Box => ({
  left: boxes[word * 4] ?? 0,
  top: boxes[word * 4 + 1] ?? 0,
  right: boxes[word * 4 + 2] ?? 0,
  bottom: boxes[word * 4 + 3] ?? 0,
});

const liesOn = (word: Box, place: Box): boolean =>
  overlap(word.left, word.right, place.left, place.right) > (word.right - word.left) * 0.5 &&
  overlap(word.top, word.bottom, place.top, place.bottom) > (word.bottom - word.top) * 0.5;

const isCrossed = ({ left, top, right, bottom }: Box, rule: Box): boolean => {
  const y = (rule.top + rule.bottom) / 2;
  const height = bottom - top;
  return (
    y > top + MIDDLE.from * height &&
    y < top + MIDDLE.to * height &&
    overlap(left, right, rule.left, rule.right) > (right - left) * ALONG
  );
};

/**
 * Marks words that are struck out, by a mark of a viewer or by a rule drawn through them: the first of a run begins with
 * `[struck out:`, the last ends with `]`.
 */
export const markStruck = (words: WordSet, places: readonly Box[], rules: readonly Box[]): WordSet => {
  const lines = rules.length > MOST_RULES ? [] : rules;
  if (places.length + lines.length === 0) return words;
  const isStruck = words.texts.map((_, word) => {
    const box = boxOf(words, word);
    return places.some((place) => liesOn(box, place)) || lines.some((rule) => isCrossed(box, rule));
  });
  if (!isStruck.includes(true)) return words;
  return {
    ...words,
    texts: words.texts.map((text, word) => {
      if (isStruck[word] !== true) return text;
      const begins = isStruck[word - 1] !== true;
      const ends = isStruck[word + 1] !== true;
      return `${begins ? '[struck out: ' : ''}${text}${ends ? ']' : ''}`;
    }),
  };
};
