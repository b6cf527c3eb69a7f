import type { LetterBlock, LetterPage, PageBox, PageLine } from '../../../shared/letter.ts';
import { breakLines, type Stretch } from './break-lines.ts';
import { layCaseBlock } from './case-block-layout.ts';
import { BODY, CASE_TABLE, HEADING, PAGE, TEXT_WIDTH } from './letter-layout.ts';
import { measureText } from './measure-text.ts';

type Paragraph = {
  readonly block: LetterBlock;
  readonly lines: readonly (readonly Stretch[])[];
  readonly after: number;
  readonly staysWithNext: boolean;
};

const BOTTOM = PAGE.height - PAGE.margin;
/** A paragraph leaves at least so many lines behind, and takes at least as many along (widow and orphan control). */
const TOGETHER = 2;
/** Sums of points are not exact; a twentieth is the smallest step of a word processor. */
const STEP = 0.05;

const stretches = (block: LetterBlock): Stretch[] =>
  block.runs.map(({ text, bold }) => ({ text, face: bold || block.style === 'heading' ? 'serif-bold' : 'serif' }));

const afterOf = ({ style, staysClose = false }: LetterBlock): number =>
  style === 'heading' ? HEADING.after : staysClose ? 0 : BODY.after;

const layParagraph = (block: LetterBlock): Paragraph => ({
  block,
  lines: breakLines(stretches(block), TEXT_WIDTH, BODY.size),
  after: afterOf(block),
  staysWithNext: block.style === 'heading' || block.style === 'item-heading',
});

const widthOf = (line: readonly Stretch[]): number =>
  line.reduce((sum, { text, face }) => sum + measureText(text, face, BODY.size), 0);

const leftOf = ({ style }: LetterBlock, line: readonly Stretch[]): number =>
  PAGE.margin + (style === 'heading' ? (TEXT_WIDTH - widthOf(line)) / 2 : 0);

type Page = { readonly lines: PageLine[]; readonly boxes: PageBox[] };

/**
 * How many of `count` lines go on a page with room for `room`: all, none, or a part that leaves neither widow nor
 * orphan.
 */
const linesThatGo = (count: number, room: number): number => {
  if (count <= room) return count;
  const part = Math.min(room, count - TOGETHER);
  return part >= TOGETHER ? part : 0;
};

const roomBelow = (top: number): number => Math.max(0, Math.floor((BOTTOM - top + STEP) / BODY.line));

/** Whether a paragraph that stays with its next finds room for itself and for the first lines of what it stays with. */
const holds = (paragraphs: readonly Paragraph[], index: number, top: number): boolean => {
  const paragraph = paragraphs[index];
  if (paragraph === undefined) return true;
  const { lines, after, staysWithNext } = paragraph;
  if (!staysWithNext) return linesThatGo(lines.length, roomBelow(top)) > 0;
  return lines.length <= roomBelow(top) && holds(paragraphs, index + 1, top + lines.length * BODY.line + after);
};

const startPages = (blocks: readonly LetterBlock[]): { readonly pages: Page[]; readonly top: number } => {
  const cells = blocks.filter(({ style }) => style === 'case-block');
  if (cells.length === 0) return { pages: [{ lines: [], boxes: [] }], top: PAGE.margin };
  const { lines, boxes, height } = layCaseBlock(cells, PAGE.margin);
  return {
    pages: [{ lines: [...lines], boxes: [...boxes] }],
    top: PAGE.margin + height + CASE_TABLE.border + BODY.line,
  };
};

/**
 * The letter's pages with every line where it stands: the line and page breaks that a word processor makes of
 * the exported file with fonts of the metrics of Times New Roman and Arial.
 */
export const paginateLetter = (blocks: readonly LetterBlock[]): LetterPage[] => {
  const paragraphs = blocks.filter(({ style }) => style !== 'case-block').map(layParagraph);
  const start = startPages(blocks);
  const pages = start.pages;
  let top = start.top;
  const turn = (): void => {
    pages.push({ lines: [], boxes: [] });
    top = PAGE.margin;
  };
  const put = ({ block: { part, style }, block }: Paragraph, line: readonly Stretch[]): void => {
    const runs = line.map(({ text, face }) => ({ text, bold: face === 'serif-bold' }));
    pages.at(-1)?.lines.push({ part, style, left: leftOf(block, line), top, runs });
    top += BODY.line;
  };
  for (const [index, paragraph] of paragraphs.entries()) {
    if (top > PAGE.margin && paragraph.staysWithNext && !holds(paragraphs, index, top)) turn();
    for (let from = 0; from < paragraph.lines.length;) {
      const left = paragraph.lines.length - from;
      const going =
        top === PAGE.margin ? Math.max(1, Math.min(left, roomBelow(top))) : linesThatGo(left, roomBelow(top));
      for (const line of paragraph.lines.slice(from, from + going)) put(paragraph, line);
      from += going;
      if (from < paragraph.lines.length) turn();
    }
    top += paragraph.after;
  }
  return pages;
};
