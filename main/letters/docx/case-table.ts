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

const pair = (column: 0 | 2, block: LetterBlock | undefined): TableCell[] => [
  cell(column, true, block?.runs[0]?.text ?? ''),
  cell(column + 1, false, block?.runs[1]?.text ?? ''),
];

const filler = (): TableCell =>
  new TableCell({
    columnSpan: 2,
    width: { size: (widths[2] ?? 0) + (widths[3] ?? 0), type: WidthType.DXA },
    shading,
    children: [said('', false)],
  });

/** The seven values as the published letters print them: the case number alone in the first row, then two to a row. */
export const caseTable = (blocks: readonly LetterBlock[]): Table => {
  const [number, ...others] = blocks;
  const rows = [0, 1, 2].map(
    (row) => new TableRow({ children: [...pair(0, others[row * 2]), ...pair(2, others[row * 2 + 1])] }),
  );
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    indent: { size: -Math.round(CASE_TABLE.padding * TWIPS), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders,
    rows: [new TableRow({ children: [...pair(0, number), filler()] }), ...rows],
  });
};
