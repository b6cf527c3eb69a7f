import type { Pdfium } from './pdfium.ts';
import { withMemory } from './pdfium.ts';

const IMAGE = 3;
const MOST_OBJECTS = 3000;

/** Dots an inch of the finest picture on the page, 0 when it has none. */
export const imageDpi = (pdfium: Pdfium, page: number): number =>
  withMemory(pdfium, 24, (address) => {
    const count = Math.min(MOST_OBJECTS, pdfium._FPDFPage_CountObjects(page));
    let finest = 0;
    for (let index = 0; index < count; index += 1) {
      const object = pdfium._FPDFPage_GetObject(page, index);
      if (
        pdfium._FPDFPageObj_GetType(object) !== IMAGE ||
        pdfium._FPDFImageObj_GetImagePixelSize(object, address + 16, address + 20) === 0
      )
        continue;
      if (pdfium._FPDFPageObj_GetBounds(object, address, address + 4, address + 8, address + 12) === 0) continue;
      const [left = 0, , right = 0] = pdfium.HEAPF32.subarray(address >> 2, (address >> 2) + 4);
      const pixels = pdfium.HEAP32[(address + 16) >> 2] ?? 0;
      if (right - left > LEAST_WIDTH) finest = Math.max(finest, (pixels / (right - left)) * 72);
    }
    return finest;
  });

/** Points; smaller pictures are logos and signatures, whose fineness says nothing about the page. */
const LEAST_WIDTH = 150;

const SAMPLE = 40;

/** Share, 0 to 1, of a sample of the page's characters that have no known meaning: their font maps them to nothing. */
export const unmappedShare = (pdfium: Pdfium, textPage: number): number => {
  const count = pdfium._FPDFText_CountChars(textPage);
  if (count <= 0) return 0;
  const step = Math.max(1, Math.floor(count / SAMPLE));
  let seen = 0;
  let unmapped = 0;
  for (let char = 0; char < count; char += step) {
    seen += 1;
    if (pdfium._FPDFText_HasUnicodeMapError(textPage, char) === 1) unmapped += 1;
  }
  return unmapped / seen;
};

/** Whether nothing at all is drawn on the page. */
export const isEmptyPage = (pdfium: Pdfium, page: number): boolean =>
  pdfium._FPDFPage_CountObjects(page) === 0 && pdfium._FPDFPage_GetAnnotCount(page) === 0;

/** Whether a picture on the page cannot be decoded: it draws nothing. */
export const hasBrokenPicture = (pdfium: Pdfium, page: number): boolean => {
  const count = Math.min(MOST_OBJECTS, pdfium._FPDFPage_CountObjects(page));
  for (let index = 0; index < count; index += 1) {
    const object = pdfium._FPDFPage_GetObject(page, index);
    if (pdfium._FPDFPageObj_GetType(object) !== IMAGE) continue;
    const bitmap = pdfium._FPDFImageObj_GetBitmap(object);
    if (bitmap === 0) return true;
    pdfium._FPDFBitmap_Destroy(bitmap);
  }
  return false;
};
