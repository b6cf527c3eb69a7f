import type { Pdfium } from './pdfium.ts';
import { withMemory } from './pdfium.ts';

/** The affine map from page space to points from the top left of the page as it is shown. */
export type PageMap = readonly [xx: number, xy: number, x0: number, yx: number, yy: number, y0: number];

/**
 * PDFium maps to whole pixels, so the map is taken far out and on a fine grid; that of a monstrous page must still be
 * counted in 32 bits.
 */
const GRID = 64;
const FAR = 1000;
const FARTHEST = 1e9;

/** The map of a loaded page that is shown in so many points. */
export const mapPage = (pdfium: Pdfium, page: number, width: number, height: number): PageMap =>
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

/** A box in points from the top left of the page as it is shown. */
export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** A box of page space as it is shown; two corners that lie across from each other are enough. */
export const shownBox = (
  [xx, xy, x0, yx, yy, y0]: PageMap,
  [ax, ay, bx, by]: readonly [number, number, number, number],
): Box => {
  const [left, right] = [xx * ax + xy * ay + x0, xx * bx + xy * by + x0].sort((a, b) => a - b) as [number, number];
  const [top, bottom] = [yx * ax + yy * ay + y0, yx * bx + yy * by + y0].sort((a, b) => a - b) as [number, number];
  return { left, top, right, bottom };
};
