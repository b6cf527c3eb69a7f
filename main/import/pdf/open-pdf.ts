import { WORD_STRIDE } from '../../../shared/page.ts';
import { MOST_PAGES } from '../limits.ts';
import type { OpenDocument } from '../open-document.ts';
import { toPng } from '../picture-png.ts';
import type { ReadPage } from '../read-page.ts';
import { SENTENCES, Unreadable } from '../unreadable.ts';
import { drawPage, isBlankPicture } from './draw-page.ts';
import { isEmptyPage, pictureCover, settleAnnotations, unmappedShare } from './inspect-page.ts';
import type { PageText } from './page-text.ts';
import { readPageText } from './page-text.ts';
import type { Pdfium } from './pdfium.ts';
import { loadPdfium, withMemory } from './pdfium.ts';

const PASSWORD_ERROR = 4;
const SECURITY_ERROR = 5;
/** Width in pixels of the picture in which a page without text is searched for marks. */
const GLANCE = 420;

const refusal = (error: number, password: string): string => {
  if (error === SECURITY_ERROR) return SENTENCES.protection;
  if (error !== PASSWORD_ERROR) return SENTENCES.damaged('PDF');
  return password === '' ? SENTENCES.password : SENTENCES.wrongPassword;
};

/** Opens the bytes in PDFium's memory, where they stay until the document is closed. */
const openBytes = (pdfium: Pdfium, bytes: Uint8Array, password: string): { readonly handle: number; readonly address: number } => {
  const address = pdfium._malloc(bytes.length);
  if (address === 0) throw new Unreadable(SENTENCES.tooBig);
  pdfium.HEAPU8.set(bytes, address);
  const secret = Buffer.from(`${password}\0`, 'utf8');
  const handle = withMemory(pdfium, secret.length, (at) => {
    pdfium.HEAPU8.set(secret, at);
    return pdfium._FPDF_LoadMemDocument(address, bytes.length, at);
  });
  if (handle !== 0) return { handle, address };
  pdfium._free(address);
  throw new Unreadable(refusal(pdfium._FPDF_GetLastError(), password));
};

const loadPage = (pdfium: Pdfium, handle: number, number: number): number => {
  const page = pdfium._FPDF_LoadPage(handle, number - 1);
  if (page === 0) throw new Unreadable(SENTENCES.pageLost);
  return page;
};

const withPage = <T>(pdfium: Pdfium, handle: number, number: number, use: (page: number) => T): T => {
  const first = loadPage(pdfium, handle, number);
  const settled = settleAnnotations(pdfium, first);
  if (settled) pdfium._FPDF_ClosePage(first);
  const page = settled ? loadPage(pdfium, handle, number) : first;
  try {
    return use(page);
  } finally {
    pdfium._FPDF_ClosePage(page);
  }
};

const NO_TEXT: PageText = { text: '', words: new Float32Array(0) };
/** Above this share of characters without a meaning, a text layer is noise. */
const NOISE = 0.4;

const textOf = (pdfium: Pdfium, page: number, width: number, height: number): PageText & { readonly isNoise: boolean } => {
  const textPage = pdfium._FPDFText_LoadPage(page);
  if (textPage === 0) return { ...NO_TEXT, isNoise: false };
  try {
    const isNoise = unmappedShare(pdfium, textPage) > NOISE;
    return { ...(isNoise ? NO_TEXT : readPageText(pdfium, page, textPage, width, height)), isNoise };
  } finally {
    pdfium._FPDFText_ClosePage(textPage);
  }
};

/** A page with fewer words than this on top of a picture is a stamped or faxed scan: its words are in the picture. */
const FEW_WORDS = 40;
const MOSTLY_PICTURE = 0.5;

const readPage = (pdfium: Pdfium, page: number, number: number): ReadPage => {
  const width = pdfium._FPDF_GetPageWidthF(page);
  const height = pdfium._FPDF_GetPageHeightF(page);
  const { text, words, isNoise } = textOf(pdfium, page, width, height);
  const isScan = words.length / WORD_STRIDE < FEW_WORDS && pictureCover(pdfium, page, width, height) > MOSTLY_PICTURE;
  const blank = text === '' && !isNoise && (isEmptyPage(pdfium, page) || isBlankPicture(drawPage(pdfium, page, GLANCE)));
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
    needsOcr: (text === '' && !blank) || isScan,
    messages: isNoise ? ['The text kept in this page is unreadable; it is read from the picture instead.'] : [],
  };
};

/** Opens a PDF; throws {@link Unreadable} when it is damaged beyond repair or its password is missing or wrong. */
export const openPdf = async (bytes: Uint8Array, password: string): Promise<OpenDocument> => {
  const pdfium = await loadPdfium();
  const { handle, address } = openBytes(pdfium, bytes, password);
  const close = (): void => {
    pdfium._FPDF_CloseDocument(handle);
    pdfium._free(address);
  };
  const pages = pdfium._FPDF_GetPageCount(handle);
  if (pages < 1 || pages > MOST_PAGES) {
    close();
    throw new Unreadable(pages < 1 ? SENTENCES.noPages : SENTENCES.tooManyPages(MOST_PAGES));
  }
  return {
    kind: 'pdf',
    pages,
    messages: [],
    read: (number) => withPage(pdfium, handle, number, (page) => readPage(pdfium, page, number)),
    picture: (number, width) => toPng(withPage(pdfium, handle, number, (page) => drawPage(pdfium, page, width))),
    close,
  };
};
