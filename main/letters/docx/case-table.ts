import {
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { LetterBlock } from '../../../shared/letter.ts';
import { rowsOf } from '../layout/case-block-layout.ts';
import { CASE_TABLE } from '../layout/letter-layout.ts';

const TWIPS = 20;
const widths = CASE_TABLE.columns.map((points) => Math.round(points * TWIPS));
const border = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const borders = {
  top: border,
  bottom: border,
  left: border,
  right: border,
  insideHorizontal: border,
  insideVertical: border,
} as const;
const shading = { type: ShadingType.CLEAR, color: 'auto', fill: CASE_TABLE.shade } as const;

const face = (bold: boolean) => ({ bold, font: CASE_TABLE.font, size: CASE_TABLE.size * 2 });

/** The paragraph's own mark has the cell's face too, so that an empty cell is no higher than a full one. */
const said = (text: string, bold: boolean): Paragraph =>
  new Paragraph({
    spacing: { after: 0 },
    run: face(bold),
    children: text.trim() === '' ? [] : [new TextRun({ text: text.trim(), ...face(bold) })],
  });

const cell = (column: number, isLabel: boolean, text: string): TableCell =>
  new TableCell({
    width: { size: widths[column] ?? 0, type: WidthType.DXA },
    ...(isLabel ? { shading } : {}),
    children: [said(text, isLabel)],
  });

const pair = (column: 0 | 2, { runs }: LetterBlock): TableCell[] => [
  cell(column, true, runs[0]?.text ?? ''),
  cell(column + 1, false, runs[1]?.text ?? ''),
];

const filler = (): TableCell =>
  new TableCell({
    columnSpan: 2,
    width: { size: (widths[2] ?? 0) + (widths[3] ?? 0), type: WidthType.DXA },
    shading,
    children: [said('', false)],
  });

/** The values of the case block in their rows, one or two to a row. */
export const caseTable = (blocks: readonly LetterBlock[]): Table => {
  const rows = rowsOf(blocks).map(
    ([first, second]) =>
      new TableRow({ children: [...pair(0, first), ...(second === undefined ? [filler()] : pair(2, second))] }),
  );
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    indent: { size: -Math.round(CASE_TABLE.padding * TWIPS), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders,
    rows,
  });
};
