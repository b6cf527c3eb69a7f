import type { GrayPicture } from './gray-picture.ts';

/** Side in pixels of the squares in which the paper is searched. */
const SQUARE = 24;

type Grid = { readonly light: Float32Array; readonly columns: number; readonly rows: number };

/** The light of the paper in each square: brighter than nine tenths of its pixels would be ink or dust, so a high rank and not the highest. */
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
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x += 1) most = Math.max(most, light[y * columns + x] ?? 0);
      }
      wide[row * columns + column] = most;
    }
  }
  return { light: wide, columns, rows };
};

/** Evens out shadows and tinted paper: every pixel is measured against the paper around it, which becomes white. */
export const flattenLight = (picture: GrayPicture): GrayPicture => {
  const { data, width, height } = picture;
  const { light, columns, rows } = spread(paperGrid(picture));
  const flat = new Uint8Array(data.length);
  for (let y = 0; y < height; y += 1) {
    const gridY = Math.min(rows - 1, Math.max(0, (y + 0.5) / SQUARE - 0.5));
    const row = Math.min(rows - 1, Math.floor(gridY));
    const below = Math.min(rows - 1, row + 1) * columns;
    const down = gridY - row;
    for (let x = 0; x < width; x += 1) {
      const gridX = Math.min(columns - 1, Math.max(0, (x + 0.5) / SQUARE - 0.5));
      const column = gridX | 0;
      const next = Math.min(columns - 1, column + 1);
      const right = gridX - column;
      const top = (light[row * columns + column] ?? 255) * (1 - right) + (light[row * columns + next] ?? 255) * right;
      const bottom = (light[below + column] ?? 255) * (1 - right) + (light[below + next] ?? 255) * right;
      const paper = top * (1 - down) + bottom * down;
      flat[y * width + x] = Math.min(255, ((data[y * width + x] ?? 0) * 250) / Math.max(40, paper));
    }
  }
  return { data: flat, width, height };
};
