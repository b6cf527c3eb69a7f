import { EMPTY_BOX, TICKED } from '../symbol-fonts.ts';
import type { GrayPicture } from './gray-picture.ts';
import type { SeenWord } from './recogniser.ts';

/** A printed box to be ticked, in pixels of the picture, its right and its foot exclusive. */
export type PrintedBox = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly isMarked: boolean;
};

/** A straight run of ink on a row, in pixels of the small picture, its end exclusive. */
type Run = { readonly row: number; readonly from: number; readonly to: number };
type Square = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

const INK = 205;
/** Sides of a box, in pixels of a hundred an inch; how much the other way may differ; and by how much corners may be off. */
const SIDE = { least: 9, most: 30 } as const;
const LEAST_RATIO = 0.8;
const OFF = 2;
/** Pixels from the end of a run to the side: the mark of a pen that runs past a corner makes it longer. */
const NEAR = [0, 1, 2, 3, 4] as const;
/** Share of a side that has to be inked. A letter's curves leave more of it open. */
const CLOSED = 0.9;

const runsOf = ({ data, width, height }: GrayPicture): Run[] => {
  const runs: Run[] = [];
  for (let row = 0; row < height; row += 1) {
    let from = 0;
    for (let x = 0; x <= width; x += 1) {
      if (x < width && (data[row * width + x] ?? 255) < INK) continue;
      if (x - from >= SIDE.least && x - from <= SIDE.most) runs.push({ row, from, to: x });
      from = x + 1;
    }
  }
  return runs;
};

/** Whether ink runs down from the one row to the other in one of the columns. */
const isSide = ({ data, width }: GrayPicture, columns: readonly number[], top: number, bottom: number): boolean => {
  const least = (bottom - top) * CLOSED;
  return columns.some((column) => {
    let inked = 0;
    for (let y = top; y < bottom; y += 1) if ((data[y * width + column] ?? 255) < INK) inked += 1;
    return inked >= least;
  });
};

const isSquare = (across: number, down: number): boolean =>
  Math.min(across, down) >= Math.max(across, down) * LEAST_RATIO;

const isFoot = (head: Run, foot: Run): boolean =>
  isSquare(head.to - head.from, foot.row - head.row + 1) &&
  Math.abs(head.from - foot.from) <= OFF &&
  Math.abs(head.to - foot.to) <= OFF;

const squareOf = (head: Run, foot: Run): Square => ({
  left: Math.min(head.from, foot.from),
  right: Math.max(head.to, foot.to),
  top: head.row,
  bottom: foot.row + 1,
});

const overlap = (a: Square, b: Square): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Squares of four straight sides, each once: the blurred line of a side is several runs, of which the outer ones count. */
const findSquares = (small: GrayPicture): Square[] => {
  const runs = runsOf(small);
  const squares: Square[] = [];
  runs.forEach((head, index) => {
    if (squares.some((square) => overlap(square, squareOf(head, head)))) return;
    const feet: Run[] = [];
    for (let at = index + 1; (runs[at]?.row ?? Infinity) <= head.row + SIDE.most; at += 1) {
      const run = runs[at];
      if (run !== undefined && isFoot(head, run)) feet.push(run);
    }
    const square = feet
      .map((foot) => squareOf(head, foot))
      .findLast(
        ({ left, right, top, bottom }) =>
          isSide(
            small,
            NEAR.map((near) => left + near),
            top,
            bottom,
          ) &&
          isSide(
            small,
            NEAR.map((near) => right - 1 - near),
            top,
            bottom,
          ),
      );
    if (square !== undefined) squares.push(square);
  });
  return squares;
};

const DARK = 160;
const PAPER = 255;

/** The line of a frame reaches so many pixels farther out where it is blurred. */
const LINE = 3;

type Lines = { readonly step: number; readonly along: number };

const linesOf = ({ width }: GrayPicture): { readonly rows: Lines; readonly columns: Lines } => ({
  rows: { step: width, along: 1 },
  columns: { step: 1, along: width },
});

/**
 * Share of a line from `from` to `to` that is inked, on it or as far beside it as `reach`. `step`: to the next line,
 * `along`: on it.
 */
const inkedShare = (
  { data }: GrayPicture,
  { step, along }: Lines,
  line: number,
  from: number,
  to: number,
  reach = 1,
): number => {
  let inked = 0;
  for (let place = from; place <= to; place += 1) {
    const at = line * step + place * along;
    let isInked = false;
    for (let away = -reach; away <= reach; away += 1) isInked ||= (data[at + away * step] ?? PAPER) < DARK;
    if (isInked) inked += 1;
  }
  return inked / Math.max(1, to - from + 1);
};

/** Of a side so much is inked in a bad fax, and so much of the pixels in its corners, where letters are round. */
const DRAWN = { side: 0.8, corner: 0.5 } as const;
const CORNER = 3;

/** Whether the box has corners, and not the curves of a D or an O. */
const hasCorners = ({ data, width }: GrayPicture, { left, top, right, bottom }: Square): boolean =>
  [top, bottom - CORNER + 1].every((y) =>
    [left, right - CORNER + 1].every((x) => {
      let inked = 0;
      for (let at = 0; at < CORNER * CORNER; at += 1)
        if ((data[(y + Math.floor(at / CORNER)) * width + x + (at % CORNER)] ?? 255) < DARK) inked += 1;
      return inked >= CORNER * CORNER * DRAWN.corner;
    }),
  );

/** As a share of a box's side, so far inside there is no frame any more, but for specks and the mark. */
const THIN = { inside: 0.2, ink: 0.4 } as const;

/** Whether the frame is thin; the strokes of bold letters are not. */
const isThin = (picture: GrayPicture, { left, top, right, bottom }: Square): boolean => {
  const { rows, columns } = linesOf(picture);
  const inside = Math.max(3, Math.round((right - left) * THIN.inside));
  const quarter = Math.round((right - left) / 4);
  return [
    inkedShare(picture, rows, top + inside, left + quarter, right - quarter, 0),
    inkedShare(picture, rows, bottom - inside, left + quarter, right - quarter, 0),
    inkedShare(picture, columns, left + inside, top + quarter, bottom - quarter, 0),
    inkedShare(picture, columns, right - inside, top + quarter, bottom - quarter, 0),
  ].every((share) => share <= THIN.ink);
};

/** As a share of a box's side, so much is clear to its left and right but for specks; letters of a word stand closer. */
const CLEAR = { from: 2, share: 0.2, specks: 0.05 } as const;

/** Whether nothing stands right beside a box, halfway up. A pen may run out of it at its corners. */
const isAlone = ({ data, width }: GrayPicture, { left, top, right, bottom }: Square): boolean => {
  const reach = CLEAR.from + Math.round((right - left) * CLEAR.share);
  const quarter = Math.round((bottom - top) / 4);
  let [inked, all] = [0, 0];
  for (let y = top + quarter; y <= bottom - quarter; y += 1) {
    for (let away = CLEAR.from; away <= reach; away += 1) {
      all += 2;
      if ((data[y * width + left - away] ?? PAPER) < DARK) inked += 1;
      if ((data[y * width + right + away] ?? PAPER) < DARK) inked += 1;
    }
  }
  return inked <= all * CLEAR.specks;
};

/** Where a side may be: from the outermost line inwards. */
type Reach = { readonly outermost: number; readonly inwards: 1 | -1; readonly count: number };

/** The outermost of the lines that are inked most between `from` and `to`: the one beside the first with such ink. */
const sharpest = (picture: GrayPicture, lines: Lines, reach: Reach, from: number, to: number): number => {
  let best = { line: reach.outermost, share: -1 };
  for (let step = 0; step < reach.count; step += 1) {
    const line = reach.outermost + step * reach.inwards;
    const share = inkedShare(picture, lines, line, from, to);
    if (share > best.share) best = { line, share };
  }
  return best.line + reach.inwards;
};

/** The square as sharp as the picture is, or null where it is no box: a side is not drawn, or a letter stands beside it. */
const sharpen = (picture: GrayPicture, rough: Square): Square | null => {
  const { rows, columns } = linesOf(picture);
  const inset = Math.round((rough.right - rough.left) / 4);
  const find = (lines: Lines, line: number, inwards: 1 | -1, from: number, to: number): number => {
    // Beyond the square the label begins.
    const outermost = Math.round(line) - LINE * inwards;
    const [begin, end] = [Math.round(from + inset), Math.round(to - inset)];
    return sharpest(picture, lines, { outermost, inwards, count: inset + LINE }, begin, end);
  };
  const top = find(rows, rough.top, 1, rough.left, rough.right);
  const bottom = find(rows, rough.bottom, -1, rough.left, rough.right);
  const left = find(columns, rough.left, 1, rough.top, rough.bottom);
  const right = find(columns, rough.right, -1, rough.top, rough.bottom);
  const square: Square = { left, top, right, bottom };
  const isDrawn =
    isSquare(right - left, bottom - top) &&
    inkedShare(picture, rows, top, left, right) >= DRAWN.side &&
    inkedShare(picture, rows, bottom, left, right) >= DRAWN.side &&
    inkedShare(picture, columns, left, top, bottom) >= DRAWN.side &&
    inkedShare(picture, columns, right, top, bottom) >= DRAWN.side &&
    isThin(picture, square) &&
    hasCorners(picture, square) &&
    isAlone(picture, square);
  return isDrawn ? square : null;
};

/** Of a box this much on each side is its frame; ink that takes such a share of the rest is a mark, or is none. */
const FRAME = 0.2;
const MARK = { least: 0.06, none: 0.025, most: 0.85 } as const;

/** By such a share of its side a mark may reach out of a box. */
const BEYOND = 0.25;

/** The share of the inside of a square that is inked. */
const inkInside = ({ data, width }: GrayPicture, { left, top, right, bottom }: Square): number => {
  const [across, down] = [(right - left) * FRAME, (bottom - top) * FRAME];
  let [ink, all] = [0, 0];
  for (let y = Math.round(top + down); y < bottom - down; y += 1) {
    for (let x = Math.round(left + across); x < right - across; x += 1) {
      all += 1;
      if ((data[y * width + x] ?? 255) < DARK) ink += 1;
    }
  }
  return ink / Math.max(1, all);
};

/**
 * Finds the printed boxes of a form and whether they are marked, in an upright, straight picture; `small`: the same at a
 * hundred dots an inch. Where neither is sure, as in a box that is black all over, there is none.
 */
export const findBoxes = (picture: GrayPicture, small: GrayPicture): PrintedBox[] => {
  const scale = picture.width / small.width;
  return findSquares(small).flatMap((rough) => {
    const square = sharpen(picture, {
      left: rough.left * scale,
      top: rough.top * scale,
      right: rough.right * scale,
      bottom: rough.bottom * scale,
    });
    if (square === null) return [];
    const ink = inkInside(picture, square);
    if (ink > MARK.most || (ink > MARK.none && ink < MARK.least)) return [];
    const isMarked = ink >= MARK.least;
    const { left, top, right, bottom } = square;
    // A pen does not stop at the frame.
    const beyond = isMarked ? Math.max(LINE, (right - left) * BEYOND) : LINE;
    return [{ left: left - beyond, top: top - beyond, right: right + beyond, bottom: bottom + beyond, isMarked }];
  });
};

/** The picture without the boxes, which the recogniser takes for letters. `scale`: its pixels to one of theirs. */
export const eraseBoxes = (picture: GrayPicture, boxes: readonly PrintedBox[], scale: number): GrayPicture => {
  if (boxes.length === 0) return picture;
  const { width, height } = picture;
  const data = Uint8Array.from(picture.data);
  for (const { left, top, right, bottom } of boxes) {
    const end = Math.min(width, Math.ceil(right * scale));
    for (let y = Math.max(0, Math.floor(top * scale)); y < Math.min(height, bottom * scale); y += 1)
      data.fill(PAPER, y * width + Math.max(0, Math.floor(left * scale)), y * width + end);
  }
  return { data, width, height };
};

const SURE = 90;

/** The boxes as words. */
export const boxWords = (boxes: readonly PrintedBox[]): SeenWord[] =>
  boxes.map(({ isMarked, ...box }, index) => ({
    ...box,
    text: isMarked ? TICKED : EMPTY_BOX,
    confidence: SURE,
    line: `box ${String(index)}`,
  }));
