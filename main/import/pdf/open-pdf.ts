import { MOST_PAGES } from '../limits.ts';
import type { OpenDocument } from '../open-document.ts';
import { Unreadable } from '../unreadable.ts';
import type { ArchiveEntry } from '../zip/archive-entry.ts';
import { clipsOf, enclosedOf } from './attachments.ts';
import { findDamage } from './damaged-content.ts';
import { closeLoaded, loadPdf } from './load-pdf.ts';
import type { Pdfium } from './pdfium.ts';
import { loadPdfium } from './pdfium.ts';
import { mapPage } from './page-map.ts';
import { readPdfPage } from './read-pdf-page.ts';
import { readXfa } from './read-xfa.ts';
import type { Settled } from './settle-page.ts';
import { settlePage } from './settle-page.ts';

const loadPage = (pdfium: Pdfium, handle: number, number: number): number => {
  const page = pdfium._FPDF_LoadPage(handle, number - 1);
  if (page === 0) throw new Unreadable({ code: 'page-unreadable' });
  return page;
};

type Open = {
  readonly pdfium: Pdfium;
  readonly handle: number;
  /** The environment of its forms. */
  readonly forms: number;
  /** What annotations said before they became part of their pages. */
  readonly settled: Map<number, Settled | null>;
  /** The files that are attached to pages. */
  readonly clips: Map<number, readonly ArchiveEntry[]>;
};

/** Makes what forms and remarks show part of the page, once, and gives the page to draw and to read. */
const settledPage = (open: Open, number: number): number => {
  const { pdfium, handle, forms, settled } = open;
  const page = loadPage(pdfium, handle, number);
  if (settled.has(number)) return page;
  const [width, height] = [pdfium._FPDF_GetPageWidthF(page), pdfium._FPDF_GetPageHeightF(page)];
  const hasMore = pdfium._FPDFPage_GetAnnotCount(page) > 0;
  if (hasMore) open.clips.set(number, clipsOf(pdfium, page, number));
  const own = !hasMore ? null : settlePage(pdfium, forms, page, mapPage(pdfium, page, width, height));
  settled.set(number, own);
  if (own === null) return page;
  pdfium._FPDF_ClosePage(page);
  return loadPage(pdfium, handle, number);
};

const withPage = async <T>(open: Open, number: number, use: (page: number) => Promise<T>): Promise<T> => {
  const page = settledPage(open, number);
  try {
    return await use(page);
  } finally {
    open.pdfium._FPDF_ClosePage(page);
  }
};

/** Loaded with the first page that is drawn: most never are, and it is large. */
const pictures = (): Promise<typeof import('./page-picture.ts')> => import('./page-picture.ts');

/** Opens a PDF; throws {@link Unreadable} when it is damaged beyond repair or its password is missing or wrong. */
export const openPdf = async (bytes: Uint8Array, password: string): Promise<OpenDocument> => {
  const pdfium = await loadPdfium();
  const loaded = loadPdf(pdfium, bytes, password);
  const { handle, pages, isMended } = loaded;
  const info = pdfium._PDFiumExt_OpenFormFillInfo();
  const forms = pdfium._PDFiumExt_InitFormFillEnvironment(handle, info);
  const close = (): void => {
    pdfium._PDFiumExt_ExitFormFillEnvironment(forms);
    pdfium._PDFiumExt_CloseFormFillInfo(info);
    closeLoaded(pdfium, loaded);
  };
  if (pages < 1 || pages > MOST_PAGES) {
    close();
    throw new Unreadable(pages < 1 ? { code: 'no-pages' } : { code: 'too-many-pages', values: { most: MOST_PAGES } });
  }
  const open: Open = { pdfium, handle, forms, settled: new Map(), clips: new Map() };
  const xfa = readXfa(pdfium, handle);
  const enclosed = enclosedOf(pdfium, handle);
  const onPage = <T>(number: number, use: (page: number) => Promise<T>): Promise<T> => withPage(open, number, use);
  const isDamaged = findDamage(pdfium, loaded);
  return {
    kind: 'pdf',
    pages,
    reasons: [
      ...(isMended ? [{ code: 'damaged-pdf' } as const] : []),
      ...(xfa === null ? [] : [{ code: 'built-form' } as const]),
    ],
    enclosed,
    read: (number) =>
      onPage(number, (page) =>
        readPdfPage(pdfium, page, number, {
          settled: open.settled.get(number) ?? null,
          clips: open.clips.get(number) ?? [],
          values: number === 1 ? (xfa?.values ?? []) : [],
          isDamaged: () => isDamaged(page),
        }),
      ),
    picture: (number, width, turn) =>
      onPage(number, async (page) => (await pictures()).drawPng(pdfium, page, width, turn)),
    scan: (number) => onPage(number, async (page) => (await pictures()).scanPage(pdfium, page)),
    close,
  };
};
