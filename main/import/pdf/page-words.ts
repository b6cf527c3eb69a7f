import type { WordSet } from '../layout/word-set.ts';
import { NO_WORDS } from '../layout/word-set.ts';
import type { PageMap } from './page-map.ts';
import type { Pdfium } from './pdfium.ts';
import { withMemory } from './pdfium.ts';
import { splitWords } from './split-words.ts';

const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });

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

/** Gives the box of a character as the page is shown, the same four numbers each time, or null where it has none. */
type CharBox = (char: number) => Float64Array | null;

const charBoxes = (pdfium: Pdfium, textPage: number, [xx, xy, x0, yx, yy, y0]: PageMap, address: number): CharBox => {
  const at = address >> 2;
  const box = new Float64Array(4);
  return (char) => {
    if (pdfium._FPDFText_GetLooseCharBox(textPage, char, address) === 0) return null;
    const heap = pdfium.HEAPF32;
    const [ax, ay, bx, by] = [heap[at] ?? 0, heap[at + 1] ?? 0, heap[at + 2] ?? 0, heap[at + 3] ?? 0];
    const [sax, say] = [xx * ax + xy * ay + x0, yx * ax + yy * ay + y0];
    const [sbx, sby] = [xx * bx + xy * by + x0, yx * bx + yy * by + y0];
    box[0] = sax < sbx ? sax : sbx;
    box[1] = say < sby ? say : sby;
    box[2] = sax < sbx ? sbx : sax;
    box[3] = say < sby ? sby : say;
    return box;
  };
};

/** The way of a word is not known yet: it has one character only. */
const UNKNOWN_WAY = 4;

/** The way in which a word runs, from the middles of its first and last character. */
const wayOf = (dx: number, dy: number): number =>
  dx === 0 && dy === 0 ? UNKNOWN_WAY : Math.abs(dx) >= Math.abs(dy) ? (dx > 0 ? 0 : 2) : dy > 0 ? 1 : 3;

/** Words of one character run as their neighbours on the line do. */
const settleWays = (ways: Uint8Array, lines: Int32Array): void => {
  const take = (word: number, from: number): void => {
    if (ways[word] === UNKNOWN_WAY && lines[from] === lines[word]) ways[word] = ways[from] ?? 0;
  };
  for (let word = 1; word < ways.length; word += 1) take(word, word - 1);
  for (let word = ways.length - 2; word >= 0; word -= 1) take(word, word + 1);
  for (let word = 0; word < ways.length; word += 1) if (ways[word] === UNKNOWN_WAY) ways[word] = 0;
};

/** Whether the characters beside one stand on different lines, so that a word was parted there. */
const isPartedAt = (boxOf: CharBox, char: number, last: number): boolean => {
  if (char === 0 || char === last) return false;
  const before = boxOf(char - 1);
  if (before === null) return false;
  const [left = 0, top = 0, , bottom = 0] = before;
  const behind = boxOf(char + 1);
  if (behind === null) return false;
  const [nextLeft = 0, nextTop = 0, , nextBottom = 0] = behind;
  return (nextTop + nextBottom) / 2 > bottom || (nextTop + nextBottom) / 2 < top || nextLeft < left;
};

/** The words of a page in the order of its file, with the box around the first and last character of each. */
export const readPageWords = (pdfium: Pdfium, textPage: number, map: PageMap): WordSet => {
  const { raw, charOf } = rawText(pdfium, textPage);
  if (raw === '') return NO_WORDS;
  return withMemory(pdfium, 16, (address) => {
    const boxOf = charBoxes(pdfium, textPage, map, address);
    const { texts, chars, lines } = splitWords(raw, (at) => isPartedAt(boxOf, charOf(at), charOf(raw.length - 1)));
    const boxes = new Float32Array(texts.length * 4);
    const headings = new Uint8Array(texts.length);
    for (let word = 0; word < texts.length; word += 1) {
      const first = charOf(chars[word * 2] ?? 0);
      const last = charOf(chars[word * 2 + 1] ?? 0);
      const start = boxOf(first);
      headings[word] = UNKNOWN_WAY;
      if (start === null) continue;
      let [left = 0, top = 0, right = 0, bottom = 0] = start;
      const end = last === first ? null : boxOf(last);
      if (end !== null) {
        const [endLeft = 0, endTop = 0, endRight = 0, endBottom = 0] = end;
        headings[word] = wayOf(endLeft + endRight - left - right, endTop + endBottom - top - bottom);
        if (endLeft < left) left = endLeft;
        if (endTop < top) top = endTop;
        if (endRight > right) right = endRight;
        if (endBottom > bottom) bottom = endBottom;
      }
      boxes[word * 4] = left;
      boxes[word * 4 + 1] = top;
      boxes[word * 4 + 2] = right;
      boxes[word * 4 + 3] = bottom;
    }
    settleWays(headings, lines);
    return { texts, boxes, lines, headings };
  });
};
