import { WORD_STRIDE } from '../../../shared/page.ts';
import { GLANCE, isBlank } from '../pictures/is-blank.ts';
import { asSharp, toGray } from '../pictures/pixels.ts';
import type { ReadPage } from '../read-page.ts';
import { drawPage } from './draw-page.ts';
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

/** Whether a scan must be read although it has a text layer: the layer is a stamp, or does not lie on the ink. */
const isUnread = async (pdfium: Pdfium, page: number, words: Float32Array, width: number, height: number): Promise<boolean> => {
  if (pictureCover(pdfium, page, width, height) <= MOSTLY_PICTURE) return false;
  return words.length / WORD_STRIDE < FEW_WORDS || !liesOnInk(words, await toGray(asSharp(drawPage(pdfium, page, COMPARED))), width, height);
};

/** Reads a loaded page: its text layer, or that it has none, and whether it must be recognised. */
export const readPdfPage = async (pdfium: Pdfium, page: number, number: number): Promise<ReadPage> => {
  const width = pdfium._FPDF_GetPageWidthF(page);
  const height = pdfium._FPDF_GetPageHeightF(page);
  const { text, words, isDoubtful } = readLayer(pdfium, page, width, height);
  const blank = text === '' && !isDoubtful && (isEmptyPage(pdfium, page) || isBlank(await toGray(asSharp(drawPage(pdfium, page, GLANCE)))));
  return {
    number,
    kind: 'picture',
    source: text === '' ? 'none' : 'layer',
    width,
    height,
    turned: 0,
    text,
    words,
    blocks: [],
    confidence: null,
    blank,
    needsOcr: !blank && (text === '' || isDoubtful || (await isUnread(pdfium, page, words, width, height))),
    messages: [],
  };
};
