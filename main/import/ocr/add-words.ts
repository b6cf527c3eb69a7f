import type { SeenWord } from './recogniser.ts';

const overlap = (from: number, to: number, otherFrom: number, otherTo: number): number =>
  Math.min(to, otherTo) - Math.max(from, otherFrom);

/** Whether two boxes stand side by side: half of the lower one's height in common. */
const isBeside = (a: SeenWord, b: SeenWord): boolean =>
  overlap(a.top, a.bottom, b.top, b.bottom) > Math.min(a.bottom - a.top, b.bottom - b.top) / 2;

const covers = (a: SeenWord, b: SeenWord): boolean =>
  isBeside(a, b) && overlap(a.left, a.right, b.left, b.right) > Math.min(a.right - a.left, b.right - b.left) / 3;

/** Words of a line may stand so many heights of the line apart; what stands farther off is another column. */
const FAR = 3;

const isJoined = (a: SeenWord, b: SeenWord): boolean =>
  isBeside(a, b) && -overlap(a.left, a.right, b.left, b.right) < FAR * Math.min(a.bottom - a.top, b.bottom - b.top);

const middle = ({ top, bottom }: SeenWord): number => (top + bottom) / 2;

/**
 * Where a word belongs that stands on no line: before the first line after all those that begin above it in its column.
 */
const placeAlone = (words: readonly SeenWord[], word: SeenWord): number => {
  const above = words.findLastIndex(
    (other) => middle(other) < middle(word) && overlap(other.left, other.right, word.left - 1, word.right + 1) > 0,
  );
  const last = above === -1 ? words.findLastIndex((other) => middle(other) < middle(word)) : above;
  const end = words.findIndex((other, index) => index > last && other.line !== words[last]?.line);
  return last === -1 ? 0 : end === -1 ? words.length : end;
};

const insert = (words: readonly SeenWord[], at: number, word: SeenWord): SeenWord[] => [
  ...words.slice(0, at),
  word,
  ...words.slice(at),
];

const addWord = (words: readonly SeenWord[], word: SeenWord): SeenWord[] => {
  if (words.some((other) => covers(other, word))) return [...words];
  const left = words.findLastIndex((other) => isJoined(other, word) && other.left < word.left);
  if (left !== -1) return insert(words, left + 1, { ...word, line: words[left]?.line ?? word.line });
  const right = words.findIndex((other) => isJoined(other, word));
  if (right !== -1) return insert(words, right, { ...word, line: words[right]?.line ?? word.line });
  return insert(words, placeAlone(words, word), word);
};

/**
 * Adds words that were overlooked at first to the lines that they stand on, or between them. Words in the place of
 * others are left out.
 */
export const addWords = (words: readonly SeenWord[], overlooked: readonly SeenWord[]): SeenWord[] =>
  overlooked.reduce<SeenWord[]>((all, word) => addWord(all, { ...word, line: `overlooked ${word.line}` }), [...words]);
