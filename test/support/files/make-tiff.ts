/** One page as it is to be stored: `data` is its only strip. Tags of one number each. */
export type TiffPageToMake = {
  readonly width: number;
  readonly height: number;
  readonly bits: 1 | 8;
  readonly data: Uint8Array;
  readonly tags?: Readonly<Record<number, number>>;
};

export type TiffShape = { readonly isBig?: boolean; readonly isBigEndian?: boolean };

const SHORT = 3;
const LONG = 4;

/** A gray TIFF or BigTIFF (TIFF 6.0, section 2) of any number of pages; pages with the same `data` share it. */
export const makeTiff = (
  pages: readonly TiffPageToMake[],
  { isBig = false, isBigEndian = false }: TiffShape = {},
): Buffer => {
  const little = !isBigEndian;
  const [head, count, entry, offset] = isBig ? [16, 8, 20, 8] : [8, 2, 12, 4];
  const places = new Map<Uint8Array, number>();
  let length = head;
  for (const { data } of pages) {
    if (places.has(data)) continue;
    places.set(data, length);
    length += data.length + (data.length % 2);
  }
  const entries = pages.map(({ width, height, bits, data, tags = {} }) =>
    Object.entries({
      256: width,
      257: height,
      258: bits,
      259: 1,
      262: 1,
      273: places.get(data) ?? 0,
      277: 1,
      278: height,
      279: data.length,
      ...tags,
    })
      .map(([tag, value]) => [Number(tag), value] as const)
      .sort(([a], [b]) => a - b),
  );
  const sizes = entries.map((own) => count + own.length * entry + offset);
  const bytes = Buffer.alloc(length + sizes.reduce((sum, size) => sum + size, 0));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const putOffset = (at: number, value: number): void =>
    isBig ? view.setBigUint64(at, BigInt(value), little) : view.setUint32(at, value, little);
  bytes.write(little ? 'II' : 'MM', 'latin1');
  view.setUint16(2, isBig ? 43 : 42, little);
  if (isBig) view.setUint16(4, 8, little);
  for (const [data, at] of places) bytes.set(data, at);
  let link = isBig ? 8 : 4;
  let at = length;
  entries.forEach((own, page) => {
    putOffset(link, at);
    if (isBig) view.setBigUint64(at, BigInt(own.length), little);
    else view.setUint16(at, own.length, little);
    own.forEach(([tag, value], index) => {
      const place = at + count + index * entry;
      const isShort = value < 65_536;
      view.setUint16(place, tag, little);
      view.setUint16(place + 2, isShort ? SHORT : LONG, little);
      putOffset(place + 4, 1);
      if (isShort) view.setUint16(place + 4 + offset, value, little);
      else view.setUint32(place + 4 + offset, value, little);
    });
    link = at + count + own.length * entry;
    at += sizes[page] ?? 0;
  });
  return bytes;
};
