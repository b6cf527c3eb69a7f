import { AlignmentType, Document, Packer, Paragraph, TextRun, type ParagraphChild, type Table } from 'docx';
import type { LetterBlock } from '../../shared/letter.ts';
import { BODY, HEADING, PAGE } from './layout/letter-layout.ts';
import { caseTable } from './docx/case-table.ts';
import { EMPTY_CORE, sealDocx } from './docx/seal-docx.ts';

const TWIPS = 20;
const twips = (points: number): number => Math.round(points * TWIPS);
const HALF_POINTS = 2;

const runsOf = (runs: LetterBlock['runs']): ParagraphChild[] =>
  runs.map(({ text, bold }) => new TextRun(bold ? { text, bold } : { text }));

const paragraphOf = (block: LetterBlock): Paragraph => {
  switch (block.style) {
    case 'heading':
      return new Paragraph({
        style: 'Heading1',
        children: runsOf(block.runs.map(({ text }) => ({ text, bold: false }))),
      });
    case 'item-heading':
      return new Paragraph({ style: 'Heading2', children: runsOf(block.runs) });
    case 'case-block':
    case 'body':
      return new Paragraph({
        ...(block.staysClose === true ? { spacing: { after: 0 } } : {}),
        children: runsOf(block.runs),
      });
  }
};

const bodyOf = (blocks: readonly LetterBlock[]): (Paragraph | Table)[] => {
  const cells = blocks.filter(({ style }) => style === 'case-block');
  const rest = blocks.filter(({ style }) => style !== 'case-block');
  const space = new Paragraph({ spacing: { after: 0 } });
  return [...(cells.length === 0 ? [] : [caseTable(cells), space]), ...rest.map(paragraphOf)];
};

const run = { font: BODY.font, size: BODY.size * HALF_POINTS, color: '000000' } as const;
const spacing = { before: 0, after: twips(BODY.after) } as const;

const letterStyles = {
  default: {
    document: { run: { ...run, language: { value: 'en-US' } }, paragraph: { spacing } },
    heading1: {
      run: { ...run, bold: true },
      paragraph: {
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: { before: 0, after: twips(HEADING.after) },
      },
    },
    heading2: { run, paragraph: { keepNext: true, spacing } },
  },
} as const;

/**
 * The letter as a Word file: fonts, margins and headings of the published letters, nothing in its metadata, and the
 * same bytes for the same blocks at any time.
 */
export const letterToDocx = async (blocks: readonly LetterBlock[]): Promise<Uint8Array> => {
  const margin = twips(PAGE.margin);
  const file = new Document({
    styles: letterStyles,
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(PAGE.width), height: twips(PAGE.height) },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        children: bodyOf(blocks),
      },
    ],
  });
  return sealDocx(await Packer.toBuffer(file, undefined, [EMPTY_CORE]));
};
