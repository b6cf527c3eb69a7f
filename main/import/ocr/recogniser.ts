import type { GrayPicture } from './gray-picture.ts';
import { grayToBmp } from './gray-picture.ts';
import { startTesseract } from './tesseract.ts';

/**
 * A word as it was recognised: box in pixels of the picture, confidence 0 to 100, and the number of the line that it
 * stands in.
 */
export type SeenWord = {
  readonly text: string;
  readonly confidence: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly line: string;
};

/**
 * How a page is laid out: in columns and blocks of text; in rows from edge to edge, as tables and forms are; or in
 * words anywhere.
 */
export type Layout = 'blocks' | 'rows' | 'scattered';

/**
 * A picture ready for recognition. `isUneven`: ink is separated from paper by what is around it, not by one limit for the
 * page.
 */
export type Legible = { readonly picture: GrayPicture; readonly dpi: number; readonly isUneven: boolean };

export type Recogniser = { readonly recognise: (legible: Legible, layout: Layout) => SeenWord[] };

/**
 * Tesseract's table of results: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
 */
const parseTable = (table: string): SeenWord[] =>
  table.split('\n').flatMap((row) => {
    const [level, page, block, paragraph, line, , left, top, width, height, confidence, ...text] = row.split('\t');
    if (level !== '5') return [];
    const box = {
      left: Number(left),
      top: Number(top),
      right: Number(left) + Number(width),
      bottom: Number(top) + Number(height),
    };
    return [
      {
        text: text.join(' ').trim(),
        confidence: Number(confidence),
        ...box,
        line: `${page}/${block}/${paragraph}/${line}`,
      },
    ];
  });

/** Ways of `thresholding_method`: Otsu's, and Sauvola's for uneven light. */
const OTSU = '0';
const SAUVOLA = '2';
/** Ways of `tessedit_pageseg_mode`. */
const SEGMENTATION: Readonly<Record<Layout, string>> = { blocks: '3', rows: '4', scattered: '11' };

/**
 * Starts a recogniser with the model in the folder `data`. What it reads depends on the picture alone, not on those
 * before.
 */
export const startRecogniser = async (data: string): Promise<Recogniser> => {
  const { tesseract, setPicture } = await startTesseract(data);
  return {
    recognise: ({ picture, dpi, isUneven }, layout) => {
      tesseract.SetVariable('tessedit_pageseg_mode', SEGMENTATION[layout]);
      tesseract.SetVariable('thresholding_method', isUneven ? SAUVOLA : OTSU);
      tesseract.SetVariable('user_defined_dpi', String(Math.round(dpi)));
      setPicture(grayToBmp(picture));
      try {
        tesseract.Recognize(null);
        return parseTable(tesseract.GetTSVText(0));
      } finally {
        tesseract.Clear();
      }
    },
  };
};
