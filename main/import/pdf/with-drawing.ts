import type { Pixels } from '../pictures/pixels.ts';
import type { Pdfium } from './pdfium.ts';
import { Unreadable } from '../unreadable.ts';

const BGRX = 3;
const ANNOTATIONS = 0x01;
const RED_FIRST = 0x10;
const WHITE = 0xffffffff;
const MOST_PIXELS = 40_000_000;

/**
 * Draws a loaded page, annotations and form fields with it, upright as its file says, on white. The pixels lie in
 * PDFium's own memory, for a copy would take a third as long as the drawing: they are there until `use` settles, which
 * must not call PDFium.
 */
export const withDrawing = async <T>(
  pdfium: Pdfium,
  page: number,
  width: number,
  use: (pixels: Pixels) => T | Promise<T>,
): Promise<T> => {
  const scale = width / pdfium._FPDF_GetPageWidthF(page);
  const height = Math.max(1, Math.round(pdfium._FPDF_GetPageHeightF(page) * scale));
  const size = width * height * 4;
  const address = width * height > MOST_PIXELS ? 0 : pdfium._malloc(size);
  if (address === 0) throw new Unreadable({ code: 'page-not-drawn' });
  const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, BGRX, address, width * 4);
  try {
    if (bitmap === 0) throw new Unreadable({ code: 'page-not-drawn' });
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, ANNOTATIONS | RED_FIRST);
    return await use({ data: pdfium.HEAPU8.subarray(address, address + size), width, height });
  } finally {
    if (bitmap !== 0) pdfium._FPDFBitmap_Destroy(bitmap);
    pdfium._free(address);
  }
};
