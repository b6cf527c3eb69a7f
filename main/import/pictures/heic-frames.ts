import sharp from 'sharp';
import { MOST_HEIC_PIXELS } from '../limits.ts';
import type { Frame } from './frame.ts';
import { refuseBomb } from './frame.ts';
import { pageSize } from './picture-size.ts';
import type { HeicPhoto, HeicPixels } from './read-heic.ts';
import { closeHeic, decodeHeic, heicPhotos } from './read-heic.ts';

/**
 * Milliseconds for which the photo decoded last is kept: it is asked for several times in a row, and decoding takes
 * seconds.
 */
const KEPT = 10_000;

let last: { readonly bytes: Uint8Array; readonly id: number; readonly pixels: HeicPixels } | undefined;
let forget: NodeJS.Timeout | undefined;

const decodeOnce = (bytes: Uint8Array, id: number): HeicPixels => {
  clearTimeout(forget);
  forget = setTimeout(() => {
    last = undefined;
    closeHeic();
  }, KEPT).unref();
  if (last?.bytes === bytes && last.id === id) return last.pixels;
  last = undefined;
  const pixels = decodeHeic(bytes, id);
  last = { bytes, id, pixels };
  return pixels;
};

const heicFrame = (bytes: Uint8Array, { id, width, height }: HeicPhoto): Frame => {
  const pixels = { width, height };
  refuseBomb(pixels, MOST_HEIC_PIXELS);
  return {
    pixels,
    size: pageSize(pixels, null, null),
    decode: (strict) => {
      const { data, channels, isTorn, ...raw } = decodeOnce(bytes, id);
      if (strict && isTorn) throw new Error('a part is missing');
      return sharp(data, { raw: { ...raw, channels } }).flatten({ background: '#ffffff' });
    },
  };
};

/**
 * One way to each photo of an HEIF file coded as HEVC. Their turns are the decoder's work; what EXIF says of them is
 * not asked.
 */
export const heicFrames = (bytes: Uint8Array): readonly (() => Promise<Frame>)[] =>
  heicPhotos(bytes).map((photo) => () => Promise.resolve(heicFrame(bytes, photo)));
