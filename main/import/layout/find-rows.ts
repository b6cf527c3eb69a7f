import type { Segment } from './segments.ts';

/** Segments that stand on one line across the page, from left to right. */
export type Row = { readonly segments: Segment[]; readonly middle: number; readonly height: number };

const middleOf = ({ top, bottom }: Segment): number => (top + bottom) / 2;
const heightOf = ({ top, bottom }: Segment): number => bottom - top;

/** Middles of a row's segments lie within so many of the lower one's heights of each other. */
const LEVEL = 0.5;

const isLevel = (segment: Segment, row: Row): boolean =>
  Math.abs(middleOf(segment) - row.middle) < LEVEL * Math.min(heightOf(segment), row.height);

/**
 * A small word that stands higher or lower than its line, as a power does, was found in that line and touches it.
 */
const isRaised = (segment: Segment, row: Row): boolean =>
  Math.abs(middleOf(segment) - row.middle) < row.height &&
  row.segments.some(
    (other) =>
      other.line === segment.line &&
      segment.top < other.bottom &&
      other.top < segment.bottom &&
      Math.min(Math.abs(segment.left - other.right), Math.abs(other.left - segment.right)) < row.height,
  );

/** Puts segments into rows, from the top down. */
export const findRows = (segments: readonly Segment[]): Row[] => {
  const sorted = [...segments].sort((a, b) => middleOf(a) - middleOf(b));
  const rows: Row[] = [];
  for (const segment of sorted) {
    const last = rows[rows.length - 1];
    const before = rows[rows.length - 2];
    const row = [last, before].find(
      (candidate) => candidate !== undefined && (isLevel(segment, candidate) || isRaised(segment, candidate)),
    );
    if (row === undefined) rows.push({ segments: [segment], middle: middleOf(segment), height: heightOf(segment) });
    else row.segments.push(segment);
  }
  for (const { segments: own } of rows) own.sort((a, b) => a.left - b.left);
  return rows;
};
