import type { Box, PageMap } from './page-map.ts';
import { shownBox } from './page-map.ts';
import { pdfString, withKey } from './pdf-string.ts';
import type { Pdfium } from './pdfium.ts';
import { withMemory } from './pdfium.ts';

/** Annotations of a page that are looked at; a page of more is said to hold more. */
const MOST_ANNOTATIONS = 10_000;

/** A form field as its file keeps it. */
export type Field = {
  readonly box: Box;
  readonly kind: 'text' | 'choice' | 'tick' | 'other';
  readonly value: string;
  readonly isComb: boolean;
  /** Of a box to be ticked: as its appearance shows it, and as the field's value has it. */
  readonly isOn: boolean;
  readonly isOnByValue: boolean;
};

/** A remark that somebody put on the page. */
export type Note = {
  readonly box: Box;
  readonly kind: 'remark' | 'sticky' | 'highlight' | 'stamp' | 'drawing';
  readonly words: string;
  readonly author: string;
  /** As the file writes it, see `PDF date string`; empty where it has none. */
  readonly date: string;
};

export type Annotations = {
  readonly fields: readonly Field[];
  readonly notes: readonly Note[];
  /** The places that are struck out. */
  readonly struck: readonly Box[];
  readonly isCut: boolean;
};

/** Kinds of annotations as PDFium counts them. */
export const ANNOTATION = {
  sticky: 1,
  freeText: 3,
  line: 4,
  square: 5,
  circle: 6,
  highlight: 9,
  underline: 10,
  squiggly: 11,
  strikeOut: 12,
  stamp: 13,
  ink: 15,
  popup: 16,
  file: 17,
  widget: 20,
  redact: 28,
} as const;

const NOTE_KINDS: ReadonlyMap<number, Note['kind']> = new Map([
  [ANNOTATION.freeText, 'remark'],
  [ANNOTATION.sticky, 'sticky'],
  [ANNOTATION.highlight, 'highlight'],
  [ANNOTATION.underline, 'highlight'],
  [ANNOTATION.squiggly, 'highlight'],
  [ANNOTATION.strikeOut, 'highlight'],
  [ANNOTATION.stamp, 'stamp'],
  [ANNOTATION.ink, 'drawing'],
  [ANNOTATION.square, 'drawing'],
  [ANNOTATION.circle, 'drawing'],
  [ANNOTATION.line, 'drawing'],
]);

const HIDDEN = 2;
const NO_VIEW = 32;

/** Types of form fields, and flags of them (ISO 32000-1, 12.7.3 and 12.7.4). */
const FIELD_KINDS: Readonly<Record<number, Field['kind']>> = {
  2: 'tick',
  3: 'tick',
  4: 'choice',
  5: 'choice',
  6: 'text',
};
const PASSWORD = 1 << 13;
const COMB = 1 << 24;

/** Whether an annotation is to be seen on the screen. */
const isShown = (pdfium: Pdfium, annotation: number): boolean =>
  (pdfium._FPDFAnnot_GetFlags(annotation) & (HIDDEN | NO_VIEW)) === 0;

const entry = (pdfium: Pdfium, annotation: number, key: string): string =>
  withKey(pdfium, key, (at) =>
    pdfString(pdfium, (buffer, size) => pdfium._FPDFAnnot_GetStringValue(annotation, at, buffer, size)),
  );

const boxOf = (pdfium: Pdfium, annotation: number, map: PageMap): Box =>
  withMemory(pdfium, 16, (address) => {
    if (pdfium._FPDFAnnot_GetRect(annotation, address) === 0) return { left: 0, top: 0, right: 0, bottom: 0 };
    const [left = 0, top = 0, right = 0, bottom = 0] = pdfium.HEAPF32.subarray(address >> 2, (address >> 2) + 4);
    return shownBox(map, [left, bottom, right, top]);
  });

/** The quadrilaterals that a mark lies on; the box of the mark where it names none. */
const placesOf = (pdfium: Pdfium, annotation: number, map: PageMap): Box[] => {
  const count = Math.min(1000, pdfium._FPDFAnnot_CountAttachmentPoints(annotation));
  const places = withMemory(pdfium, 32, (address) =>
    Array.from({ length: count }, (_, index): Box | null => {
      if (pdfium._FPDFAnnot_GetAttachmentPoints(annotation, index, address) === 0) return null;
      const points = [...pdfium.HEAPF32.subarray(address >> 2, (address >> 2) + 8)];
      const xs = points.filter((_point, at) => at % 2 === 0);
      const ys = points.filter((_point, at) => at % 2 === 1);
      return shownBox(map, [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
    }),
  ).flatMap((box) => box ?? []);
  return places.length > 0 ? places : [boxOf(pdfium, annotation, map)];
};

const fieldOf = (pdfium: Pdfium, forms: number, annotation: number, box: Box): Field => {
  const kind = FIELD_KINDS[pdfium._FPDFAnnot_GetFormFieldType(forms, annotation)] ?? 'other';
  const flags = pdfium._FPDFAnnot_GetFormFieldFlags(forms, annotation);
  const value = pdfString(pdfium, (buffer, size) =>
    pdfium._EPDFAnnot_GetFormFieldRawValue(forms, annotation, buffer, size),
  );
  const state = kind === 'tick' ? entry(pdfium, annotation, 'AS') : '';
  const exported =
    kind === 'tick'
      ? pdfString(pdfium, (buffer, size) => pdfium._EPDFAnnot_GetButtonExportValue(annotation, buffer, size))
      : '';
  const isOnByValue = value !== '' && value !== 'Off' && (exported === '' || exported === value || state === value);
  return {
    box,
    kind,
    value: kind === 'text' && (flags & PASSWORD) !== 0 ? '' : value,
    isComb: kind === 'text' && (flags & COMB) !== 0,
    isOn: state === '' ? isOnByValue : state !== 'Off',
    isOnByValue,
  };
};

/** Visits the annotations of a loaded page that are shown, with the kind of each. */
export const forAnnotations = (
  pdfium: Pdfium,
  page: number,
  visit: (annotation: number, kind: number) => void,
): void => {
  const count = Math.min(MOST_ANNOTATIONS, pdfium._FPDFPage_GetAnnotCount(page));
  for (let index = 0; index < count; index += 1) {
    const annotation = pdfium._FPDFPage_GetAnnot(page, index);
    if (annotation === 0) continue;
    if (isShown(pdfium, annotation)) visit(annotation, pdfium._FPDFAnnot_GetSubtype(annotation));
    pdfium._FPDFPage_CloseAnnot(annotation);
  }
};

/** What the annotations of a loaded page say; `forms` is the document's environment for its forms. */
export const readAnnotations = (pdfium: Pdfium, forms: number, page: number, map: PageMap): Annotations => {
  const fields: Field[] = [];
  const notes: Note[] = [];
  const struck: Box[] = [];
  forAnnotations(pdfium, page, (annotation, kind) => {
    const box = boxOf(pdfium, annotation, map);
    if (kind === ANNOTATION.widget) fields.push(fieldOf(pdfium, forms, annotation, box));
    if (kind === ANNOTATION.strikeOut) struck.push(...placesOf(pdfium, annotation, map));
    const note = NOTE_KINDS.get(kind);
    if (note === undefined) return;
    notes.push({
      box,
      kind: note,
      words: entry(pdfium, annotation, 'Contents'),
      author: entry(pdfium, annotation, 'T'),
      date: entry(pdfium, annotation, 'M') || entry(pdfium, annotation, 'CreationDate'),
    });
  });
  return { fields, notes, struck, isCut: pdfium._FPDFPage_GetAnnotCount(page) > MOST_ANNOTATIONS };
};
