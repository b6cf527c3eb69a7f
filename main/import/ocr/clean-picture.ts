import type { GrayPicture } from './gray-picture.ts';
import { blurPicture, resizePicture } from './gray-picture.ts';
import type { Legible } from './recogniser.ts';

/** What can be done to a picture, its light being even, before it is recognised. */
export type Treatment = 'plain' | 'blurred' | 'enlarged' | 'softened';

/** Of a Gaussian blur, in pixels at 200 dots an inch: against the specks and broken strokes of faxes. */
const SIGMA_DPI = 200;
const BLUR = 1.2;
const STRONG_BLUR = 1.5;
/**
 * Small print is recognised better on a finer grid; large print loses more specks than strokes on a coarser one, and is
 * read faster.
 */
const FINER = 1.5;
const COARSER = 0.75;

const soften = async (picture: GrayPicture, dpi: number, blur: number, scale: number): Promise<Legible> => {
  const soft = await blurPicture(picture, (blur * dpi) / SIGMA_DPI);
  const scaled = await resizePicture(
    soft,
    Math.max(1, Math.round(picture.width * scale)),
    Math.max(1, Math.round(picture.height * scale)),
  );
  return { picture: scaled, dpi: dpi * scale, isUneven: true };
};

/** Makes a picture legible in one of the ways; the one that serves a page best is found by trying. */
export const cleanPicture = async (picture: GrayPicture, treatment: Treatment, dpi: number): Promise<Legible> => {
  switch (treatment) {
    case 'plain':
      return { picture, dpi, isUneven: false };
    case 'blurred':
      return soften(picture, dpi, BLUR, 1);
    case 'enlarged':
      return soften(picture, dpi, BLUR, FINER);
    case 'softened':
      return soften(picture, dpi, STRONG_BLUR, COARSER);
  }
};
