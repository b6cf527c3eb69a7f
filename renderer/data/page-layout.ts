import type { Turn } from '../../shared/page.ts';

/** Screen pixels a point at 100 %: a page on the screen is as large as on paper. */
export const PIXELS_A_POINT = 96 / 72;
/** Space around and between pages. */
export const PAGE_GAP = 28;
const MIN_ZOOM = 0.25;
const MAX_ZOOM = 4;
/** Browsers lay nothing out beyond some 33 million pixels. */
const MAX_SCROLL = 32_000_000;

/** US letter, in points: what a flow page is shown as. */
export const LETTER_WIDTH = 612;
export const LETTER_HEIGHT = 792;

export type Size = { readonly width: number; readonly height: number };

/** The size of a page on the screen, in pixels. */
export const sizeOnScreen = ({ width, height }: Size, zoom: number, turn: Turn): Size => {
  const scale = PIXELS_A_POINT * zoom;
  const isOnSide = turn === 90 || turn === 270;
  return { width: (isOnSide ? height : width) * scale, height: (isOnSide ? width : height) * scale };
};

/** To what of the pane a page is fitted: its width, or all of it. */
export type Fit = 'width' | 'page';

/** Of the room that a fitted page has, so much is left free in a narrow pane, where every pixel counts. */
const NARROW = 560;
const NARROW_GAP = 8;

/** The zoom at which the widest page just fits across the room, or the largest one into it. */
export const zoomToFit = (pages: readonly Size[], room: Size, turn: Turn, fit: Fit): number => {
  const sizes = pages.map((page) => sizeOnScreen(page, 1, turn));
  const gap = room.width < NARROW ? NARROW_GAP : PAGE_GAP;
  const across = (room.width - 2 * gap) / Math.max(...sizes.map(({ width }) => width), 1);
  const down = (room.height - PAGE_GAP) / Math.max(...sizes.map(({ height }) => height), 1);
  return clampZoom(fit === 'width' ? across : Math.min(across, down), pages);
};

/** Zoom within its bounds; a record of very many pages cannot be drawn as large as a short one. */
export const clampZoom = (zoom: number, pages: readonly Size[] = []): number => {
  const height = pages.reduce((sum, page) => sum + page.height * PIXELS_A_POINT, 1);
  return Math.min(Math.max(zoom, MIN_ZOOM), MAX_ZOOM, Math.max(MAX_SCROLL / height, MIN_ZOOM));
};

const STEPS = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4];

/** The next round zoom above (1) or below (-1). */
export const stepZoom = (zoom: number, direction: 1 | -1): number =>
  direction === 1
    ? (STEPS.find((step) => step > zoom + 0.005) ?? MAX_ZOOM)
    : (STEPS.findLast((step) => step < zoom - 0.005) ?? MIN_ZOOM);

/** Clockwise by a quarter. */
export const turnRight = (turn: Turn): Turn => (turn === 0 ? 90 : turn === 90 ? 180 : turn === 180 ? 270 : 0);

/** The CSS transform that turns a page about its corner and brings that back to the corner of what is shown. */
export const turnedBy = (turn: Turn, shown: Size): string => {
  if (turn === 90) return `translate(${String(shown.width)}px, 0) rotate(90deg)`;
  if (turn === 180) return `translate(${String(shown.width)}px, ${String(shown.height)}px) rotate(180deg)`;
  return turn === 270 ? `translate(0, ${String(shown.height)}px) rotate(270deg)` : 'none';
};

/**
 * A place on the screen, from the page's shown corner, as a place on the unturned page; both in pixels of that zoom.
 */
export const unturn = (x: number, y: number, shown: Size, turn: Turn): readonly [x: number, y: number] => {
  if (turn === 90) return [y, shown.width - x];
  if (turn === 180) return [shown.width - x, shown.height - y];
  if (turn === 270) return [shown.height - y, x];
  return [x, y];
};

/**
 * True when the lower half of a page is in view (domain, section 8): all but a sliver of it, or, on a page larger than
 * the view, so much of it that it fills half the view.
 */
export const isLowerHalfInView = (
  pageTop: number,
  pageHeight: number,
  viewTop: number,
  viewHeight: number,
): boolean => {
  const top = Math.max(pageTop + pageHeight / 2, viewTop);
  const bottom = Math.min(pageTop + pageHeight, viewTop + viewHeight);
  return bottom - top >= Math.min(0.9 * (pageHeight / 2), viewHeight / 2);
};
