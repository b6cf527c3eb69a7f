import { WORD_STRIDE } from '../../shared/word-stride.ts';

type Word = { readonly start: number; readonly end: number; readonly key: string };
type Box = readonly [left: number, top: number, right: number, bottom: number];
/** A page as it was found: its words with their boxes, and its size in points. */
export type FoundPage = {
  readonly text: string;
  readonly words: readonly number[];
  readonly width: number;
  readonly height: number;
};

const keyOf = (word: string): string => word.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/\S+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    key: keyOf(match[0]),
  }));

const foundWords = ({
  text,
  words,
}: FoundPage): { readonly keys: readonly string[]; readonly boxes: readonly Box[] } => {
  const count = Math.floor(words.length / WORD_STRIDE);
  const rows = Array.from({ length: count }, (_, index) => words.slice(index * WORD_STRIDE, (index + 1) * WORD_STRIDE));
  return {
    keys: rows.map(([start = 0, end = 0]) => keyOf(text.slice(start, end))),
    boxes: rows.map(([, , left = 0, top = 0, right = 0, bottom = 0]): Box => [left, top, right, bottom]),
  };
};

/** Pairs of equal words in both lists, in order and as many as can be (longest common subsequence). */
const matchWords = (typed: readonly Word[], keys: readonly string[]): (number | null)[] => {
  const columns = keys.length + 1;
  const lengths = new Uint16Array((typed.length + 1) * columns);
  for (let row = typed.length - 1; row >= 0; row -= 1) {
    for (let column = keys.length - 1; column >= 0; column -= 1) {
      const at = row * columns + column;
      const isSame = typed[row]?.key === keys[column] && keys[column] !== '';
      lengths[at] = isSame
        ? (lengths[at + columns + 1] ?? 0) + 1
        : Math.max(lengths[at + columns] ?? 0, lengths[at + 1] ?? 0);
    }
  }
  const matches: (number | null)[] = [];
  let column = 0;
  for (let row = 0; row < typed.length; row += 1) {
    const length = lengths[row * columns + column] ?? 0;
    while (
      column < keys.length &&
      (lengths[row * columns + column + 1] ?? 0) === length &&
      typed[row]?.key !== keys[column]
    )
      column += 1;
    const isSame = column < keys.length && typed[row]?.key === keys[column] && keys[column] !== '';
    const isTaken = isSame && length === (lengths[(row + 1) * columns + column + 1] ?? 0) + 1;
    matches.push(isTaken ? column : null);
    if (isTaken) column += 1;
  }
  return matches;
};

const around = (boxes: readonly Box[]): Box => [
  Math.min(...boxes.map(([left]) => left)),
  Math.min(...boxes.map(([, top]) => top)),
  Math.max(...boxes.map(([, , right]) => right)),
  Math.max(...boxes.map(([, , , bottom]) => bottom)),
];

/** Parts of a box from left to right, as wide as the words are long. */
const share = ([left, top, right, bottom]: Box, words: readonly Word[]): Box[] => {
  const total = words.reduce((sum, { start, end }) => sum + end - start + 1, 0);
  let before = 0;
  return words.map(({ start, end }): Box => {
    const from = left + ((right - left) * before) / total;
    before += end - start + 1;
    return [from, top, left + ((right - left) * before) / total, bottom];
  });
};

/** The lines of a text laid evenly over a page of which no word's place is known. */
const layOver = (text: string, words: readonly Word[], width: number, height: number): Box[] => {
  const lineOf = (at: number): number => text.slice(0, at).split('\n').length - 1;
  const lines = text.split('\n').length;
  const [left, top] = [width * 0.08, height * 0.06];
  const step = Math.min(14, (height * 0.88) / lines);
  const longest = Math.max(1, ...text.split('\n').map((line) => line.length));
  const perLetter = Math.min(6, (width * 0.84) / longest);
  return words.map(({ start, end }): Box => {
    const line = lineOf(start);
    const column = start - (text.lastIndexOf('\n', start - 1) + 1);
    return [
      left + column * perLetter,
      top + line * step,
      left + (column + end - start) * perLetter,
      top + (line + 1) * step,
    ];
  });
};

/** Words more than this are laid over the page instead: matching them would take too long. */
const MOST = 8000;

/**
 * Places for the words of a typed text: a word that was found keeps its box; words between two of those share the boxes
 * of what was found between them, or the gap. Six numbers a word, see `PageContent.words`.
 */
export const placeTypedWords = (typed: string, page: FoundPage): number[] => {
  const words = wordsOf(typed);
  const { keys, boxes } = foundWords(page);
  const matches = words.length > MOST || keys.length > MOST ? words.map(() => null) : matchWords(words, keys);
  const placed: (Box | undefined)[] = matches.map((match) => (match === null ? undefined : boxes[match]));
  if (placed.every((box) => box === undefined)) {
    const all = layOver(typed, words, page.width, page.height);
    return words.flatMap(({ start, end }, index) => [start, end, ...(all[index] ?? [0, 0, 0, 0])]);
  }
  for (let from = 0; from < words.length; from += 1) {
    if (placed[from] !== undefined) continue;
    let to = from;
    while (to < words.length && placed[to] === undefined) to += 1;
    const [first, last] = [
      from === 0 ? -1 : (matches[from - 1] ?? -1),
      to === words.length ? boxes.length : (matches[to] ?? boxes.length),
    ];
    const between = boxes.slice(first + 1, last);
    const gap = around(
      between.length > 0
        ? between
        : [placed[from - 1] ?? placed[to], placed[to] ?? placed[from - 1]].flatMap((box) =>
            box === undefined ? [] : [box],
          ),
    );
    share(gap, words.slice(from, to)).forEach((box, index) => (placed[from + index] = box));
    from = to;
  }
  return words.flatMap(({ start, end }, index) => [start, end, ...(placed[index] ?? [0, 0, 0, 0])]);
};
