import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { drawPage } from '../../main/import/pdf/draw-page.ts';
import { loadPdf } from '../../main/import/pdf/load-pdf.ts';
import { loadPdfium } from '../../main/import/pdf/pdfium.ts';

/** A PDF, which of its pages (every `step`th from `first` on, counted from 0) and how wide in pixels. */
export type PagesToDraw = { readonly path: string; readonly first: number; readonly step: number; readonly width: number };

/** A thread that draws its share of a PDF's pages, raw, each time it is told to, and says how many. */
const { path, first, step, width } = workerData as PagesToDraw;
const pdfium = await loadPdfium();
const { handle, pages } = loadPdf(pdfium, new Uint8Array(readFileSync(path)), '');
parentPort?.on('message', () => {
  let drawn = 0;
  for (let index = first; index < pages; index += step) {
    const page = pdfium._FPDF_LoadPage(handle, index);
    drawn += drawPage(pdfium, page, width).data.length > 0 ? 1 : 0;
    pdfium._FPDF_ClosePage(page);
  }
  parentPort?.postMessage(drawn);
});
parentPort?.postMessage(0);
