import type { Sharp } from 'sharp';
import sharp from 'sharp';
import type { Turn } from '../../../shared/page.ts';
import type { GrayPicture } from '../ocr/gray-picture.ts';

// A parser process works on one page at a time; more threads would only take the cores from the other processes.
sharp.concurrency(1);
sharp.cache(false);

/** Four bytes a pixel: red, green, blue and one that means nothing. */
export type Pixels = { readonly data: Uint8Array; readonly width: number; readonly height: number };

export const asSharp = ({ data, width, height }: Pixels): Sharp =>
  sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha();

/** The picture as a PNG, packed fast rather than small. */
export const toPng = async (picture: Sharp): Promise<Uint8Array> =>
  picture.png({ compressionLevel: 2, adaptiveFiltering: false }).toBuffer();

/** Turned clockwise after everything else has been done to it. */
export const turned = async (picture: Sharp, turn: Turn): Promise<Sharp> => {
  if (turn === 0) return picture;
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } }).rotate(turn);
};

export const toGray = async (picture: Sharp): Promise<GrayPicture> => {
  const { data, info } = await picture.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
};
