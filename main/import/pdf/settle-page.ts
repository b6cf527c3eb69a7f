import type { WordSet } from '../layout/word-set.ts';
import type { Annotations } from './annotations.ts';
import { ANNOTATION, forAnnotations, readAnnotations } from './annotations.ts';
import type { PageMap } from './page-map.ts';
import { withWide } from './pdf-string.ts';
import type { Pdfium } from './pdfium.ts';
import { withMemory } from './pdfium.ts';
import { readPageWords } from './page-words.ts';

/** What the annotations of a page say, and the words that the page had without them. */
export type Settled = { readonly annotations: Annotations; readonly printed: WordSet };

/** Kinds for which PDFium draws an appearance where the file has none. */
const DRAWN: ReadonlySet<number> = new Set([
  ANNOTATION.sticky,
  ANNOTATION.freeText,
  ANNOTATION.square,
  ANNOTATION.circle,
  ANNOTATION.line,
  ANNOTATION.highlight,
  ANNOTATION.underline,
  ANNOTATION.squiggly,
  ANNOTATION.strikeOut,
  ANNOTATION.ink,
]);

const CHECK_BOX = 2;
const RADIO = 3;

/** A cross from corner to corner of a box that is ticked and has no picture of that. */
const crossIn = (pdfium: Pdfium, annotation: number): string =>
  withMemory(pdfium, 16, (address) => {
    pdfium._FPDFAnnot_GetRect(annotation, address);
    const [left = 0, top = 0, right = 0, bottom = 0] = pdfium.HEAPF32.subarray(address >> 2, (address >> 2) + 4);
    const inset = Math.min(right - left, Math.abs(top - bottom)) * 0.2;
    const [x0, x1] = [left + inset, right - inset];
    const [y0, y1] = [Math.min(top, bottom) + inset, Math.max(top, bottom) - inset];
    return `q 0 0 0 RG 1.4 w ${x0} ${y0} m ${x1} ${y1} l S ${x0} ${y1} m ${x1} ${y0} l S Q`;
  });

const drawField = (pdfium: Pdfium, forms: number, annotation: number, isOn: boolean): void => {
  const kind = pdfium._FPDFAnnot_GetFormFieldType(forms, annotation);
  if (kind !== CHECK_BOX && kind !== RADIO) pdfium._EPDFAnnot_GenerateFormFieldAP(annotation);
  else if (isOn)
    withWide(pdfium, crossIn(pdfium, annotation), (content) => pdfium._FPDFAnnot_SetAP(annotation, 0, content));
};

/** Draws what has no appearance of its own. */
const drawMissing = (pdfium: Pdfium, forms: number, page: number, { fields }: Annotations): void => {
  let field = 0;
  forAnnotations(pdfium, page, (annotation, kind) => {
    const isField = kind === ANNOTATION.widget;
    const isOn = isField && fields[field]?.isOn === true;
    if (isField) field += 1;
    if (pdfium._EPDFAnnot_GetAvailableAppearanceModes(annotation) !== 0) return;
    if (isField) drawField(pdfium, forms, annotation, isOn);
    else if (DRAWN.has(kind)) pdfium._EPDFAnnot_GenerateAppearance(annotation);
  });
};

const printedWords = (pdfium: Pdfium, page: number, map: PageMap): WordSet | null => {
  const textPage = pdfium._FPDFText_LoadPage(page);
  if (textPage === 0) return null;
  try {
    return readPageWords(pdfium, textPage, map);
  } finally {
    pdfium._FPDFText_ClosePage(textPage);
  }
};

/**
 * Notes what forms and remarks of a loaded page say, and makes what they show part of its own content. The page must be
 * loaded again then. Null for a page without any.
 */
export const settlePage = (pdfium: Pdfium, forms: number, page: number, map: PageMap): Settled | null => {
  if (pdfium._FPDFPage_GetAnnotCount(page) === 0) return null;
  const annotations = readAnnotations(pdfium, forms, page, map);
  const { fields, notes, struck } = annotations;
  if (fields.length + notes.length + struck.length === 0) return null;
  const printed = printedWords(pdfium, page, map);
  if (printed === null) return null;
  drawMissing(pdfium, forms, page, annotations);
  pdfium._FPDFPage_Flatten(page, 0);
  return { annotations, printed };
};
