import { MOST_PAGES } from '../limits.ts';
import { OCR_DPI } from '../ocr/recognise-page.ts';
import type { OpenDocument, Scan } from '../open-document.ts';
import { asSharp, toGray, toPng, turned } from '../pictures/pixels.ts';
import { SENTENCES, Unreadable } from '../unreadable.ts';
import { drawPage } from './draw-page.ts';
import { imageDpi, settleAnnotations } from './inspect-page.ts';
import { closeLoaded, loadPdf } from './load-pdf.ts';
import type { Pdfium } from './pdfium.ts';
import { loadPdfium } from './pdfium.ts';
import { readPdfPage } from './read-pdf-page.ts';

const MENDED = 'This PDF is damaged; what could be found of it is shown. Compare it with the original.';

const loadPage = (pdfium: Pdfium, handle: number, number: number): number => {
  const page = pdfium._FPDF_LoadPage(handle, number - 1);
  if (page === 0) throw new Unreadable(SENTENCES.pageLost);
  return page;
};

const withPage = async <T>(pdfium: Pdfium, handle: number, number: number, use: (page: number) => Promise<T>): Promise<T> => {
  const first = loadPage(pdfium, handle, number);
  const settled = settleAnnotations(pdfium, first);
  if (settled) pdfium._FPDF_ClosePage(first);
  const page = settled ? loadPage(pdfium, handle, number) : first;
  try {
    return await use(page);
  } finally {
    pdfium._FPDF_ClosePage(page);
  }
};

const drawTurned = async (pdfium: Pdfium, page: number, width: number, turn: 0 | 90 | 180 | 270): Promise<Uint8Array> => {
  const isUpended = turn === 90 || turn === 270;
  const across = isUpended ? Math.max(1, Math.round((width * pdfium._FPDF_GetPageWidthF(page)) / pdfium._FPDF_GetPageHeightF(page))) : width;
  return toPng(await turned(asSharp(drawPage(pdfium, page, across)), turn));
};

const scanPage = async (pdfium: Pdfium, page: number): Promise<Scan> => {
  const width = pdfium._FPDF_GetPageWidthF(page);
  const height = pdfium._FPDF_GetPageHeightF(page);
  const dpi = Math.min(OCR_DPI.most, Math.max(OCR_DPI.least, imageDpi(pdfium, page)));
  return { picture: await toGray(asSharp(drawPage(pdfium, page, Math.round((width / 72) * dpi)))), width, height };
};

/** Opens a PDF; throws {@link Unreadable} when it is damaged beyond repair or its password is missing or wrong. */
export const openPdf = async (bytes: Uint8Array, password: string): Promise<OpenDocument> => {
  const pdfium = await loadPdfium();
  const loaded = loadPdf(pdfium, bytes, password);
  const { handle, pages, isMended } = loaded;
  const close = (): void => {
    closeLoaded(pdfium, loaded);
  };
  if (pages < 1 || pages > MOST_PAGES) {
    close();
    throw new Unreadable(pages < 1 ? SENTENCES.noPages : SENTENCES.tooManyPages(MOST_PAGES));
  }
  const onPage = <T>(number: number, use: (page: number) => Promise<T>): Promise<T> => withPage(pdfium, handle, number, use);
  return {
    kind: 'pdf',
    pages,
    messages: isMended ? [MENDED] : [],
    read: (number) => onPage(number, (page) => readPdfPage(pdfium, page, number)),
    picture: (number, width, turn) => onPage(number, (page) => drawTurned(pdfium, page, width, turn)),
    scan: (number) => onPage(number, (page) => scanPage(pdfium, page)),
    close,
  };
};
