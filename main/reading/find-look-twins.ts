import type { Twins } from './page-sketch.ts';

/** Cells of a look across and down, row by row, a byte of ink each (see `takeLook` of the import). */
const ACROSS = 24;
const DOWN = 32;
/**
 * How far, in cells, one picture may lie beside the other: a sheet never goes into a scanner twice at the same place.
 */
const SHIFT = 1;
/**
 * Pictures at least this alike are shown as possibly the same: of letters scanned and faxed the same page stays at 0.98
 * and above, other pages of print at 0.97 and below.
 */
export const LOOKS_LIKE = 0.975;

type Cells = Float32Array;

/** Each cell with a share of those around it, so that a sheet that lay a little aslant still agrees. */
const soften = (look: Uint8Array): Cells => {
  const soft = new Float32Array(ACROSS * DOWN);
  for (let y = 0; y < DOWN; y += 1) {
    for (let x = 0; x < ACROSS; x += 1) {
      let [sum, weight] = [0, 0];
      for (let down = Math.max(0, y - 1); down <= Math.min(DOWN - 1, y + 1); down += 1) {
        for (let right = Math.max(0, x - 1); right <= Math.min(ACROSS - 1, x + 1); right += 1) {
          const own = (down === y ? 2 : 1) * (right === x ? 2 : 1);
          sum += (look[down * ACROSS + right] ?? 0) * own;
          weight += own;
        }
      }
      soft[y * ACROSS + x] = sum / weight;
    }
  }
  return soft;
};

/** Correlation of the inner cells of `a` with those of `b` beside them by the shift. */
const correlate = (a: Cells, b: Cells, right: number, down: number): number => {
  let [count, sumA, sumB, squareA, squareB, product] = [0, 0, 0, 0, 0, 0];
  for (let y = SHIFT; y < DOWN - SHIFT; y += 1) {
    for (let x = SHIFT; x < ACROSS - SHIFT; x += 1) {
      const one = a[y * ACROSS + x] ?? 0;
      const other = b[(y + down) * ACROSS + x + right] ?? 0;
      count += 1;
      sumA += one;
      sumB += other;
      squareA += one * one;
      squareB += other * other;
      product += one * other;
    }
  }
  const spread = (squareA - (sumA * sumA) / count) * (squareB - (sumB * sumB) / count);
  return spread <= 0 ? 0 : (product - (sumA * sumB) / count) / Math.sqrt(spread);
};

const alike = (a: Cells, b: Cells): number => {
  let most = correlate(a, b, 0, 0);
  // Pictures that disagree so far as they lie do not agree a cell further on.
  if (most < LOOKS_LIKE - 0.3) return Math.max(0, most);
  for (let down = -SHIFT; down <= SHIFT; down += 1) {
    for (let right = -SHIFT; right <= SHIFT; right += 1) most = Math.max(most, correlate(a, b, right, down));
  }
  return most;
};

/** How alike two looks are, 0 to 1, at the place where they agree best. */
export const lookLikeness = (a: Uint8Array, b: Uint8Array): number => alike(soften(a), soften(b));

const showsSomething = (look: Uint8Array): boolean => look.length === ACROSS * DOWN && look.some((ink) => ink > 0);

/**
 * The pairs of pages whose pictures may be of the same sheet, the likest first: for pages without enough words to be
 * known by.
 */
export const findLookTwins = <T>(pages: readonly { readonly page: T; readonly look: Uint8Array }[]): Twins<T>[] => {
  const looks = pages
    .filter(({ look }) => showsSomething(look))
    .map(({ page, look }) => ({ page, cells: soften(look) }));
  const twins = looks.flatMap((one, at) =>
    looks.slice(at + 1).flatMap((other) => {
      const likeness = alike(one.cells, other.cells);
      return likeness >= LOOKS_LIKE ? [{ a: one.page, b: other.page, likeness }] : [];
    }),
  );
  return twins.sort((one, other) => other.likeness - one.likeness);
};
