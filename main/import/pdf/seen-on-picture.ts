import type { WordSet } from '../layout/word-set.ts';
import type { GrayPicture } from '../ocr/gray-picture.ts';
import type { Box } from './page-map.ts';

/** Shades between the lightest and the darkest dot of a box that shows something. */
const CONTRAST = 24;

/** Whether a box of a page shows anything in its picture; `scale`: pixels a point. */
const showsInk = ({ data, width, height }: GrayPicture, box: Box, scale: number): boolean => {
  const [left, right] = [Math.max(0, Math.floor(box.left * scale)), Math.min(width, Math.ceil(box.right * scale))];
  const [top, bottom] = [Math.max(0, Math.floor(box.top * scale)), Math.min(height, Math.ceil(box.bottom * scale))];
  let [least, most] = [255, 0];
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const light = data[y * width + x] ?? 255;
      if (light < least) least = light;
      if (light > most) most = light;
    }
    if (most - least >= CONTRAST) return true;
  }
  return right <= left || bottom <= top;
};

/** The words of which the picture of their page shows nothing; `width`: points across the page. */
export const unseenWords = ({ texts, boxes }: WordSet, picture: GrayPicture, width: number): Set<number> => {
  const scale = picture.width / width;
  const unseen = new Set<number>();
  texts.forEach((_, word) => {
    const [left = 0, top = 0, right = 0, bottom = 0] = boxes.subarray(word * 4, word * 4 + 4);
    // The edge of a bar or a rule is no word.
    const inset = Math.min(1.5, (bottom - top) * 0.15);
    if (!showsInk(picture, { left, top: top + inset, right, bottom: bottom - inset }, scale)) unseen.add(word);
  });
  return unseen;
};

/** How much a box of the page is covered by others, as a share of its area; they may overlap. */
export const isCovered = (inner: Box, outer: Box): boolean => {
  const x = (inner.left + inner.right) / 2;
  const y = (inner.top + inner.bottom) / 2;
  return outer.left <= x && outer.right >= x && outer.top <= y && outer.bottom >= y;
};

/** Sum of the areas of boxes within a page, as a share of it, 1 at most. */
export const shareOfPage = (boxes: readonly Box[], width: number, height: number): number =>
  Math.min(
    1,
    boxes.reduce(
      (sum, { left, top, right, bottom }) =>
        sum +
        Math.max(0, Math.min(width, right) - Math.max(0, left)) *
          Math.max(0, Math.min(height, bottom) - Math.max(0, top)),
      0,
    ) /
      (width * height),
  );
