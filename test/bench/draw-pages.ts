import { readFileSync } from 'node:fs';
import { loadPdf } from '../../main/import/pdf/load-pdf.ts';
import { loadPdfium } from '../../main/import/pdf/pdfium.ts';
import { withDrawing } from '../../main/import/pdf/with-drawing.ts';

/**
 * A process that draws its share of a PDF's pages, raw, each time it is told to, and says how many:
 * `node draw-pages.ts FILE FIRST STEP WIDTH` draws every STEP-th page from FIRST on, counted from 0, WIDTH pixels wide.
 */
const [path = '', first, step, width] = process.argv.slice(2);
const pdfium = await loadPdfium();
const { handle, pages } = loadPdf(pdfium, new Uint8Array(readFileSync(path)), '');
const draw = async (): Promise<void> => {
  let drawn = 0;
  for (let index = Number(first); index < pages; index += Number(step)) {
    const page = pdfium._FPDF_LoadPage(handle, index);
    drawn += await withDrawing(pdfium, page, Number(width), ({ data, height }) =>
      data.length === Number(width) * height * 4 ? 1 : 0,
    );
    pdfium._FPDF_ClosePage(page);
  }
  process.send?.(drawn);
};
process.on('message', () => void draw());
process.send?.(0);
