import type { FlowBuilder } from './flow-builder.ts';

/** How many columns and rows a cell stands for. */
export type CellSpan = { readonly columns: number; readonly rows: number };

/** Columns that one cell may stand for: each of them becomes a cell. Rows are counted down where rows are. */
const MOST_COLUMNS = 40;
const MOST_ROWS = 10_000;
const within = (written: string | null | undefined, most: number): number =>
  Math.min(most, Math.max(1, Math.trunc(Number(written ?? 1)) || 1));

/** The span that a cell's attributes give, kept within bounds; 1 where they give none or nonsense. */
export const readSpan = (columns: string | null | undefined, rows: string | null | undefined): CellSpan => ({
  columns: within(columns, MOST_COLUMNS),
  rows: within(rows, MOST_ROWS),
});

/**
 * Writes one table, with empty cells where a cell reaches over several columns or rows, so that columns stay below each
 * other.
 */
export const createTableWriter = (builder: FlowBuilder) => {
  let column = 0;
  /** Rows that each column is still taken by a cell from above. */
  let taken: number[] = [];
  const addEmpty = (): void => {
    builder.startCell();
    builder.endCell();
  };
  const skipTaken = (): void => {
    for (let left = taken[column] ?? 0; left > 0; left = taken[column] ?? 0) {
      taken[column] = left - 1;
      column += 1;
      addEmpty();
    }
  };
  return {
    startRow: (): void => {
      column = 0;
      builder.startRow();
    },
    startCell: ({ columns, rows }: CellSpan): void => {
      skipTaken();
      for (let at = column; at < column + columns; at += 1) taken[at] = rows - 1;
      builder.startCell();
    },
    endCell: ({ columns }: CellSpan): void => {
      builder.endCell();
      for (let extra = 1; extra < columns; extra += 1) addEmpty();
      column += columns;
    },
    endRow: skipTaken,
    end: (): void => {
      taken = [];
    },
  };
};

export type TableWriter = ReturnType<typeof createTableWriter>;
