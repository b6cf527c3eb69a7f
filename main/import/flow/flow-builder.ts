import type { FlowBlock, FlowLeaf } from '../../../shared/page.ts';
import { cleanText } from '../clean-text.ts';
import { Unreadable } from '../unreadable.ts';

export type TextStyle = { readonly bold: boolean; readonly italic: boolean };
export const PLAIN: TextStyle = { bold: false, italic: false };

export type BlockKind =
  | { readonly kind: 'paragraph' }
  | { readonly kind: 'heading'; readonly level: number }
  | { readonly kind: 'list-item'; readonly depth: number };
export const PARAGRAPH: BlockKind = { kind: 'paragraph' };

/** The text and blocks of one flow page; every leaf is a range of the text. */
export type FlowPage = { readonly text: string; readonly blocks: readonly FlowBlock[] };

/**
 * The most characters that one document may have: several times those of the longest chart. A table can name one long
 * string in every cell, and a small file be text without end.
 */
const MOST_CHARACTERS = 100_000_000;

/** Takes a document in reading order and gives its pages, cut where the document says so. */
export type FlowBuilder = {
  /** Sets what the next block is; blocks without text leave nothing behind. */
  readonly startBlock: (kind: BlockKind) => void;
  readonly addText: (text: string, style?: TextStyle) => void;
  readonly endBlock: () => void;
  readonly startTable: () => void;
  readonly startRow: () => void;
  readonly startCell: () => void;
  readonly endCell: () => void;
  readonly endTable: () => void;
  /** Cuts the page here; inside a table, after it. */
  readonly breakPage: () => void;
  readonly finish: () => FlowPage[];
};

type Run = FlowLeaf['runs'][number];
type Open = { text: string; runs: Run[] };

const trimEnd = (open: Open): Open => {
  const text = open.text.trimEnd();
  return {
    text,
    runs: open.runs
      .filter((run) => run.start < text.length)
      .map((run) => ({ ...run, end: Math.min(run.end, text.length) })),
  };
};

const leafAt = (open: Open, at: number): FlowLeaf => ({
  start: at,
  end: at + open.text.length,
  runs: open.runs.map((run) => ({ ...run, start: run.start + at, end: run.end + at })),
});

/** The text without soft hyphens but those at the end of a line: running text shows no others. */
export const withoutSoftHyphens = (text: string): string =>
  text.includes('\u00ad') ? text.replace(/\u00ad(?!\r?\n)/g, '') : text;

const append = (open: Open, text: string, { bold, italic }: TextStyle): void => {
  const start = open.text.length;
  open.text += text;
  if (!bold && !italic) return;
  const last = open.runs.at(-1);
  if (last !== undefined && last.end === start && last.bold === bold && last.italic === italic)
    open.runs.splice(-1, 1, { ...last, end: open.text.length });
  else open.runs.push({ start, end: open.text.length, bold, italic });
};

const clampLevel = (level: number): number => Math.min(6, Math.max(1, Math.round(level)));

/** The state of one page that is being written. */
const createPage = () => {
  const pieces: string[] = [];
  const blocks: FlowBlock[] = [];
  let length = 0;
  const write = (text: string): number => {
    const at = length;
    pieces.push(text);
    length += text.length;
    return at;
  };
  const separate = (): void => {
    if (length > 0) write('\n');
  };
  return {
    addBlock: (kind: BlockKind, open: Open): void => {
      const trimmed = trimEnd(open);
      if (trimmed.text.trim() === '') return;
      separate();
      const leaf = leafAt(trimmed, write(trimmed.text));
      blocks.push(
        kind.kind === 'heading' ? { kind: 'heading', level: clampLevel(kind.level), leaf } : { ...kind, leaf },
      );
    },
    addTable: (rows: readonly (readonly Open[])[]): void => {
      const filled = rows.filter((row) => row.some((cell) => cell.text.trim() !== ''));
      if (filled.length === 0) return;
      separate();
      blocks.push({
        kind: 'table',
        rows: filled.map((row, index) => {
          if (index > 0) write('\n');
          return row.map((cell, column) => {
            if (column > 0) write('\t');
            return leafAt(cell, write(cell.text));
          });
        }),
      });
    },
    finish: (): FlowPage => ({ text: pieces.join(''), blocks }),
  };
};

/**
 * Tables within tables become lines of the outer cell, so that a leaf stays one range. Throws {@link Unreadable} for text
 * without end.
 */
export const createFlowBuilder = (): FlowBuilder => {
  const done: FlowPage[] = [];
  let page = createPage();
  let block: Open = { text: '', runs: [] };
  let kind: BlockKind = PARAGRAPH;
  let rows: Open[][] | null = null;
  let cell: Open | null = null;
  let depth = 0;
  let breakDue = false;
  let characters = 0;

  const flush = (): void => {
    const open = block;
    block = { text: '', runs: [] };
    if (cell === null) page.addBlock(kind, open);
    else {
      const trimmed = trimEnd(open);
      if (trimmed.text !== '') {
        if (cell.text !== '') cell.text += '\n';
        const at = cell.text.length;
        cell.text += trimmed.text;
        cell.runs.push(...leafAt(trimmed, at).runs);
      }
    }
    kind = PARAGRAPH;
  };
  const breakPage = (): void => {
    if (depth > 0) {
      breakDue = true;
      return;
    }
    flush();
    done.push(page.finish());
    page = createPage();
  };
  const endCell = (): void => {
    if (depth !== 1) return;
    flush();
    cell = null;
  };
  return {
    startBlock: (next) => {
      flush();
      kind = next;
    },
    addText: (text, style = PLAIN) => {
      characters += text.length;
      if (characters > MOST_CHARACTERS) throw new Unreadable({ code: 'grows-too-large' });
      append(block, cleanText(withoutSoftHyphens(text)), style);
    },
    endBlock: flush,
    startTable: () => {
      flush();
      depth += 1;
      if (depth === 1) rows = [];
    },
    startRow: () => {
      if (depth === 1) rows?.push([]);
    },
    startCell: () => {
      if (depth !== 1) return;
      flush();
      cell = { text: '', runs: [] };
      if (rows?.length === 0) rows.push([]);
      rows?.at(-1)?.push(cell);
    },
    endCell,
    endTable: () => {
      if (depth === 0) return;
      if (depth === 1) {
        endCell();
        page.addTable(rows ?? []);
        rows = null;
      } else flush();
      depth -= 1;
      if (depth > 0 || !breakDue) return;
      breakDue = false;
      breakPage();
    },
    breakPage,
    finish: () => {
      flush();
      return [...done, page.finish()];
    },
  };
};
