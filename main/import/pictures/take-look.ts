import type { GrayPicture } from '../ocr/gray-picture.ts';

/** Cells of a look across and down. */
export const LOOK = { across: 32, down: 42 } as const;

/** Share of the average ink below which a cell counts as empty whatever lies beside it: dust is no look. */
const FAINT = 0.2;

const paperOf = (data: Uint8Array): number => {
  const counts = new Uint32Array(256);
  for (const light of data) counts[light] = (counts[light] ?? 0) + 1;
  return counts.indexOf(Math.max(...counts));
};

const inkOfCells = ({ data, width, height }: GrayPicture): Float64Array => {
  const paper = paperOf(data);
  const ink = new Float64Array(LOOK.across * LOOK.down);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor((y * LOOK.down) / height) * LOOK.across;
    for (let x = 0; x < width; x += 1) {
      const cell = row + Math.floor((x * LOOK.across) / width);
      ink[cell] = (ink[cell] ?? 0) + Math.max(0, paper - (data[y * width + x] ?? paper));
    }
  }
  return ink;
};

/**
 * A fingerprint of a page's picture, one bit a cell of {@link LOOK}: whether it holds more ink than the one to its right.
 * Pictures of one page differ in few bits, whatever their resolution and brightness.
 */
export const takeLook = (picture: GrayPicture): Uint8Array => {
  const ink = inkOfCells(picture);
  const faint = (ink.reduce((sum, one) => sum + one, 0) / ink.length) * FAINT;
  const look = new Uint8Array(Math.ceil(ink.length / 8));
  ink.forEach((here, cell) => {
    const right = (cell + 1) % LOOK.across === 0 ? 0 : (ink[cell + 1] ?? 0);
    if (here > right + faint) look[cell >> 3] = (look[cell >> 3] ?? 0) | (1 << (cell & 7));
  });
  return look;
};
