import PDFDocument from 'pdfkit';
import { BODY, CASE_TABLE, PAGE } from './layout/letter-layout.ts';
import type { LetterPage, PageBox, PageLine } from '../../shared/letter.ts';
import { fontStretches, LETTER_FONT_FILES, type LetterFonts } from './pdf/letter-fonts.ts';

type Paper = PDFKit.PDFDocument;

/** Any fixed moment: pdfkit makes the file's identity of it. */
const NO_MOMENT = new Date(0);
const HAIRLINE = 0.5;

const newPaper = (fonts: LetterFonts): Paper => {
  const paper = new PDFDocument({
    pdfVersion: '1.3',
    autoFirstPage: false,
    margin: 0,
    size: [PAGE.width, PAGE.height],
    info: { CreationDate: NO_MOMENT },
  });
  for (const file of LETTER_FONT_FILES) paper.registerFont(file, Buffer.from(fonts[file]));
  return paper;
};

/** Hides author, program and time from what is written; pdfkit still asks for the moment while it ends the file. */
const emptyInfo = (paper: Paper): void => {
  for (const key of Object.keys(paper.info)) Object.defineProperty(paper.info, key, { enumerable: false });
};

const drawBox = (paper: Paper, { left, top, width, height, isShaded }: PageBox): void => {
  paper.lineWidth(HAIRLINE).rect(left, top, width, height);
  if (isShaded) paper.fillAndStroke(`#${CASE_TABLE.shade}`, '#000000');
  else paper.stroke('#000000');
};

const drawLine = (paper: Paper, { left, top, runs, style }: PageLine): void => {
  const [family, size] =
    style === 'case-block' ? (['arimo', CASE_TABLE.size] as const) : (['tinos', BODY.size] as const);
  let at = left;
  paper.fillColor('#000000');
  for (const { text, bold } of runs) {
    for (const stretch of fontStretches(text, family, bold)) {
      paper.font(stretch.file, size).text(stretch.text, at, top, { lineBreak: false, features: [] });
      at += paper.widthOfString(stretch.text, { features: [] });
    }
  }
};

/**
 * Pages as a PDF with its fonts embedded, nothing in its metadata, and the same bytes for the same pages at any time.
 */
export const letterToPdf = (pages: readonly LetterPage[], fonts: LetterFonts): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const paper = newPaper(fonts);
    const chunks: Buffer[] = [];
    paper.on('data', (chunk: Buffer) => chunks.push(chunk));
    paper.on('end', () => {
      resolve(new Uint8Array(Buffer.concat(chunks)));
    });
    paper.on('error', reject);
    for (const { lines, boxes } of pages) {
      paper.addPage();
      for (const box of boxes) drawBox(paper, box);
      for (const line of lines) drawLine(paper, line);
    }
    emptyInfo(paper);
    paper.end();
  });
