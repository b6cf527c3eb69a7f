import type { GrayPicture } from '../ocr/gray-picture.ts';

/** Width in pixels of the picture in which a page is searched for marks. */
export const GLANCE = 420;
/** Share of pixels other than paper that a page without any content may have: dust. */
const DUST = 0.00003;
const DISTINCT = 48;
const DARKEST_PAPER = 96;

/** Faint ink differs by so many shades from the paper around it, and a few letters of it make so large a share. */
const FAINT = 11;
const FAINT_MARKS = 0.0006;
/** Side in pixels of the squares in which the shade of the paper is taken. */
const SQUARE = 30;

/** The shade that most pixels of a square have, or are lighter than. */
const paperOf = ({ data, width, height }: GrayPicture, left: number, top: number, counts: Uint16Array): number => {
  counts.fill(0);
  let total = 0;
  for (let y = top; y < Math.min(height, top + SQUARE); y += 1) {
    for (let x = left; x < Math.min(width, left + SQUARE); x += 1) {
      const light = data[y * width + x] ?? 0;
      counts[light] = (counts[light] ?? 0) + 1;
      total += 1;
    }
  }
  let light = 255;
  for (let above = 0; light > 0; light -= 1) {
    above += counts[light] ?? 0;
    if (above > total * 0.4) break;
  }
  return light;
};

/** Share of the pixels that are a little darker than the paper around them. */
const faintShare = (picture: GrayPicture): number => {
  const { data, width, height } = picture;
  const counts = new Uint16Array(256);
  let marks = 0;
  for (let top = 0; top < height; top += SQUARE) {
    for (let left = 0; left < width; left += SQUARE) {
      const limit = paperOf(picture, left, top, counts) - FAINT;
      for (let y = top; y < Math.min(height, top + SQUARE); y += 1) {
        for (let x = left; x < Math.min(width, left + SQUARE); x += 1)
          if ((data[y * width + x] ?? 255) < limit) marks += 1;
      }
    }
  }
  return marks / data.length;
};

/** Whether a small picture of a page shows nothing but paper, not even faint ink. */
export const isBlank = (picture: GrayPicture): boolean => {
  const { data } = picture;
  const counts = new Uint32Array(256);
  for (const light of data) counts[light] = (counts[light] ?? 0) + 1;
  const paper = counts.indexOf(Math.max(...counts));
  const marks = counts.reduce((sum, count, light) => (Math.abs(light - paper) > DISTINCT ? sum + count : sum), 0);
  // A sheet that is dark all over is not empty paper: something went wrong in the scanner, and somebody must look.
  return paper >= DARKEST_PAPER && marks <= data.length * DUST && faintShare(picture) <= FAINT_MARKS;
};
