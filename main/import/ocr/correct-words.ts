import { addWords } from './add-words.ts';
import type { SeenWord } from './recogniser.ts';

const overlap = (from: number, to: number, otherFrom: number, otherTo: number): number =>
  Math.min(to, otherTo) - Math.max(from, otherFrom);

/** Whether two boxes are around the same word. */
const isSamePlace = (a: SeenWord, b: SeenWord): boolean =>
  overlap(a.top, a.bottom, b.top, b.bottom) > Math.min(a.bottom - a.top, b.bottom - b.top) / 2 &&
  overlap(a.left, a.right, b.left, b.right) > Math.max(a.right - a.left, b.right - b.left) * 0.7;

const lettersIn = ({ text }: SeenWord): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** A word must be seen this much more clearly to take the place of another. */
const MORE = 5;

const isBetter = (word: SeenWord, than: SeenWord): boolean =>
  word.confidence > than.confidence + MORE && lettersIn(word) >= lettersIn(than) * 0.6;

/** A word that only one reading has must look like one: nothing else speaks for it. */
export const isConvincing = (word: SeenWord): boolean =>
  word.confidence >= 60 && lettersIn(word) >= Math.max(2, word.text.length / 2);

/** Takes from another reading of the same page the words that it saw more clearly, and those that were overlooked. */
export const correctWords = (words: readonly SeenWord[], others: readonly SeenWord[]): SeenWord[] => {
  const corrected = words.map((word) => {
    const other = others.find((candidate) => isSamePlace(word, candidate));
    return other !== undefined && isBetter(other, word)
      ? { ...word, text: other.text, confidence: other.confidence }
      : word;
  });
  return addWords(corrected, others.filter(isConvincing));
};
