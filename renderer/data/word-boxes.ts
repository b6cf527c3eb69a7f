import { WORD_STRIDE } from '../../shared/word-stride.ts';

/** A rectangle in points from the top left corner of the page as it is shown. */
export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
export type Word = Box & { readonly start: number; readonly end: number };
/** Words beside each other on one line, from left to right as they are read. */
export type Line = Box & { readonly words: readonly Word[] };
/** How far into a word's width its first `count` characters reach, 0 to 1. */
export type Reach = (word: Word, count: number) => number;

/** Every character as wide as the others: good enough where no font can be measured. */
export const evenReach: Reach = ({ start, end }, count) => (end > start ? count / (end - start) : 0);

/** The words of {@link PageContent.words}, unpacked. */
export const wordsOf = (numbers: readonly number[]): Word[] =>
  Array.from({ length: Math.floor(numbers.length / WORD_STRIDE) }, (_, index) => {
    const [start = 0, end = 0, left = 0, top = 0, right = 0, bottom = 0] = numbers.slice(
      index * WORD_STRIDE,
      (index + 1) * WORD_STRIDE,
    );
    return { start, end, left, top, right, bottom };
  });

const around = (boxes: readonly Box[]): Box => ({
  left: Math.min(...boxes.map(({ left }) => left)),
  top: Math.min(...boxes.map(({ top }) => top)),
  right: Math.max(...boxes.map(({ right }) => right)),
  bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
});

/** Side by side: they share half the height of the lower one, and the second does not start before the first. */
const follows = (before: Box, after: Box): boolean => {
  const shared = Math.min(before.bottom, after.bottom) - Math.max(before.top, after.top);
  return shared >= 0.5 * Math.min(before.bottom - before.top, after.bottom - after.top) && after.left >= before.left;
};

/** The words in reading order cut into lines; a jump up, down or back begins a new one. */
export const linesOf = (words: readonly Word[]): Line[] => {
  const groups: Word[][] = [];
  for (const word of words) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last && before && follows(before, word)) last.push(word);
    else groups.push([word]);
  }
  return groups.map((group) => ({ ...around(group), words: group }));
};

/** The part of a word between two offsets. */
const cut = (word: Word, start: number, end: number, reach: Reach): Box => {
  const width = word.right - word.left;
  const edge = (offset: number): number =>
    offset <= word.start
      ? word.left
      : offset >= word.end
        ? word.right
        : word.left + width * reach(word, offset - word.start);
  return { left: edge(start), top: word.top, right: edge(end), bottom: word.bottom };
};

/**
 * One box a line for the words between two offsets, the gaps between them filled; empty where the range holds no word.
 */
export const boxesOfRange = (lines: readonly Line[], start: number, end: number, reach: Reach = evenReach): Box[] =>
  lines.flatMap(({ words }) => {
    const inside = words.filter((word) => word.start < end && word.end > start);
    return inside.length === 0 ? [] : [around(inside.map((word) => cut(word, start, end, reach)))];
  });

const outside = (value: number, low: number, high: number): number => Math.max(low - value, value - high, 0);

/** The offset in a word whose edge is nearest to `x`. */
const offsetInWord = (word: Word, x: number, reach: Reach): number => {
  const share = (x - word.left) / Math.max(word.right - word.left, 0.01);
  const counts = Array.from({ length: word.end - word.start + 1 }, (_, count) => count);
  const nearest = counts.reduce(
    (best, count) => (Math.abs(reach(word, count) - share) < Math.abs(reach(word, best) - share) ? count : best),
    0,
  );
  return word.start + nearest;
};

const nearestBy = <T>(things: readonly T[], distance: (thing: T) => number): T | undefined =>
  things.reduce<T | undefined>(
    (best, thing) => (best === undefined || distance(thing) < distance(best) ? thing : best),
    undefined,
  );

const offsetInLine = (line: Line, x: number, reach: Reach): number | null => {
  const word = nearestBy(line.words, ({ left, right }) => outside(x, left, right));
  return word ? offsetInWord(word, x, reach) : null;
};

/**
 * The offset that a pointer at this place means: the nearest line, upright distance first, and the nearest character in
 * it.
 */
export const offsetAt = (lines: readonly Line[], x: number, y: number, reach: Reach = evenReach): number | null => {
  // A pointer beside a line means that line and not a nearer one above: height weighs more.
  const line = nearestBy(
    lines,
    ({ left, right, top, bottom }) => 4 * outside(y, top, bottom) + outside(x, left, right),
  );
  return line ? offsetInLine(line, x, reach) : null;
};

const lineIndexOf = (lines: readonly Line[], offset: number): number => {
  const found = lines.findIndex(({ words }) => (words.at(-1)?.end ?? -1) >= offset);
  return found === -1 ? lines.length - 1 : found;
};

/** Where the caret stands: the upright edge at this offset, as a box without width; null on a page without words. */
export const caretBox = (lines: readonly Line[], offset: number, reach: Reach = evenReach): Box | null => {
  const line = lines[lineIndexOf(lines, offset)];
  const word = line?.words.find(({ end }) => end >= offset) ?? line?.words.at(-1);
  if (!word) return null;
  const { right } = cut(word, word.start, Math.max(offset, word.start), reach);
  const x = offset <= word.start ? word.left : right;
  return { left: x, right: x, top: word.top, bottom: word.bottom };
};

/** The offset `by` lines further down (negative: up) at the same place across; stays at the ends. */
export const offsetLinesAway = (
  lines: readonly Line[],
  offset: number,
  by: number,
  reach: Reach = evenReach,
): number => {
  const x = caretBox(lines, offset, reach)?.left ?? 0;
  const line = lines[Math.min(Math.max(lineIndexOf(lines, offset) + by, 0), lines.length - 1)];
  return line ? (offsetInLine(line, x, reach) ?? offset) : offset;
};

/** First and last offset of the line that an offset stands in. */
export const lineEnds = (lines: readonly Line[], offset: number): readonly [start: number, end: number] => {
  const words = lines[lineIndexOf(lines, offset)]?.words ?? [];
  return [words[0]?.start ?? offset, words.at(-1)?.end ?? offset];
};
