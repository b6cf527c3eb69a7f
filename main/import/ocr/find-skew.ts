import type { GrayPicture } from './gray-picture.ts';

/** `degrees`: how far the lines fall to the right. `score`: how sharply rows part into lines and gaps; compare it only with that of the same picture turned. */
export type Skew = { readonly degrees: number; readonly score: number };

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

/** Sum of the squared steps between neighbouring rows when the picture is sheared by the angle (Postl, US 4,723,297). */
const scoreAt = ({ xs, ys, height }: Dots, degrees: number): number => {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const offset = height;
  const rows = new Float64Array(height * 3);
  for (let dot = 0; dot < xs.length; dot += 1) {
    const row = Math.round((ys[dot] ?? 0) - (xs[dot] ?? 0) * slope) + offset;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  let score = 0;
  for (let row = 1; row < rows.length; row += 1) score += ((rows[row] ?? 0) - (rows[row - 1] ?? 0)) ** 2;
  return score / Math.max(1, xs.length);
};

const bestOf = (dots: Dots, from: number, to: number, step: number): Skew => {
  let best: Skew = { degrees: 0, score: scoreAt(dots, 0) };
  for (let degrees = from; degrees <= to + 1e-9; degrees += step) {
    const score = scoreAt(dots, degrees);
    if (score > best.score) best = { degrees, score };
  }
  return best;
};

/** Finds the slope of the text lines, within twelve degrees, in a picture of about 75 dots an inch. */
export const findSkew = (small: GrayPicture): Skew => {
  const dots = inkDots(small);
  const coarse = bestOf(dots, -WIDEST, WIDEST, COARSE);
  return bestOf(dots, coarse.degrees - COARSE, coarse.degrees + COARSE, FINE);
};
