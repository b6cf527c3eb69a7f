import type { DefaultTreeAdapterTypes } from 'parse5';
import type { BlockKind, FlowBuilder } from '../flow/flow-builder.ts';
import { PARAGRAPH } from '../flow/flow-builder.ts';
import { createTableWriter, readSpan, type CellSpan } from '../flow/table-writer.ts';
import { createListCounter } from '../flow/list-counter.ts';
import { BLOCKS, BOLD, EMBEDDING, ITALIC, LIST_TYPES, PREFORMATTED, UNSEEN } from './html-elements.ts';
import type { HtmlElement } from './html-node.ts';
import { attributeOf, walkTree } from './html-node.ts';
import { findDataTables } from './html-tables.ts';

type List = { readonly id: string; readonly format: string; restart: number | undefined };

const styleOf = (element: HtmlElement): string => attributeOf(element, 'style')?.toLowerCase() ?? '';
const isHidden = (element: HtmlElement): boolean =>
  attributeOf(element, 'hidden') !== undefined ||
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/.test(styleOf(element));
const breaks = (element: HtmlElement, where: 'before' | 'after'): boolean =>
  new RegExp(`(?:page-)?break-${where}\\s*:\\s*(?:always|page|left|right|recto|verso)`).test(styleOf(element));
const spanOf = (cell: HtmlElement): CellSpan => readSpan(attributeOf(cell, 'colspan'), attributeOf(cell, 'rowspan'));
const isPreformatted = (element: HtmlElement): boolean =>
  PREFORMATTED.has(element.tagName) || /white-space\s*:\s*(?:pre|break-spaces)/.test(styleOf(element));
const isBold = (element: HtmlElement): boolean =>
  BOLD.has(element.tagName) || /font-weight\s*:\s*(?:bold|[6-9]00)/.test(styleOf(element));
const isItalic = (element: HtmlElement): boolean =>
  ITALIC.has(element.tagName) || /font-style\s*:\s*(?:italic|oblique)/.test(styleOf(element));

/** What a form field shows as it was saved. */
const shownByInput = (input: HtmlElement): string => {
  const type = (attributeOf(input, 'type') ?? 'text').toLowerCase();
  if (type === 'checkbox' || type === 'radio') return attributeOf(input, 'checked') === undefined ? '\u2610' : '\u2612';
  return /^(hidden|password|submit|button|reset|image|file)$/.test(type) ? '' : (attributeOf(input, 'value') ?? '');
};
const shownBySelect = (select: HtmlElement): string => {
  const options: { readonly isChosen: boolean; text: string }[] = [];
  walkTree(select, {
    enter: (element) => {
      if (element.tagName === 'option')
        options.push({ isChosen: attributeOf(element, 'selected') !== undefined, text: '' });
      return true;
    },
    leave: () => undefined,
    text: (text) => {
      const option = options.at(-1);
      if (option !== undefined) option.text += text;
    },
  });
  const chosen = options.filter((option) => option.isChosen);
  return (chosen.length > 0 ? chosen : options.slice(0, 1)).map((option) => option.text.trim()).join(', ');
};

/** Writes what a page shows into the builder; `embedded` counts the documents that it would fetch. */
export const writeHtml = (
  document: DefaultTreeAdapterTypes.Document,
  builder: FlowBuilder,
): { readonly embedded: number } => {
  const dataTables = findDataTables(document);
  const table = createTableWriter(builder);
  const nextMarker = createListCounter();
  const lists: List[] = [];
  let inTable = false;
  let bold = 0;
  let italic = 0;
  let preformatted = 0;
  let level = 0;
  let embedded = 0;
  let listIds = 0;
  let marker = '';
  let isFresh = true;
  let isBlank = true;

  const kindOf = (): BlockKind => {
    if (level > 0) return { kind: 'heading', level };
    return lists.length > 0 ? { kind: 'list-item', depth: lists.length - 1 } : PARAGRAPH;
  };
  const write = (text: string): void => {
    if (isFresh) {
      builder.startBlock(kindOf());
      if (marker !== '') builder.addText(`${marker} `);
      marker = '';
    }
    isFresh = false;
    builder.addText(text, { bold: bold > 0, italic: italic > 0 });
    isBlank = /\s$/.test(text);
  };
  const endBlock = (): void => {
    builder.endBlock();
    isFresh = true;
    isBlank = true;
  };
  const breakPage = (): void => {
    endBlock();
    builder.breakPage();
  };
  const startItem = (element: HtmlElement): void => {
    const list = lists.at(-1);
    if (list === undefined) return;
    const value = Number(attributeOf(element, 'value'));
    const restart = Number.isInteger(value) && value > 0 ? value : list.restart;
    list.restart = undefined;
    marker = nextMarker(list.id, new Map([[0, { format: list.format, text: '%1.', start: 1 }]]), 0, restart);
  };
  const startList = (element: HtmlElement): void => {
    const format =
      element.tagName === 'ol'
        ? (LIST_TYPES[attributeOf(element, 'type') ?? ''] ?? 'decimal')
        : /list-style(?:-type)?\s*:\s*none/.test(styleOf(element))
          ? 'none'
          : 'bullet';
    const start = Number(attributeOf(element, 'start') ?? 1);
    lists.push({ id: String((listIds += 1)), format, restart: Number.isInteger(start) ? start : 1 });
  };

  const entering: Readonly<Record<string, (element: HtmlElement) => void>> = {
    br: () => {
      if (!isFresh) write('\n');
    },
    wbr: () => undefined,
    input: (element) => {
      const shown = shownByInput(element);
      if (shown !== '') write(shown);
    },
    select: (element) => {
      write(shownBySelect(element));
    },
    q: () => {
      write('\u201c');
    },
    ol: startList,
    ul: startList,
    menu: startList,
    dir: startList,
    li: startItem,
    table: (element) => {
      if (dataTables.has(element)) {
        inTable = true;
        builder.startTable();
      }
    },
    tr: () => {
      if (inTable) table.startRow();
    },
    td: (element) => {
      if (inTable) table.startCell(spanOf(element));
    },
    th: (element) => {
      if (inTable) table.startCell(spanOf(element));
    },
  };
  const leaving: Readonly<Record<string, (element: HtmlElement) => void>> = {
    q: () => {
      write('\u201d');
    },
    ol: () => {
      lists.pop();
    },
    ul: () => {
      lists.pop();
    },
    menu: () => {
      lists.pop();
    },
    dir: () => {
      lists.pop();
    },
    li: () => {
      marker = '';
    },
    table: (element) => {
      if (dataTables.has(element)) {
        inTable = false;
        table.end();
        builder.endTable();
      }
    },
    tr: () => {
      if (inTable) table.endRow();
    },
    td: (element) => {
      if (inTable) table.endCell(spanOf(element));
    },
    th: (element) => {
      if (inTable) table.endCell(spanOf(element));
    },
  };
  const headingLevel = ({ tagName }: HtmlElement): number => (/^h[1-6]$/.test(tagName) ? Number(tagName[1]) : 0);
  const count = (element: HtmlElement, by: 1 | -1): void => {
    if (isBold(element)) bold += by;
    if (isItalic(element)) italic += by;
    if (isPreformatted(element)) preformatted += by;
  };

  walkTree(document, {
    enter: (element) => {
      if (EMBEDDING.has(element.tagName)) embedded += 1;
      if (isHidden(element)) return false;
      if (breaks(element, 'before')) breakPage();
      if (BLOCKS.has(element.tagName)) endBlock();
      if (Object.hasOwn(entering, element.tagName)) entering[element.tagName]?.(element);
      if (UNSEEN.has(element.tagName)) return false;
      level = headingLevel(element) || level;
      count(element, 1);
      return true;
    },
    leave: (element) => {
      if (BLOCKS.has(element.tagName)) endBlock();
      if (Object.hasOwn(leaving, element.tagName)) leaving[element.tagName]?.(element);
      if (headingLevel(element) > 0) level = 0;
      count(element, -1);
      if (breaks(element, 'after')) breakPage();
    },
    text: (text) => {
      if (preformatted > 0) {
        write(text);
        return;
      }
      const collapsed = text.replace(/[ \t\r\n\f]+/g, ' ');
      const shown = isBlank ? collapsed.replace(/^ /, '') : collapsed;
      if (shown !== '') write(shown);
    },
  });
  return { embedded };
};
