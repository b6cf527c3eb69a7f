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

const WIDGET = 20;

/** Form fields that keep a value but no picture of it are given one. */
const drawFields = (pdfium: Pdfium, page: number): void => {
  const count = Math.min(MOST_OBJECTS, pdfium._FPDFPage_GetAnnotCount(page));
  for (let index = 0; index < count; index += 1) {
    const annotation = pdfium._FPDFPage_GetAnnot(page, index);
    if (annotation === 0) continue;
    if (
      pdfium._FPDFAnnot_GetSubtype(annotation) === WIDGET &&
      pdfium._EPDFAnnot_GetAvailableAppearanceModes(annotation) === 0
    )
      pdfium._EPDFAnnot_GenerateFormFieldAP(annotation);
    pdfium._FPDFPage_CloseAnnot(annotation);
  }
};

/**
 * Makes what forms and remarks show part of the page's own content, so that its words are found. True when the page
 * must be loaded again.
 */
export const settleAnnotations = (pdfium: Pdfium, page: number): boolean => {
  if (pdfium._FPDFPage_GetAnnotCount(page) === 0 || !annotationKinds(pdfium, page).some((kind) => SPEAKING.has(kind)))
    return false;
  drawFields(pdfium, page);
  return pdfium._FPDFPage_Flatten(page, 0) === 1;
};

/** How much of the page, 0 to 1, is covered by pictures; a form that holds objects counts as one. */
export const pictureCover = (pdfium: Pdfium, page: number, width: number, height: number): number =>
  withMemory(pdfium, 16, (address) => {
    const count = Math.min(MOST_OBJECTS, pdfium._FPDFPage_CountObjects(page));
    let area = 0;
    for (let index = 0; index < count; index += 1) {
      const object = pdfium._FPDFPage_GetObject(page, index);
      const kind = pdfium._FPDFPageObj_GetType(object);
      if (
        (kind !== IMAGE && kind !== FORM) ||
        pdfium._FPDFPageObj_GetBounds(object, address, address + 4, address + 8, address + 12) === 0
      )
        continue;
      const [left = 0, bottom = 0, right = 0, top = 0] = pdfium.HEAPF32.subarray(address >> 2, (address >> 2) + 4);
      area += Math.max(0, right - left) * Math.max(0, top - bottom);
    }
    return Math.min(1, area / (width * height));
  });

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
