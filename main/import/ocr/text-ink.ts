import type { GrayPicture } from './gray-picture.ts';

/** Where a small picture of a page has ink that may be writing: one byte a pixel, and how many of them there are. */
export type TextInk = {
  readonly dots: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly count: number;
};

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

const INK = 150;
/** Ink that runs on for so many pixels of a hundred an inch is a rule, a border or a shadow. */
const LONGEST_STROKE = 35;

/**
 * Takes out the runs of ink that are longer than any stroke of a letter; `step` leads from one pixel of a line to the
 * next.
 */
const dropRuns = (ink: Uint8Array, kept: Uint8Array, start: number, step: number, length: number): void => {
  let run = 0;
  for (let at = 0; at <= length; at += 1) {
    if (at < length && ink[start + at * step] === 1) {
      run += 1;
      continue;
    }
    if (run > LONGEST_STROKE) for (let back = at - run; back < at; back += 1) kept[start + back * step] = 0;
    run = 0;
  }
};

const countOf = (dots: Uint8Array): number => dots.reduce((sum, dot) => sum + dot, 0);

/** Finds the ink that may be writing: rules, borders and shadows are left out. */
export const findTextInk = ({ data, width, height }: GrayPicture): TextInk => {
  const ink = data.map((light) => (light < INK ? 1 : 0));
  const dots = Uint8Array.from(ink);
  for (let y = 0; y < height; y += 1) dropRuns(ink, dots, y * width, 1, width);
  for (let x = 0; x < width; x += 1) dropRuns(ink, dots, x, width, height);
  return { dots, width, height, count: countOf(dots) };
};

/** Pixels by which a box may miss the edge of its ink. */
const SLACK = 2;

/** The ink that lies in none of the boxes, which are in pixels of the same picture. */
export const inkOutside = ({ dots, width, height }: TextInk, boxes: readonly Box[]): TextInk => {
  const left = Uint8Array.from(dots);
  for (const box of boxes) {
    const from = Math.max(0, Math.floor(box.left) - SLACK);
    const to = Math.max(from, Math.min(width, Math.ceil(box.right) + SLACK));
    for (let y = Math.max(0, Math.floor(box.top) - SLACK); y < Math.min(height, box.bottom + SLACK); y += 1)
      left.fill(0, y * width + from, y * width + to);
  }
  return { dots: left, width, height, count: countOf(left) };
};

/** A short word in small print covers a field of so many pixels with so many dots. */
const FIELD = { across: 32, down: 16 } as const;
const A_WORD = 50;

/** Whether so much of the ink lies close together somewhere that it may be a word. */
export const holdsWord = ({ dots, width, height, count }: TextInk): boolean => {
  if (count < A_WORD) return false;
  const [halfWide, halfHigh] = [FIELD.across / 2, FIELD.down / 2];
  const columns = Math.ceil(width / halfWide) + 1;
  const rows = Math.ceil(height / halfHigh) + 1;
  const sums = new Uint16Array(columns * rows);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / halfHigh) * columns;
    for (let x = 0; x < width; x += 1) {
      const cell = row + Math.floor(x / halfWide);
      if (dots[y * width + x] === 1) sums[cell] = (sums[cell] ?? 0) + 1;
    }
  }
  // Every field of two by two cells, so that a word is whole in at least one.
  return sums.some(
    (sum, cell) =>
      sum + (sums[cell + 1] ?? 0) + (sums[cell + columns] ?? 0) + (sums[cell + columns + 1] ?? 0) >= A_WORD,
  );
};
