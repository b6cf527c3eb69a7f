import { areColumns, findGutter } from './find-columns.ts';
import type { Row } from './find-rows.ts';
import { findRows } from './find-rows.ts';
import type { Segment } from './segments.ts';
import { findSegments } from './segments.ts';
import type { Arranged, Heading, WordSet } from './word-set.ts';

/** Columns in columns are looked for so deep. */
const DEEPEST = 5;
/** A page of more segments than this is no page of text; it is left in the order in which it was found. */
const MOST_SEGMENTS = 6000;

type Line = readonly Segment[];

/** The lines of rows in the order in which they are read: columns one after the other, all else row by row. */
const readRows = (rows: readonly Row[], isLabel: (segment: Segment) => boolean, depth: number): Line[] => {
  const asRows = (): Line[] => rows.map(({ segments }) => segments);
  if (depth > DEEPEST || rows.length < 3) return asRows();
  const parted = findGutter(rows);
  if (parted === null) return asRows();
  const { first, last, at } = parted;
  const inside = rows.slice(first, last);
  const before = readRows(rows.slice(0, first), isLabel, depth + 1);
  const after = readRows(rows.slice(last), isLabel, depth + 1);
  if (!areColumns(inside, at, isLabel)) return [...before, ...inside.map(({ segments }) => segments), ...after];
  const side = (isOn: (segment: Segment) => boolean): Line[] =>
    readRows(findRows(inside.flatMap(({ segments }) => segments.filter(isOn))), isLabel, depth + 1);
  return [...before, ...side(({ right }) => right <= at), ...side(({ left }) => left >= at), ...after];
};

/** Whether segments stand in the order in which they were found, one below the other, so that there is nothing to do. */
const isPlain = (segments: readonly Segment[]): boolean =>
  segments.every((segment, at) => {
    const before = segments[at - 1];
    return before === undefined || segment.top >= before.bottom - (before.bottom - before.top) * 0.5;
  });

const linesOf = (words: WordSet, heading: Heading): Line[] => {
  const segments = findSegments(words, heading);
  if (segments.length > MOST_SEGMENTS || (words.bands === undefined && isPlain(segments)))
    return segments.map((segment) => [segment]);
  const isLabel = ({ pieces }: Segment): boolean =>
    pieces.some(({ from, to }) => words.texts.slice(from, to).some((word) => word.endsWith(':')));
  return readRows(findRows(segments), isLabel, 0);
};

/**
 * Puts the words of a page into reading order from where they stand: lines from the top down, columns of prose one after
 * the other, tables row by row. Words that run another way than most of the page come last.
 */
export const arrangeWords = (words: WordSet): Arranged => {
  const count = words.texts.length;
  const counts = [0, 0, 0, 0];
  for (const heading of words.headings) counts[heading] = (counts[heading] ?? 0) + 1;
  const headings = ([0, 1, 2, 3] as const)
    .filter((heading) => (counts[heading] ?? 0) > 0)
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  const order = new Int32Array(count);
  const breaks = new Uint8Array(count);
  let at = 0;
  for (const heading of headings) {
    for (const line of linesOf(words, heading)) {
      breaks[at] = 1;
      for (const { from, to } of line.flatMap(({ pieces }) => pieces)) {
        for (let word = from; word < to; word += 1) {
          order[at] = word;
          at += 1;
        }
      }
    }
  }
  return { order, breaks };
};
