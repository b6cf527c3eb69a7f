import { WORD_STRIDE } from '../../../shared/word-stride.ts';
import type { HeldPage } from '../hash-page.ts';
import { hashPage } from '../hash-page.ts';
import type { GrayPicture } from '../ocr/gray-picture.ts';
import { GLANCE, isBlank } from '../pictures/is-blank.ts';
import { takeLook } from '../pictures/take-look.ts';
import type { ReadPage } from '../read-page.ts';
import { isEmptyPage, pictureCover, unmappedShare } from './inspect-page.ts';
import { isGibberish, isNoise, liesOnInk } from './judge-layer.ts';
import type { PageText } from './page-text.ts';
import { readPageText } from './page-text.ts';
import type { Pdfium } from './pdfium.ts';

const NO_TEXT: PageText = { text: '', words: new Float32Array(0) };
/** Above this share of characters without a known meaning, a text layer is compared with the picture. */
const UNMAPPED = 0.4;

type Layer = PageText & { readonly isDoubtful: boolean };

const readLayer = (pdfium: Pdfium, page: number, width: number, height: number): Layer => {
  const textPage = pdfium._FPDFText_LoadPage(page);
  if (textPage === 0) return { ...NO_TEXT, isDoubtful: false };
  try {
    const read = readPageText(pdfium, page, textPage, width, height);
    if (isNoise(read.text)) return { ...NO_TEXT, isDoubtful: true };
    return { ...read, isDoubtful: unmappedShare(pdfium, textPage) > UNMAPPED || isGibberish(read.text) };
  } finally {
    pdfium._FPDFText_ClosePage(textPage);
  }
};

/** A page with fewer words than this on top of a picture is a stamped or faxed scan: its words are in the picture. */
const FEW_WORDS = 40;
const MOSTLY_PICTURE = 0.5;
/** Pixels across in which the layer of a scan is compared with its ink. */
const COMPARED = 640;

/** What is found out about a page, and the picture where one had to be drawn for it. */
type Judged = Pick<ReadPage, 'blank' | 'needsOcr'> & { readonly picture?: GrayPicture };

/** A page is drawn so many pixels wide, or fewer where it is a long strip. */
const draw = async (
  pdfium: Pdfium,
  page: number,
  across: number,
  { width, height }: HeldPage,
): Promise<GrayPicture> => {
  // Most pages are never drawn, and what draws them is large.
  const { drawGray } = await import('./page-picture.ts');
  return drawGray(pdfium, page, Math.max(1, Math.round(Math.min(across, (across * TALLEST * width) / height))));
};

const TALLEST = 4;

const judgePicture = async (pdfium: Pdfium, page: number, isDoubtful: boolean, held: HeldPage): Promise<Judged> => {
  if (!isDoubtful && isEmptyPage(pdfium, page)) return { blank: true, needsOcr: false };
  const picture = await draw(pdfium, page, GLANCE, held);
  const blank = !isDoubtful && isBlank(picture);
  return { blank, needsOcr: !blank, picture };
};

/** A layer on a picture may be a mere stamp, or not lie on the ink. */
const judgeLayer = async (pdfium: Pdfium, page: number, isDoubtful: boolean, held: HeldPage): Promise<Judged> => {
  const { words, width, height } = held;
  if (pictureCover(pdfium, page, width, height) <= MOSTLY_PICTURE) return { blank: false, needsOcr: isDoubtful };
  const picture = await draw(pdfium, page, COMPARED, held);
  return {
    blank: false,
    needsOcr: isDoubtful || words.length / WORD_STRIDE < FEW_WORDS || !liesOnInk(words, picture, width, height),
    picture,
  };
};

/** Reads a loaded page: its text layer, or that it has none, and whether it must be recognised. */
export const readPdfPage = async (pdfium: Pdfium, page: number, number: number): Promise<ReadPage> => {
  const width = pdfium._FPDF_GetPageWidthF(page);
  const height = pdfium._FPDF_GetPageHeightF(page);
  const layer = readLayer(pdfium, page, width, height);
  const held: HeldPage = { kind: 'picture', width, height, text: layer.text, words: layer.words, blocks: [] };
  const { picture, ...judged } = await (layer.text === '' ? judgePicture : judgeLayer)(
    pdfium,
    page,
    layer.isDoubtful,
    held,
  );
  return {
    ...held,
    ...judged,
    number,
    source: layer.text === '' ? 'none' : 'layer',
    turned: 0,
    confidence: null,
    messages: [],
    hash: hashPage(held, picture?.data),
    look: picture === undefined ? new Uint8Array(0) : takeLook(picture),
  };
};
