import { Unreadable } from '../unreadable.ts';

/** Three bytes a pixel: red, green, blue. */
export type RgbPicture = { readonly data: Uint8Array; readonly width: number; readonly height: number };

const BI_RGB = 0;
const BI_RLE8 = 1;
const BI_RLE4 = 2;
const BI_BITFIELDS = 3;

type Header = {
  readonly start: number;
  readonly width: number;
  readonly height: number;
  readonly isTopDown: boolean;
  readonly bits: number;
  readonly packing: number;
  readonly palette: (index: number) => readonly [number, number, number];
  readonly masks: readonly number[];
};

const readHeader = (bytes: Uint8Array): Header => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const size = view.getUint32(14, true);
  const isOld = size === 12;
  const tall = isOld ? view.getInt16(20, true) : view.getInt32(22, true);
  const bits = view.getUint16(isOld ? 24 : 28, true);
  const packing = isOld ? BI_RGB : view.getUint32(30, true);
  const entry = isOld ? 3 : 4;
  const palette = (index: number): readonly [number, number, number] => {
    const at = 14 + size + index * entry;
    return [bytes[at + 2] ?? 0, bytes[at + 1] ?? 0, bytes[at] ?? 0];
  };
  const masks =
    packing === BI_BITFIELDS
      ? [54, 58, 62].map((at) => view.getUint32(at, true))
      : bits === 16
        ? [0x7c00, 0x3e0, 0x1f]
        : [0xff0000, 0xff00, 0xff];
  return {
    start: view.getUint32(10, true),
    width: isOld ? view.getInt16(18, true) : view.getInt32(18, true),
    height: Math.abs(tall),
    isTopDown: tall < 0,
    bits,
    packing,
    palette,
    masks,
  };
};

/** The indexes of a run-length packed picture, bottom row first (Windows GDI, "Bitmap compression"). */
const unpackRuns = (bytes: Uint8Array, { start, width, height, packing }: Header): Uint8Array => {
  const indexes = new Uint8Array(width * height);
  const isNibbles = packing === BI_RLE4;
  let x = 0;
  let y = 0;
  let at = start;
  const put = (index: number): void => {
    if (x < width && y < height) indexes[y * width + x] = index;
    x += 1;
  };
  while (at + 1 < bytes.length && y < height) {
    const count = bytes[at] ?? 0;
    const value = bytes[at + 1] ?? 0;
    at += 2;
    if (count > 0) {
      for (let run = 0; run < count; run += 1) put(isNibbles ? (run % 2 === 0 ? value >> 4 : value & 15) : value);
    } else if (value === 0) {
      x = 0;
      y += 1;
    } else if (value === 1) {
      break;
    } else if (value === 2) {
      x += bytes[at] ?? 0;
      y += bytes[at + 1] ?? 0;
      at += 2;
    } else {
      for (let run = 0; run < value; run += 1) {
        const byte = bytes[at + (isNibbles ? run >> 1 : run)] ?? 0;
        put(isNibbles ? (run % 2 === 0 ? byte >> 4 : byte & 15) : byte);
      }
      const length = isNibbles ? (value + 1) >> 1 : value;
      at += length + (length % 2);
    }
  }
  return indexes;
};

const channel = (value: number, mask: number): number => {
  if (mask === 0) return 0;
  const shift = 31 - Math.clz32(mask & -mask);
  return Math.round((((value & mask) >>> shift) * 255) / (mask >>> shift));
};

/** The colour of each pixel by its place in the file's own rows. */
const pixelReader = (
  bytes: Uint8Array,
  header: Header,
): ((x: number, row: number) => readonly [number, number, number]) => {
  const { start, width, bits, packing, palette, masks } = header;
  if (packing === BI_RLE8 || packing === BI_RLE4) {
    const indexes = unpackRuns(bytes, header);
    return (x, row) => palette(indexes[row * width + x] ?? 0);
  }
  const stride = Math.ceil((width * bits) / 32) * 4;
  if (bits <= 8) {
    return (x, row) => {
      const byte = bytes[start + row * stride + ((x * bits) >> 3)] ?? 0;
      return palette((byte >> (8 - bits - ((x * bits) & 7))) & ((1 << bits) - 1));
    };
  }
  const size = bits / 8;
  const [red = 0, green = 0, blue = 0] = masks;
  return (x, row) => {
    const at = start + row * stride + x * size;
    if (size === 3) return [bytes[at + 2] ?? 0, bytes[at + 1] ?? 0, bytes[at] ?? 0];
    const value =
      (bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      (size === 4 ? (bytes[at + 3] ?? 0) << 24 : 0);
    return [channel(value, red), channel(value, green), channel(value, blue)];
  };
};

/** Size in pixels, nothing decoded. */
export const sizeOfBmp = (bytes: Uint8Array): { readonly width: number; readonly height: number } => {
  const { width, height } = readHeader(bytes);
  return { width, height };
};

/** Decodes a Windows bitmap: 1 to 32 bits a pixel, run-length packed or not. */
export const readBmp = (bytes: Uint8Array): RgbPicture => {
  const header = readHeader(bytes);
  const { width, height, isTopDown, bits, packing } = header;
  if (width < 1 || height < 1 || ![1, 2, 4, 8, 16, 24, 32].includes(bits) || packing > BI_BITFIELDS)
    throw new Unreadable({ code: 'damaged', values: { what: 'picture' } });
  const colourAt = pixelReader(bytes, header);
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    const row = isTopDown ? y : height - 1 - y;
    for (let x = 0; x < width; x += 1) data.set(colourAt(x, row), (y * width + x) * 3);
  }
  return { data, width, height };
};
