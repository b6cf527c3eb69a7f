import type { GrayPicture } from '../ocr/gray-picture.ts';

/** Width in pixels of the picture in which a page is searched for marks. */
export const GLANCE = 420;
/** Share of pixels other than paper that a page without any content may have: dust. */
const DUST = 0.00003;
const DISTINCT = 48;
const DARKEST_PAPER = 96;

/** Whether a small picture of a page shows nothing but paper. */
export const isBlank = ({ data }: GrayPicture): boolean => {
  const counts = new Uint32Array(256);
  for (const light of data) counts[light] = (counts[light] ?? 0) + 1;
  const paper = counts.indexOf(Math.max(...counts));
  const marks = counts.reduce((sum, count, light) => (Math.abs(light - paper) > DISTINCT ? sum + count : sum), 0);
  // A sheet that is dark all over is not empty paper: something went wrong in the scanner, and somebody must look.
  return paper >= DARKEST_PAPER && marks <= data.length * DUST;
};
