import type { DefaultTreeAdapterTypes } from 'parse5';
import type { HtmlElement } from './html-node.ts';
import { walkTree } from './html-node.ts';

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
