import type { Pdfium } from './pdfium.ts';
import { withMemory } from './pdfium.ts';

const IMAGE = 3;
const FORM = 5;
/** Annotations whose appearance is part of what the page says: typed remarks, stamps, form fields. */
const SPEAKING = new Set([3, 13, 20]);
const MOST_OBJECTS = 3000;

const annotationKinds = (pdfium: Pdfium, page: number): number[] => {
  const count = Math.min(MOST_OBJECTS, pdfium._FPDFPage_GetAnnotCount(page));
  return Array.from({ length: count }, (_, index) => {
    const annotation = pdfium._FPDFPage_GetAnnot(page, index);
    if (annotation === 0) return 0;
    const kind = pdfium._FPDFAnnot_GetSubtype(annotation);
    pdfium._FPDFPage_CloseAnnot(annotation);
    return kind;
  });
};

/** Makes what forms and remarks show part of the page's own content, so that its words are found. True when the page must be loaded again. */
export const settleAnnotations = (pdfium: Pdfium, page: number): boolean =>
  pdfium._FPDFPage_GetAnnotCount(page) > 0 &&
  annotationKinds(pdfium, page).some((kind) => SPEAKING.has(kind)) &&
  pdfium._FPDFPage_Flatten(page, 0) === 1;

/** How much of the page, 0 to 1, is covered by pictures; a form that holds objects counts as one. */
export const pictureCover = (pdfium: Pdfium, page: number, width: number, height: number): number =>
  withMemory(pdfium, 16, (address) => {
    const count = Math.min(MOST_OBJECTS, pdfium._FPDFPage_CountObjects(page));
    let area = 0;
    for (let index = 0; index < count; index += 1) {
      const object = pdfium._FPDFPage_GetObject(page, index);
      const kind = pdfium._FPDFPageObj_GetType(object);
      if ((kind !== IMAGE && kind !== FORM) || pdfium._FPDFPageObj_GetBounds(object, address, address + 4, address + 8, address + 12) === 0) continue;
      const [left = 0, bottom = 0, right = 0, top = 0] = pdfium.HEAPF32.subarray(address >> 2, (address >> 2) + 4);
      area += Math.max(0, right - left) * Math.max(0, top - bottom);
    }
    return Math.min(1, area / (width * height));
  });

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
