import type { GrayPicture } from './gray-picture.ts';

const isInk = (light: number | undefined): boolean => light !== undefined && light < 128;

/** Share of a picture's ink, dot by dot, that stands alone: what a noisy line puts on a fax. */
export const speckleShare = ({ data, width, height }: GrayPicture): number => {
  let ink = 0;
  let alone = 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let at = y * width + 1; at < (y + 1) * width - 1; at += 1) {
      if (!isInk(data[at])) continue;
      ink += 1;
      // A row's neighbours first: nearly all ink ends the search there.
      if (isInk(data[at - 1]) || isInk(data[at + 1]) || isInk(data[at - width]) || isInk(data[at + width])) continue;
      if (
        !isInk(data[at - width - 1]) &&
        !isInk(data[at - width + 1]) &&
        !isInk(data[at + width - 1]) &&
        !isInk(data[at + width + 1])
      )
        alone += 1;
    }
  }
  return ink === 0 ? 0 : alone / ink;
};
