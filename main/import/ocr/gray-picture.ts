import type { Sharp } from 'sharp';
import sharp from 'sharp';
import type { Turn } from '../../../shared/page.ts';

/** A picture of one byte a pixel, 0 black to 255 white. */
export type GrayPicture = { readonly data: Uint8Array; readonly width: number; readonly height: number };

const asSharp = ({ data, width, height }: GrayPicture): Sharp => sharp(data, { raw: { width, height, channels: 1 } });

const take = async (picture: Sharp): Promise<GrayPicture> => {
  const { data, info } = await picture.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
};

/** Turned clockwise by quarters. */
export const turnPicture = (picture: GrayPicture, turn: Turn): Promise<GrayPicture> =>
  turn === 0 ? Promise.resolve(picture) : take(asSharp(picture).rotate(turn));

/** Turned clockwise by any angle in degrees, about its middle, on white; the picture grows to hold its corners. */
export const rotatePicture = (picture: GrayPicture, degrees: number): Promise<GrayPicture> =>
  degrees === 0 ? Promise.resolve(picture) : take(asSharp(picture).rotate(degrees, { background: '#ffffff' }));

export const resizePicture = (picture: GrayPicture, width: number, height: number): Promise<GrayPicture> =>
  width === picture.width && height === picture.height ? Promise.resolve(picture) : take(asSharp(picture).resize(width, height, { fit: 'fill', kernel: 'cubic' }));

export const blurPicture = (picture: GrayPicture, sigma: number): Promise<GrayPicture> => take(asSharp(picture).blur(sigma));

/** Rows `top` to `bottom`, exclusive. */
export const cutRows = ({ data, width, height }: GrayPicture, top: number, bottom: number): GrayPicture => {
  const end = Math.min(height, bottom);
  return { data: data.subarray(top * width, end * width), width, height: end - top };
};

export const grayToPng = (picture: GrayPicture): Promise<Buffer> => asSharp(picture).toColourspace('b-w').png({ compressionLevel: 1, adaptiveFiltering: false }).toBuffer();
