import type { DefaultTreeAdapterTypes } from 'parse5';
import type { FlowBuilder } from '../flow/flow-builder.ts';
import type { HtmlElement } from './html-node.ts';
import { attributeOf, walkTree } from './html-node.ts';

/** Cells that one cell may stand for, sideways or down. */
const MOST_SPAN = 40;
const spanOf = (cell: HtmlElement, name: string): number =>
  Math.min(MOST_SPAN, Math.max(1, Number(attributeOf(cell, name) ?? 1) || 1));

/**
 * The tables that hold data. A table that holds other tables, or has but one column, only lays out a page: its cells
 * are read as running text.
 */
export const findDataTables = (root: DefaultTreeAdapterTypes.ParentNode): ReadonlySet<HtmlElement> => {
  const found = new Set<HtmlElement>();
  const open: { readonly table: HtmlElement; isLayout: boolean; widest: number; row: number }[] = [];
  walkTree(root, {
    enter: (element) => {
      const top = open.at(-1);
      if (element.tagName === 'table') {
        if (top !== undefined) top.isLayout = true;
        open.push({ table: element, isLayout: false, widest: 0, row: 0 });
      } else if (element.tagName === 'tr' && top !== undefined) top.row = 0;
      else if (/^t[dh]$/.test(element.tagName) && top !== undefined) {
        top.row += 1;
        top.widest = Math.max(top.widest, top.row);
      }
      return true;
    },
    leave: ({ tagName }) => {
      if (tagName !== 'table') return;
      const closed = open.pop();
      if (closed !== undefined && !closed.isLayout && closed.widest > 1) found.add(closed.table);
    },
    text: () => undefined,
  });
  return found;
};

/**
 * Writes one data table, with empty cells where a cell reaches over several columns or rows, so that columns stay below
 * each other.
 */
export const createTableWriter = (builder: FlowBuilder) => {
  let column = 0;
  /** Rows that each column is still taken by a cell from above. */
  let taken: number[] = [];
  const skipTaken = (): void => {
    for (let left = taken[column] ?? 0; left > 0; left = taken[column] ?? 0) {
      taken[column] = left - 1;
      column += 1;
      builder.startCell();
      builder.endCell();
    }
  };
  return {
    startRow: (): void => {
      column = 0;
      builder.startRow();
    },
    startCell: (cell: HtmlElement): void => {
      skipTaken();
      for (let at = column; at < column + spanOf(cell, 'colspan'); at += 1) taken[at] = spanOf(cell, 'rowspan') - 1;
      builder.startCell();
    },
    endCell: (cell: HtmlElement): void => {
      builder.endCell();
      const width = spanOf(cell, 'colspan');
      for (let extra = 1; extra < width; extra += 1) {
        builder.startCell();
        builder.endCell();
      }
      column += width;
    },
    endRow: skipTaken,
    end: (): void => {
      taken = [];
    },
  };
};
