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
  width === picture.width && height === picture.height
    ? Promise.resolve(picture)
    : take(asSharp(picture).resize(width, height, { fit: 'fill', kernel: 'cubic' }));

export const blurPicture = (picture: GrayPicture, sigma: number): Promise<GrayPicture> =>
  take(asSharp(picture).blur(sigma));

/** Rows `top` to `bottom`, exclusive. */
export const cutRows = ({ data, width, height }: GrayPicture, top: number, bottom: number): GrayPicture => {
  const end = Math.min(height, bottom);
  return { data: data.subarray(top * width, end * width), width, height: end - top };
};

const BMP_HEAD = 54;
const SHADES = 256;

/** As a Windows bitmap of 256 shades, which is written and read without any packing. */
export const grayToBmp = ({ data, width, height }: GrayPicture): Uint8Array => {
  const stride = Math.ceil(width / 4) * 4;
  const start = BMP_HEAD + SHADES * 4;
  const bytes = new Uint8Array(start + stride * height);
  const view = new DataView(bytes.buffer);
  bytes.set([0x42, 0x4d]);
  [
    [2, bytes.length],
    [10, start],
    [14, 40],
    [18, width],
    [22, height],
    [34, stride * height],
    [46, SHADES],
  ].forEach(([at = 0, value = 0]) => {
    view.setUint32(at, value, true);
  });
  view.setUint16(26, 1, true);
  view.setUint16(28, 8, true);
  for (let shade = 0; shade < SHADES; shade += 1) view.setUint32(BMP_HEAD + shade * 4, shade * 0x010101, true);
  // Rows run from the bottom up.
  for (let y = 0; y < height; y += 1)
    bytes.set(data.subarray(y * width, (y + 1) * width), start + (height - 1 - y) * stride);
  return bytes;
};
