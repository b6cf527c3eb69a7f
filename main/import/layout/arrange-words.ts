import type { SegmentWords } from './find-columns.ts';
import { areColumns, findGutter } from './find-columns.ts';
import type { Row } from './find-rows.ts';
import { findRows } from './find-rows.ts';
import { mergeCells, partLabelled, readLabelled } from './merge-cells.ts';
import type { Segment } from './segments.ts';
import { findSegments } from './segments.ts';
import type { Arranged, Heading, WordSet } from './word-set.ts';

/** Columns in columns are looked for so deep. */
const DEEPEST = 5;
/** A page of more segments than this is no page of text; it is left in the order in which it was found. */
const MOST_SEGMENTS = 6000;

type Line = readonly Segment[];

/** The lines of rows in the order in which they are read: columns one after the other, all else row by row. */
const readRows = (rows: readonly Row[], words: SegmentWords, depth: number): Line[] => {
  const parted = depth > DEEPEST ? null : findGutter(rows);
  if (parted === null) return rows.map(({ segments }) => segments);
  const { first, last, at } = parted;
  const inside = rows.slice(first, last);
  const before = readRows(rows.slice(0, first), words, depth + 1);
  const after = readRows(rows.slice(last), words, depth + 1);
  if (!areColumns(inside, at, words)) return [...before, ...mergeCells(inside), ...after];
  const side = (isOn: (segment: Segment) => boolean): Line[] =>
    readRows(findRows(inside.flatMap(({ segments }) => segments.filter(isOn))), words, depth + 1);
  return [...before, ...side(({ right }) => right <= at), ...side(({ left }) => left >= at), ...after];
};

/** Cells whose values stand under their labels are read one after the other; what is between them is read by itself. */
const readAll = (rows: readonly Row[], words: SegmentWords): Line[] =>
  partLabelled(rows, words.isLabel).flatMap(({ isLabelled, rows: own }) =>
    isLabelled ? readLabelled(own) : readRows(own, words, 0),
  );

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
  const isLabelWord = (word: number): boolean => (words.texts[word] ?? '').endsWith(':');
  const firstOf = ({ pieces }: Segment): string => words.texts[pieces[0]?.from ?? 0] ?? '';
  return readAll(findRows(segments), {
    isLabel: ({ pieces }) => isLabelWord((pieces[pieces.length - 1]?.to ?? 0) - 1),
    hasLabel: ({ pieces }) =>
      pieces.some(({ from, to }) => words.texts.slice(from, to).some((word) => word.endsWith(':'))),
    beginsSmall: (segment) => /^\p{Ll}/u.test(firstOf(segment)),
  });
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
