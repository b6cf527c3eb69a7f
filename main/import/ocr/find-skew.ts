import type { GrayPicture } from './gray-picture.ts';

/**
 * `degrees`: how far the lines fall to the right. `score`: how sharply rows part into lines and gaps, whatever the
 * length of the lines; compare it only with that of the same picture turned. `lean`: which side of the lines is up, from -1 (upright) to 1 (upside down).
 */
export type Skew = { readonly degrees: number; readonly score: number; readonly lean: number };

/** Dots of ink as x and y, of a picture small enough that a line of text is a few rows. */
type Dots = { readonly xs: Float32Array; readonly ys: Float32Array; readonly height: number };

const WIDEST = 12;
const COARSE = 0.5;
const FINE = 0.05;

const inkDots = ({ data, width, height }: GrayPicture): Dots => {
  const xs: number[] = [];
  const ys: number[] = [];
  const margin = Math.round(Math.min(width, height) * 0.02);
  for (let y = margin; y < height - margin; y += 1) {
    for (let x = margin; x < width - margin; x += 1) {
      if ((data[y * width + x] ?? 255) < 150) {
        xs.push(x - width / 2);
        ys.push(y);
      }
    }
  }
  return { xs: Float32Array.from(xs), ys: Float32Array.from(ys), height };
};

/** Dots in each row when the picture is sheared by the angle. */
const rowsAt = ({ xs, ys, height }: Dots, degrees: number): Int32Array => {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const rows = new Int32Array(height * 3);
  for (let dot = 0; dot < xs.length; dot += 1) {
    const row = Math.round((ys[dot] ?? 0) - (xs[dot] ?? 0) * slope) + height;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  return rows;
};

const sumOfSteps = (rows: Int32Array, weigh: (step: number) => number): number => {
  let sum = 0;
  for (let row = 1; row < rows.length; row += 1) sum += weigh((rows[row] ?? 0) - (rows[row - 1] ?? 0));
  return sum;
};

/**
 * Sum of the squared steps between neighbouring rows (Postl, US 4,723,297). The fewer rows the same ink lies in, the
 * steeper are its steps, lines or not: without the height a narrow receipt would seem to have its lines along its length.
 */
const scoreAt = (dots: Dots, degrees: number): number =>
  (sumOfSteps(rowsAt(dots, degrees), (step) => step * step) * dots.height) / Math.max(1, dots.xs.length);

type Angle = { readonly degrees: number; readonly score: number };

const bestOf = (dots: Dots, from: number, to: number, step: number): Angle => {
  let best: Angle = { degrees: 0, score: scoreAt(dots, 0) };
  for (let degrees = from; degrees <= to + 1e-9; degrees += step) {
    const score = scoreAt(dots, degrees);
    if (score > best.score) best = { degrees, score };
  }
  return best;
};

/** Rows with more ink than this share of the inked rows are rules and borders, which have no upper side. */
const LINES_OF_TEXT = 0.7;

/**
 * Letters that rise above the others are many and those that hang below are few, so that ink ends more steeply at the
 * foot of a line than at its head: the cubes of the steps from row to row tell which is which.
 */
const leanOf = (rows: Int32Array): number => {
  const inked = rows.filter((dots) => dots > 0).sort();
  const most = inked[Math.floor(inked.length * LINES_OF_TEXT)] ?? 0;
  const even = rows.map((dots) => Math.min(dots, most));
  const all = sumOfSteps(even, (step) => Math.abs(step) ** 3);
  return all === 0 ? 0 : sumOfSteps(even, (step) => step ** 3) / all;
};

/**
 * Finds the slope of the text lines, within twelve degrees, and their upper side, in a picture of about 100 dots an
 * inch.
 */
export const findSkew = (small: GrayPicture): Skew => {
  const dots = inkDots(small);
  const coarse = bestOf(dots, -WIDEST, WIDEST, COARSE);
  const fine = bestOf(dots, coarse.degrees - COARSE, coarse.degrees + COARSE, FINE);
  return { ...fine, lean: leanOf(rowsAt(dots, fine.degrees)) };
};
