import type { GrayPicture } from './gray-picture.ts';

/** Side in pixels of the squares in which the paper is searched. */
const SQUARE = 24;

type Grid = { readonly light: Float32Array; readonly columns: number; readonly rows: number };

/**
 * The light of the paper in each square: brighter than nine tenths of its pixels would be ink or dust, so a high rank
 * and not the highest.
 */
const paperGrid = ({ data, width, height }: GrayPicture): Grid => {
  const columns = Math.ceil(width / SQUARE);
  const rows = Math.ceil(height / SQUARE);
  const light = new Float32Array(columns * rows);
  const counts = new Uint16Array(64);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      counts.fill(0);
      let total = 0;
      for (let y = row * SQUARE; y < Math.min(height, (row + 1) * SQUARE); y += 2) {
        for (let x = column * SQUARE; x < Math.min(width, (column + 1) * SQUARE); x += 2) {
          const step = (data[y * width + x] ?? 0) >> 2;
          counts[step] = (counts[step] ?? 0) + 1;
          total += 1;
        }
      }
      let above = 0;
      let step = 63;
      for (; step > 0; step -= 1) {
        above += counts[step] ?? 0;
        if (above > total * 0.2) break;
      }
      light[row * columns + column] = step * 4 + 2;
    }
  }
  return { light, columns, rows };
};

/** Each square takes the brightest of its neighbours, so that a square full of ink is not taken for dark paper. */
const spread = ({ light, columns, rows }: Grid): Grid => {
  const wide = new Float32Array(light.length);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      let most = 0;
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y += 1) {
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x += 1)
          most = Math.max(most, light[y * columns + x] ?? 0);
      }
      wide[row * columns + column] = most;
    }
  }
  return { light: wide, columns, rows };
};

/** The light of the paper under every pixel of a row, between the middles of the squares. */
const paperOfRow = ({ light, columns, rows }: Grid, y: number, paper: Float32Array): void => {
  const gridY = Math.min(rows - 1, Math.max(0, (y + 0.5) / SQUARE - 0.5));
  const row = Math.min(rows - 1, Math.floor(gridY));
  const below = Math.min(rows - 1, row + 1) * columns;
  const down = gridY - row;
  for (let x = 0; x < paper.length; x += 1) {
    const gridX = Math.min(columns - 1, Math.max(0, (x + 0.5) / SQUARE - 0.5));
    const column = gridX | 0;
    const next = Math.min(columns - 1, column + 1);
    const right = gridX - column;
    const top = (light[row * columns + column] ?? 255) * (1 - right) + (light[row * columns + next] ?? 255) * right;
    const bottom = (light[below + column] ?? 255) * (1 - right) + (light[below + next] ?? 255) * right;
    paper[x] = top * (1 - down) + bottom * down;
  }
};

const PAPER = 250;
const WHITE = 255;
/** Darker paper than this is no paper. */
const DARKEST = 40;

/** Every pixel measured against the paper around it, which becomes white. */
const flatten = (picture: GrayPicture): Uint8Array => {
  const { data, width, height } = picture;
  const grid = spread(paperGrid(picture));
  const paper = new Float32Array(width);
  const flat = new Uint8Array(data.length);
  for (let y = 0; y < height; y += 1) {
    paperOfRow(grid, y, paper);
    for (let x = 0; x < width; x += 1)
      flat[y * width + x] = Math.min(255, ((data[y * width + x] ?? 0) * PAPER) / Math.max(DARKEST, paper[x] ?? 255));
  }
  return flat;
};

/** Share of a page's pixels that are surely ink, were it the emptiest of letters. */
const SURELY_INK = 0.005;
/** Ink no darker than this is left as it is: there is hardly any, and paper would be made ink of. */
const FAINTEST = 200;

/** Faint ink becomes black. */
const darken = (data: Uint8Array): Uint8Array => {
  const counts = new Uint32Array(256);
  for (const light of data) counts[light] = (counts[light] ?? 0) + 1;
  let ink = 0;
  for (let sum = counts[0] ?? 0; sum <= data.length * SURELY_INK; sum += counts[ink] ?? 0) ink += 1;
  if (ink === 0 || ink > FAINTEST) return data;
  const shades = Uint8Array.from({ length: 256 }, (_, light) =>
    Math.max(0, Math.min(255, PAPER - ((PAPER - light) * PAPER) / (PAPER - ink))),
  );
  return data.map((light) => shades[light] ?? light);
};

/** Whether a picture has no shades, as that of a fax. */
export const isBlackAndWhite = ({ data }: GrayPicture): boolean => {
  // A callback for each of four million pixels would take six times as long.
  for (let at = 0; at < data.length; at += 1) if (data[at] !== 0 && data[at] !== WHITE) return false;
  return true;
};

/** Makes paper white and ink black all over the page, whatever shadow, tint or faint print there was. */
export const evenLight = (picture: GrayPicture): GrayPicture => ({ ...picture, data: darken(flatten(picture)) });
