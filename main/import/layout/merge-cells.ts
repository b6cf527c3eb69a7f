import type { Row } from './find-rows.ts';
import type { Segment } from './segments.ts';

/** Lines of one cell stand so close, in heights of a line, and begin at one place within so many. */
const TIGHT = 0.3;
const ALIGNED = 0.6;

type Placed = { readonly segment: Segment; readonly row: number };

const endOf = ({ pieces }: Segment): number => pieces[pieces.length - 1]?.to ?? -1;
const startOf = ({ pieces }: Segment): number => pieces[0]?.from ?? -1;

/** Whether a segment is the next line of the cell that another one stands in: it was found right behind it. */
const continues = (next: Placed, before: Placed): boolean => {
  const height = before.segment.bottom - before.segment.top;
  return (
    startOf(next.segment) === endOf(before.segment) &&
    next.row === before.row + 1 &&
    Math.abs(next.segment.left - before.segment.left) < ALIGNED * height &&
    next.segment.top - before.segment.bottom < TIGHT * height
  );
};

/** What goes on in the row above with each segment that is the next line of a cell. */
const findAbove = (rows: readonly Row[]): ReadonlyMap<Segment, Segment> => {
  const placed = rows
    .flatMap(({ segments }, row) => segments.map((segment): Placed => ({ segment, row })))
    .sort((a, b) => startOf(a.segment) - startOf(b.segment));
  const above = new Map<Segment, Segment>();
  placed.forEach((next, at) => {
    const before = placed[at - 1];
    if (before !== undefined && continues(next, before)) above.set(next.segment, before.segment);
  });
  return above;
};

/** A row of a table: the lines of each of its cells. */
type Cells = Segment[][];

/** Puts rows to the row above whose cells they go on with, where `goesOn` allows that. */
const joinRows = (
  rows: readonly Row[],
  goesOn: (cells: Cells, segments: readonly Segment[]) => boolean,
): { readonly cells: Cells; readonly rows: Row[] }[] => {
  const above = findAbove(rows);
  const joined: { readonly cells: Cells; readonly rows: Row[] }[] = [];
  const cellOf = new Map<Segment, Segment[]>();
  for (const row of rows) {
    const last = joined[joined.length - 1];
    const heads = row.segments.map((segment) => cellOf.get(above.get(segment) ?? segment));
    const isOn = last !== undefined && heads.every((head) => head !== undefined) && goesOn(last.cells, row.segments);
    const cells = row.segments.map((segment, at) => {
      const cell = (isOn ? heads[at] : undefined) ?? [];
      cell.push(segment);
      cellOf.set(segment, cell);
      return cell;
    });
    if (isOn) last.rows.push(row);
    else joined.push({ cells, rows: [row] });
  }
  return joined;
};

/**
 * Sets the rows of a table in lines, with what is wrapped in its cells: a row of which every segment goes on with a cell
 * of the row above is no row of its own, if one cell at least does not go on.
 */
export const mergeCells = (rows: readonly Row[]): (readonly Segment[])[] =>
  joinRows(rows, (cells, segments) => segments.length < cells.length).map(({ cells }) => cells.flat());

/** Rows of cells that begin with a label under which the value stands, or rows of any other kind. */
export type Labelled = { readonly isLabelled: boolean; readonly rows: Row[] };

/** Parts the rows of a page in those of labelled cells, of which most begin with a label, and all others. */
export const partLabelled = (rows: readonly Row[], isLabel: (segment: Segment) => boolean): Labelled[] => {
  const parts: Labelled[] = [];
  const joined = joinRows(
    rows,
    (cells, segments) =>
      cells.filter(([head]) => head !== undefined && isLabel(head)).length * 2 >= cells.length &&
      !segments.some(isLabel),
  );
  for (const { rows: own } of joined) {
    const isLabelled = own.length > 1;
    const last = parts[parts.length - 1];
    if (last !== undefined && !isLabelled && !last.isLabelled) last.rows.push(...own);
    else parts.push({ isLabelled, rows: [...own] });
  }
  return parts;
};

/** The lines of labelled cells, cell by cell. */
export const readLabelled = (rows: readonly Row[]): (readonly Segment[])[] =>
  joinRows(rows, () => true).flatMap(({ cells }) => cells.flatMap((cell) => cell.map((segment) => [segment])));
