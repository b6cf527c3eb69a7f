import { WORD_STRIDE } from '../../../shared/word-stride.ts';
import { layOutText } from './lay-out-text.ts';
import type { Pdfium } from './pdfium.ts';
import { withMemory } from './pdfium.ts';

export type PageText = { readonly text: string; readonly words: Float32Array };

const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });

/** The affine map from page space to points from the top left of the page as it is shown. */
type ToShown = readonly [xx: number, xy: number, x0: number, yx: number, yy: number, y0: number];

/**
 * PDFium maps to whole pixels, so the map is taken far out and on a fine grid; that of a monstrous page must still be
 * counted in 32 bits.
 */
const GRID = 64;
const FAR = 1000;
const FARTHEST = 1e9;

const toShown = (pdfium: Pdfium, page: number, width: number, height: number): ToShown =>
  withMemory(pdfium, 8, (address) => {
    const grid = Math.min(GRID, FARTHEST / Math.max(width, height, 1));
    const map = (x: number, y: number): readonly [number, number] => {
      pdfium._FPDF_PageToDevice(
        page,
        0,
        0,
        Math.round(width * grid),
        Math.round(height * grid),
        0,
        x,
        y,
        address,
        address + 4,
      );
      return [(pdfium.HEAP32[address >> 2] ?? 0) / grid, (pdfium.HEAP32[(address >> 2) + 1] ?? 0) / grid];
    };
    const [x0, y0] = map(0, 0);
    const [x1, y1] = map(FAR, 0);
    const [x2, y2] = map(0, FAR);
    return [(x1 - x0) / FAR, (x2 - x0) / FAR, x0, (y1 - y0) / FAR, (y2 - y0) / FAR, y0];
  });

type RawText = { readonly raw: string; readonly charOf: (unit: number) => number };

/**
 * One call for the whole page; character by character only where PDFium's text and its characters do not run in step.
 */
const rawText = (pdfium: Pdfium, textPage: number): RawText => {
  const count = pdfium._FPDFText_CountChars(textPage);
  if (count <= 0) return { raw: '', charOf: (unit) => unit };
  const raw = withMemory(pdfium, (count + 1) * 4, (address) => {
    const written = pdfium._FPDFText_GetText(textPage, 0, count, address);
    return utf16.decode(pdfium.HEAPU8.subarray(address, address + Math.max(0, written - 1) * 2));
  });
  return raw.length === count ? { raw, charOf: (unit) => unit } : rawByCharacter(pdfium, textPage, count);
};

const rawByCharacter = (pdfium: Pdfium, textPage: number, count: number): RawText => {
  const pieces: string[] = [];
  const chars: number[] = [];
  for (let char = 0; char < count; char += 1) {
    const code = pdfium._FPDFText_GetUnicode(textPage, char) >>> 0;
    const piece = code === 0 || code > 0x10ffff ? '\u0001' : String.fromCodePoint(code);
    pieces.push(piece);
    for (let unit = 0; unit < piece.length; unit += 1) chars.push(char);
  }
  return { raw: pieces.join(''), charOf: (unit) => chars[unit] ?? count - 1 };
};

/** The text of a page in PDFium's order, and a box for each word: that around its first and last character. */
export const readPageText = (
  pdfium: Pdfium,
  page: number,
  textPage: number,
  width: number,
  height: number,
): PageText => {
  const { raw, charOf } = rawText(pdfium, textPage);
  const { text, words } = layOutText(raw);
  const [xx, xy, x0, yx, yy, y0] = toShown(pdfium, page, width, height);
  const count = words.length / 4;
  const boxes = new Float32Array(count * WORD_STRIDE);
  withMemory(pdfium, 16, (address) => {
    const at = address >> 2;
    for (let word = 0; word < count; word += 1) {
      const first = charOf(words[word * 4 + 2] ?? 0);
      const last = charOf(words[word * 4 + 3] ?? 0);
      const out = word * WORD_STRIDE;
      let left = Infinity;
      let top = Infinity;
      let right = -Infinity;
      let bottom = -Infinity;
      for (let char = first; ; char = last) {
        if (pdfium._FPDFText_GetLooseCharBox(textPage, char, address) !== 0) {
          const heap = pdfium.HEAPF32;
          for (let corner = 0; corner < 2; corner += 1) {
            const x = heap[at + corner * 2] ?? 0;
            const y = heap[at + corner * 2 + 1] ?? 0;
            const shownX = xx * x + xy * y + x0;
            const shownY = yx * x + yy * y + y0;
            if (shownX < left) left = shownX;
            if (shownX > right) right = shownX;
            if (shownY < top) top = shownY;
            if (shownY > bottom) bottom = shownY;
          }
        }
        if (char === last) break;
      }
      boxes[out] = words[word * 4] ?? 0;
      boxes[out + 1] = words[word * 4 + 1] ?? 0;
      if (left > right) continue;
      boxes[out + 2] = left;
      boxes[out + 3] = top;
      boxes[out + 4] = right;
      boxes[out + 5] = bottom;
    }
  });
  return { text, words: boxes };
};
