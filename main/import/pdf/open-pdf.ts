import { MOST_PAGES } from '../limits.ts';
import type { OpenDocument } from '../open-document.ts';
import { SENTENCES, Unreadable } from '../unreadable.ts';
import { settleAnnotations } from './inspect-page.ts';
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

const withPage = async <T>(
  pdfium: Pdfium,
  handle: number,
  number: number,
  use: (page: number) => Promise<T>,
): Promise<T> => {
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

/** Loaded with the first page that is drawn: most never are, and it is large. */
const pictures = (): Promise<typeof import('./page-picture.ts')> => import('./page-picture.ts');

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
  const onPage = <T>(number: number, use: (page: number) => Promise<T>): Promise<T> =>
    withPage(pdfium, handle, number, use);
  return {
    kind: 'pdf',
    pages,
    messages: isMended ? [MENDED] : [],
    read: (number) => onPage(number, (page) => readPdfPage(pdfium, page, number)),
    picture: (number, width, turn) =>
      onPage(number, async (page) => (await pictures()).drawPng(pdfium, page, width, turn)),
    scan: (number) => onPage(number, async (page) => (await pictures()).scanPage(pdfium, page)),
    close,
  };
};
