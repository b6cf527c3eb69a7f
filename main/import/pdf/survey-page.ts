import type { Box, PageMap } from './page-map.ts';
import { shownBox } from './page-map.ts';
import type { Pdfium } from './pdfium.ts';
import { withMemory } from './pdfium.ts';

const TEXT = 1;
const PATH = 2;
const IMAGE = 3;
const FORM = 5;

/** Objects of a page that are looked at; a page of more is judged by its picture. */
const MOST_OBJECTS = 3000;

/** What a page is made of, boxes as it is shown. */
export type Survey = {
  readonly objects: number;
  readonly isCut: boolean;
  readonly hasText: boolean;
  /** Texts that are not drawn at all, or in a colour that is nearly that of paper. */
  readonly hasFaintText: boolean;
  /** Objects of each layer that a part of the page belongs to. */
  readonly layers: ReadonlyMap<string, readonly number[]>;
  /** All objects but forms. */
  readonly leaves: readonly number[];
  readonly pictures: readonly Box[];
  /** What is painted over a text that was there before. */
  readonly covers: readonly Box[];
  /** Drawn lines and shapes that are neither rules nor boxes: outlines of letters, maybe. */
  readonly shapes: number;
  /** Small empty squares, as forms have them to be ticked, and what is drawn within them. */
  readonly squares: readonly Box[];
  readonly strokes: readonly Box[];
  /** Level rules. */
  readonly rules: readonly Box[];
};

const INVISIBLE = 3;
const CLIP_ONLY = 7;
const NEARLY_WHITE = 0xf0;

/** Points. Lower and narrower shapes cover no word. */
const COVER = { width: 8, height: 4 } as const;
const SQUARE = { least: 5, most: 18, ratio: 1.3 } as const;
/** A rule is a path so low and so long. */
const RULE = { height: 2.5, width: 6 } as const;
/** Segments of a path that is more than a rule or a box. */
const SHAPE = 7;

type Look = {
  readonly pdfium: Pdfium;
  readonly map: PageMap;
  /** Memory for six numbers. */
  readonly address: number;
};

const numberAt = ({ pdfium, address }: Look, at: number): number => pdfium.HEAPF32[(address >> 2) + at] ?? 0;
const wholeAt = ({ pdfium, address }: Look, at: number): number => pdfium.HEAP32[(address >> 2) + at] ?? 0;

const boundsOf = (look: Look, object: number): Box | null => {
  const { pdfium, address, map } = look;
  if (pdfium._FPDFPageObj_GetBounds(object, address, address + 4, address + 8, address + 12) === 0) return null;
  return shownBox(map, [numberAt(look, 0), numberAt(look, 1), numberAt(look, 2), numberAt(look, 3)]);
};

const isFaint = (look: Look, object: number): boolean => {
  const { pdfium, address } = look;
  const mode = pdfium._FPDFTextObj_GetTextRenderMode(object);
  if (mode === INVISIBLE || mode === CLIP_ONLY) return true;
  if (mode !== 0) return false;
  if (pdfium._FPDFPageObj_GetFillColor(object, address, address + 4, address + 8, address + 12) === 0) return false;
  const isPale = [0, 1, 2].every((at) => wholeAt(look, at) >= NEARLY_WHITE);
  return isPale || wholeAt(look, 3) < 0x20;
};

const LONGEST_NAME = 256;

/** A string that a call writes as UTF-16 into memory that begins 16 bytes behind `address`. */
const stringFrom = (
  { pdfium, address }: Look,
  write: (buffer: number, size: number, written: number) => number,
): string => {
  if (write(address + 16, LONGEST_NAME, address) === 0) return '';
  const size = Math.min(LONGEST_NAME, pdfium.HEAP32[address >> 2] ?? 0);
  return Buffer.from(pdfium.HEAPU8.subarray(address + 16, address + 16 + Math.max(0, size - 2))).toString('utf16le');
};

const isLayerMark = (look: Look, mark: number): boolean => {
  const { pdfium, address } = look;
  if (pdfium._FPDFPageObjMark_GetName(mark, address + 16, LONGEST_NAME, address) === 0) return false;
  const heap = pdfium.HEAPU8;
  const at = address + 16;
  return wholeAt(look, 0) === 6 && heap[at] === 0x4f && heap[at + 2] === 0x43;
};

/** The layer that an object belongs to, by its name; null for most. */
const layerOf = (look: Look, object: number, nameKey: number): string | null => {
  const { pdfium } = look;
  const count = pdfium._FPDFPageObj_CountMarks(object);
  for (let index = 0; index < count; index += 1) {
    const mark = pdfium._FPDFPageObj_GetMark(object, index);
    if (!isLayerMark(look, mark)) continue;
    return `layer ${stringFrom(look, (buffer, size, written) =>
      pdfium._FPDFPageObjMark_GetParamStringValue(mark, nameKey, buffer, size, written),
    )}`;
  }
  return null;
};

const isSquare = ({ left, top, right, bottom }: Box): boolean => {
  const [width, height] = [right - left, bottom - top];
  return (
    Math.min(width, height) >= SQUARE.least &&
    Math.max(width, height) <= SQUARE.most &&
    Math.max(width, height) <= SQUARE.ratio * Math.min(width, height)
  );
};

const isRule = ({ left, top, right, bottom }: Box): boolean =>
  bottom - top <= RULE.height && right - left >= RULE.width;

const NAME = Buffer.from('Name\0');

/** Forms in forms are looked into so deep. */
const DEEPEST = 6;

/** The map of a form's own space, which lies in that of `map` by the form's matrix. */
const mapOfForm = (look: Look, form: number): PageMap => {
  const { pdfium, address, map } = look;
  if (pdfium._FPDFPageObj_GetMatrix(form, address) === 0) return map;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = [0, 1, 2, 3, 4, 5].map((at) => numberAt(look, at));
  const [xx, xy, x0, yx, yy, y0] = map;
  return [
    xx * a + xy * b,
    xx * c + xy * d,
    xx * e + xy * f + x0,
    yx * a + yy * b,
    yx * c + yy * d,
    yx * e + yy * f + y0,
  ];
};

/** What is gathered on the way. */
type Gathering = { -readonly [K in keyof Survey]: Survey[K] extends readonly (infer T)[] ? T[] : Survey[K] };

const addPath = (look: Look, object: number, survey: Gathering): void => {
  const { pdfium, address } = look;
  const box = boundsOf(look, object);
  if (box === null) return;
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  if (isRule(box)) survey.rules.push(box);
  else if (isSquare(box)) survey.squares.push(box);
  else if (width <= SQUARE.most && height <= SQUARE.most) survey.strokes.push(box);
  if (pdfium._FPDFPath_CountSegments(object) >= SHAPE) survey.shapes += 1;
  if (!survey.hasText || width < COVER.width || height < COVER.height) return;
  if (pdfium._FPDFPath_GetDrawMode(object, address, address + 4) !== 0 && wholeAt(look, 0) !== 0)
    survey.covers.push(box);
};

const addPicture = (look: Look, object: number, survey: Gathering): void => {
  const box = boundsOf(look, object);
  if (box === null) return;
  survey.pictures.push(box);
  if (survey.hasText) survey.covers.push(box);
};

/** Looks over the objects of a loaded page, those in forms too. */
export const surveyPage = (pdfium: Pdfium, page: number, map: PageMap): Survey =>
  withMemory(pdfium, 32 + LONGEST_NAME, (address) => {
    const nameKey = address + 24 + LONGEST_NAME;
    pdfium.HEAPU8.set(NAME, nameKey);
    const layers = new Map<string, number[]>();
    const survey: Gathering = {
      objects: pdfium._FPDFPage_CountObjects(page),
      isCut: false,
      hasText: false,
      hasFaintText: false,
      layers,
      leaves: [],
      pictures: [],
      covers: [],
      shapes: 0,
      squares: [],
      strokes: [],
      rules: [],
    };
    let seen = 0;
    const visit = (look: Look, object: number, outer: string | null, depth: number): void => {
      seen += 1;
      const kind = pdfium._FPDFPageObj_GetType(object);
      const layer = pdfium._FPDFPageObj_CountMarks(object) === 0 ? outer : (layerOf(look, object, nameKey) ?? outer);
      if (kind === FORM) {
        if (depth > DEEPEST) return;
        const inner = { ...look, map: mapOfForm(look, object) };
        const count = pdfium._FPDFFormObj_CountObjects(object);
        for (let index = 0; index < count && seen < MOST_OBJECTS; index += 1)
          visit(inner, pdfium._FPDFFormObj_GetObject(object, index), layer, depth + 1);
        return;
      }
      survey.leaves.push(object);
      if (layer !== null) {
        const own = layers.get(layer);
        if (own === undefined) layers.set(layer, [object]);
        else own.push(object);
      }
      if (kind === TEXT) {
        survey.hasText = true;
        survey.hasFaintText ||= isFaint(look, object);
      } else if (kind === PATH) addPath(look, object, survey);
      else if (kind === IMAGE) addPicture(look, object, survey);
    };
    for (let index = 0; index < survey.objects && seen < MOST_OBJECTS; index += 1)
      visit({ pdfium, map, address }, pdfium._FPDFPage_GetObject(page, index), null, 0);
    survey.isCut = seen >= MOST_OBJECTS;
    return survey;
  });
