import type { Row } from './find-rows.ts';
import type { Segment } from './segments.ts';

/** Rows that a gutter parts into a left and a right side: `last` is exclusive, `at` lies within the gutter. */
export type Parted = { readonly first: number; readonly last: number; readonly at: number };

/** A gutter is so many heights of a line wide, and parts so many rows on each side. */
const GUTTER = 0.9;
const LEAST_ROWS = 3;

/** The width of the rows is cut into so many slots; 32 of them are a number. */
const SLOTS = 256;
const NUMBERS = SLOTS / 32;

type Slots = Uint32Array;

const fill = (slots: Slots, from: number, to: number): void => {
  for (let slot = Math.max(0, from); slot < Math.min(SLOTS, to); slot += 1)
    slots[slot >> 5] = (slots[slot >> 5] ?? 0) | (1 << (slot & 31));
};

const isFilled = (slots: Slots, slot: number): boolean => ((slots[slot >> 5] ?? 0) & (1 << (slot & 31))) !== 0;

/** A run of slots without a word, with words on both sides of it. */
type Strip = { readonly from: number; readonly to: number };

/** The first strip from a slot on that is wide enough. */
const findStrip = (slots: Slots, least: number): Strip | null => {
  let slot = 0;
  while (slot < SLOTS && !isFilled(slots, slot)) slot += 1;
  for (let from = -1; slot < SLOTS; slot += 1) {
    if (!isFilled(slots, slot)) {
      if (from < 0) from = slot;
      continue;
    }
    if (from >= 0 && slot - from >= least) return { from, to: slot };
    from = -1;
  }
  return null;
};

const isFree = (slots: Slots, { from, to }: Strip): boolean => {
  for (let slot = from; slot < to; slot += 1) if (isFilled(slots, slot)) return false;
  return true;
};

const medianHeight = (rows: readonly Row[]): number =>
  rows.map(({ height }) => height).sort((a, b) => a - b)[Math.floor(rows.length / 2)] ?? 0;

/** Whether enough of the rows have words on the left of a place, and on its right. */
const hasSides = (rows: readonly Row[], first: number, last: number, at: number): boolean => {
  let [left, right] = [0, 0];
  for (let row = first; row < last; row += 1) {
    const segments = rows[row]?.segments ?? [];
    if ((segments[0]?.left ?? Infinity) < at) left += 1;
    if ((segments[segments.length - 1]?.left ?? -Infinity) >= at) right += 1;
  }
  return left >= LEAST_ROWS && right >= LEAST_ROWS;
};

/** A segment that covers so much of the width leaves no gutter beside it. */
const WIDE = 0.8;
/** Words that begin so far from the left may stand on the right of a gutter. */
const ASIDE = 0.15;

type Frame = { readonly left: number; readonly width: number };

const frameOf = (rows: readonly Row[]): Frame => {
  let [left, right] = [Infinity, -Infinity];
  for (const { segments } of rows) {
    for (const segment of segments) {
      if (segment.left < left) left = segment.left;
      if (segment.right > right) right = segment.right;
    }
  }
  return { left, width: Math.max(1e-6, right - left) };
};

/** Stretches of rows, none of which is filled from side to side, that may have two sides. */
const openStretches = (rows: readonly Row[], { left, width }: Frame): (readonly [first: number, last: number])[] => {
  const stretches: (readonly [number, number])[] = [];
  let first = 0;
  let aside = 0;
  for (let row = 0; row <= rows.length; row += 1) {
    const segments = rows[row]?.segments;
    if (segments?.every((segment) => segment.right - segment.left < WIDE * width) === true) {
      if (segments.some((segment) => segment.left > left + ASIDE * width)) aside += 1;
      continue;
    }
    if (aside >= LEAST_ROWS) stretches.push([first, row]);
    first = row + 1;
    aside = 0;
  }
  return stretches;
};

/**
 * Finds the longest stretch of rows that a gutter parts. Rows that stand on one side only count: columns may end at
 * different heights, or keep their lines at different ones.
 */
export const findGutter = (rows: readonly Row[]): Parted | null => {
  if (rows.length < LEAST_ROWS) return null;
  const frame = frameOf(rows);
  const stretches = openStretches(rows, frame);
  if (stretches.length === 0) return null;
  const slot = frame.width / SLOTS;
  const least = Math.max(1, Math.floor((GUTTER * medianHeight(rows)) / slot));
  let best: Parted | null = null;
  for (const [first, last] of stretches) {
    if (last - first <= (best === null ? LEAST_ROWS - 1 : best.last - best.first)) continue;
    best = longestParted(rows, [first, last], frame, least) ?? best;
  }
  return best;
};

/** Looks at every beginning in a stretch of rows, and how far a strip without words reaches down from there. */
const longestParted = (
  rows: readonly Row[],
  [from, to]: readonly [number, number],
  { left, width }: Frame,
  least: number,
): Parted | null => {
  const slot = width / SLOTS;
  const taken = rows.slice(from, to).map(({ segments }) => {
    const own = new Uint32Array(NUMBERS);
    for (const segment of segments)
      fill(own, Math.floor((segment.left - left) / slot), Math.ceil((segment.right - left) / slot));
    return own;
  });
  const found: Parted[] = [];
  let longest = LEAST_ROWS - 1;
  const keep = (first: number, last: number, strip: Strip | null): void => {
    if (strip === null || last - first <= longest) return;
    const at = left + ((strip.from + strip.to) / 2) * slot;
    if (!hasSides(rows, first, last, at)) return;
    found.push({ first, last, at });
    longest = last - first;
  };
  const all = new Uint32Array(NUMBERS);
  for (let first = from; to - first > longest; first += 1) {
    all.fill(0);
    let strip: Strip | null = null;
    for (let last = first; last < to; last += 1) {
      const own = taken[last - from];
      if (own === undefined) break;
      if (strip !== null && !isFree(own, strip)) {
        keep(first, last, strip);
        strip = null;
      }
      for (let at = 0; at < NUMBERS; at += 1) all[at] = (all[at] ?? 0) | (own[at] ?? 0);
      // A row may open a strip only now, which reaches up to the first one.
      strip ??= findStrip(all, least);
    }
    keep(first, to, strip);
  }
  return found[found.length - 1] ?? null;
};

/** What the words of a segment tell: it is a label to its end, holds one, or goes on with a sentence. */
export type SegmentWords = {
  readonly isLabel: (segment: Segment) => boolean;
  readonly hasLabel: (segment: Segment) => boolean;
  readonly beginsSmall: (segment: Segment) => boolean;
};

/** What a side of a gutter looks like: its rows, words in one, and shares of lines that are full, go on, hold a label. */
type Side = {
  readonly rows: number;
  readonly words: number;
  readonly full: number;
  readonly small: number;
  readonly labels: number;
};

const wordsOf = (segments: readonly Segment[]): number =>
  segments.reduce((sum, { pieces }) => pieces.reduce((all, { from, to }) => all + to - from, sum), 0);

/** A line that reaches so far into its column is full; the last line of a paragraph is not. */
const FULL = 0.75;

const lookAt = (lines: readonly (readonly Segment[])[], words: SegmentWords): Side => {
  const filled = lines.filter((line) => line.length > 0);
  const left = Math.min(...filled.map((line) => line[0]?.left ?? Infinity));
  const ends = filled.map((line) => line.reduce((end, { right }) => Math.max(end, right), -Infinity));
  const right = Math.max(...ends);
  const share = (count: number): number => count / Math.max(1, filled.length);
  return {
    rows: filled.length,
    words: share(filled.reduce((sum, line) => sum + wordsOf(line), 0)),
    full: share(ends.filter((end) => end >= left + FULL * (right - left)).length),
    small: share(filled.filter(([first]) => first !== undefined && words.beginsSmall(first)).length),
    labels: share(filled.filter((line) => line.some(words.hasLabel)).length),
  };
};

type Prose = Omit<Side, 'rows'>;

/**
 * Prose has so many words in a line, and such shares of full lines and of lines that go on with a sentence; a table's
 * cells have not.
 */
const PROSE: Prose = { words: 3.2, full: 0.5, small: 0.25, labels: 0.25 };
/** Where the file itself keeps the sides apart, less will do. */
const KEPT_APART: Prose = { words: 2.2, full: 0.35, small: 0.12, labels: 0.4 };
/** Sides of which fewer lines than this stand level with one of the other are no rows of a table. */
const LEVEL_SHARE = 0.34;

const isProse = (side: Side, least: Prose): boolean =>
  side.words >= least.words && side.full >= least.full && side.small >= least.small && side.labels <= least.labels;

/** Whether all words on the left of the gutter were found before, or all behind, those on its right. */
const isKeptApart = (left: readonly Segment[], right: readonly Segment[]): boolean => {
  const [lefts, rights] = [left, right].map((side) => side.flatMap(({ pieces }) => pieces.map(({ from }) => from)));
  if (lefts === undefined || rights === undefined) return false;
  return Math.max(...lefts) < Math.min(...rights) || Math.max(...rights) < Math.min(...lefts);
};

/** Whether the two sides are columns, of which one is read whole before the other, and not the cells of rows. */
export const areColumns = (rows: readonly Row[], at: number, words: SegmentWords): boolean => {
  const lefts = rows.map(({ segments }) => segments.filter(({ right }) => right <= at));
  const rights = rows.map(({ segments }) => segments.filter(({ left }) => left >= at));
  const [left, right] = [lookAt(lefts, words), lookAt(rights, words)];
  const level = rows.filter((_, row) => (lefts[row]?.length ?? 0) > 0 && (rights[row]?.length ?? 0) > 0).length;
  const apart = isKeptApart(lefts.flat(), rights.flat());
  if (level < LEVEL_SHARE * Math.min(left.rows, right.rows)) return apart || (left.words > 1.5 && right.words > 1.5);
  const least = apart ? KEPT_APART : PROSE;
  return isProse(left, least) && isProse(right, least);
};
