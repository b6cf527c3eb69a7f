import type { GrayPicture } from '../ocr/gray-picture.ts';

/** Cells of a look across and down. */
const LOOK = { across: 24, down: 32 } as const;

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

/** Share of the darkest cell below which the darkest counts as this dark: a sheet of dust is no look. */
const FAINT_LIGHT = 6;

/**
 * A fingerprint of a page's picture: how much ink each cell of {@link LOOK} holds, row by row, 255 for the darkest. All
 * zero for a picture that shows next to nothing.
 */
export const takeLook = (picture: GrayPicture): Uint8Array => {
  const ink = inkOfCells(picture);
  const darkest = Math.max(...ink);
  const least = ((picture.width * picture.height) / ink.length) * FAINT_LIGHT;
  return darkest < least
    ? new Uint8Array(ink.length)
    : Uint8Array.from(ink, (one) => Math.round((one * 255) / darkest));
};
