import type { LetterBlock, PageBox, PageLine } from '../../../shared/letter.ts';
import { breakLines } from './break-lines.ts';
import { CASE_TABLE, PAGE } from './letter-layout.ts';

/** The case block laid out: its text, its cells, and how high it is. */
export type CaseBlockLayout = {
  readonly lines: readonly PageLine[];
  readonly boxes: readonly PageBox[];
  readonly height: number;
};

type Cell = {
  readonly left: number;
  readonly width: number;
  readonly text: string;
  readonly isLabel: boolean;
  readonly isShaded: boolean;
};

const lefts = CASE_TABLE.columns.map(
  (_, index) =>
    PAGE.margin - CASE_TABLE.padding + CASE_TABLE.columns.slice(0, index).reduce((sum, width) => sum + width, 0),
);

const cellAt = (column: number, text: string, isLabel: boolean): Cell => ({
  left: lefts[column] ?? 0,
  width: CASE_TABLE.columns[column] ?? 0,
  text: text.trim(),
  isLabel,
  isShaded: isLabel,
});

const pair = (column: number, { runs }: LetterBlock): Cell[] => [
  cellAt(column, runs[0]?.text ?? '', true),
  cellAt(column + 1, runs[1]?.text ?? '', false),
];

const filler: Cell = {
  left: lefts[2] ?? 0,
  width: (CASE_TABLE.columns[2] ?? 0) + (CASE_TABLE.columns[3] ?? 0),
  text: '',
  isLabel: false,
  isShaded: true,
};

const textLines = ({ text, width, isLabel }: Cell): string[] =>
  breakLines([{ text, face: isLabel ? 'sans-bold' : 'sans' }], width - 2 * CASE_TABLE.padding, CASE_TABLE.size).map(
    (line) => line.map((stretch) => stretch.text).join(''),
  );

const layRow = (cells: readonly Cell[], top: number): CaseBlockLayout => {
  const texts = cells.map(textLines);
  const height = Math.max(...texts.map((lines) => lines.length)) * CASE_TABLE.line + CASE_TABLE.border;
  return {
    height,
    boxes: cells.map(({ left, width, isShaded }) => ({ left, top, width, height, isShaded })),
    lines: cells.flatMap(({ left, isLabel }, index) =>
      (texts[index] ?? [])
        .filter((text) => text !== '')
        .map((text, line) => ({
          part: { kind: 'header' } as const,
          style: 'case-block' as const,
          left: left + CASE_TABLE.padding,
          top: top + CASE_TABLE.border + line * CASE_TABLE.line,
          runs: [{ text, bold: isLabel }],
        })),
    ),
  };
};

/** A row of the case block: one value or two. */
type Row = readonly [LetterBlock, LetterBlock | undefined];

/** The blocks of a case block by their rows. */
export const rowsOf = (blocks: readonly LetterBlock[]): Row[] =>
  [...new Set(blocks.map(({ row }) => row))].flatMap((row): Row[] => {
    const [first, second] = blocks.filter((block) => block.row === row);
    return first === undefined ? [] : [[first, second]];
  });

/** Lays the values out in four columns from `top` on; a value alone in its row leaves the other two empty. */
export const layCaseBlock = (blocks: readonly LetterBlock[], top: number): CaseBlockLayout =>
  rowsOf(blocks).reduce<CaseBlockLayout>(
    (all, [first, second]) => {
      const cells = [...pair(0, first), ...(second === undefined ? [filler] : pair(2, second))];
      const row = layRow(cells, top + all.height);
      return {
        lines: [...all.lines, ...row.lines],
        boxes: [...all.boxes, ...row.boxes],
        height: all.height + row.height,
      };
    },
    { lines: [], boxes: [], height: 0 },
  );
