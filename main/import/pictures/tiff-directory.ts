/** A page of a TIFF as its directory tells it. `index` is its place among all directories, thumbnails counted. */
export type TiffPage = {
  readonly index: number;
  readonly width: number;
  readonly height: number;
  /** Dots an inch; null when the file does not say. */
  readonly dpiX: number | null;
  readonly dpiY: number | null;
};

const IMAGE_WIDTH = 256;
const IMAGE_LENGTH = 257;
const SUBFILE = 254;
const X_RESOLUTION = 282;
const Y_RESOLUTION = 283;
const RESOLUTION_UNIT = 296;
const CENTIMETRE = 3;
const REDUCED = 1;

const MOST_DIRECTORIES = 100_000;

type Reader = { readonly view: DataView; readonly little: boolean; readonly big: boolean };

const offsetAt = ({ view, little, big }: Reader, at: number): number => (big ? Number(view.getBigUint64(at, little)) : view.getUint32(at, little));

/** A number of one entry: SHORT, LONG, LONG8 or RATIONAL (TIFF 6.0, section 2). */
const valueAt = (reader: Reader, at: number): number | null => {
  const { view, little, big } = reader;
  const type = view.getUint16(at + 2, little);
  const value = at + (big ? 12 : 8);
  if (type === 3) return view.getUint16(value, little);
  if (type === 4) return view.getUint32(value, little);
  if (type === 16) return Number(view.getBigUint64(value, little));
  if (type !== 5) return null;
  const rational = big ? value : offsetAt(reader, value);
  const below = view.getUint32(rational + 4, little);
  return below === 0 ? null : view.getUint32(rational, little) / below;
};

type Directory = { readonly tags: ReadonlyMap<number, number>; readonly next: number };

const readDirectory = (reader: Reader, at: number): Directory => {
  const { view, little, big } = reader;
  const count = big ? Number(view.getBigUint64(at, little)) : view.getUint16(at, little);
  const [head, size] = big ? [8, 20] : [2, 12];
  const tags = new Map<number, number>();
  for (let entry = 0; entry < Math.min(count, 1000); entry += 1) {
    const place = at + head + entry * size;
    const tag = view.getUint16(place, little);
    if (tag < SUBFILE || tag > RESOLUTION_UNIT) continue;
    const value = valueAt(reader, place);
    if (value !== null) tags.set(tag, value);
  }
  return { tags, next: offsetAt(reader, at + head + count * size) };
};

const toPage = ({ tags }: Directory, index: number): TiffPage => {
  const scale = tags.get(RESOLUTION_UNIT) === CENTIMETRE ? 2.54 : tags.get(RESOLUTION_UNIT) === 1 ? 0 : 1;
  const dpi = (tag: number): number | null => (tags.get(tag) ?? 0) * scale || null;
  return { index, width: tags.get(IMAGE_WIDTH) ?? 0, height: tags.get(IMAGE_LENGTH) ?? 0, dpiX: dpi(X_RESOLUTION), dpiY: dpi(Y_RESOLUTION) };
};

/** The pages of a TIFF or BigTIFF from its chain of directories, nothing decoded; thumbnails are left out, a chain that runs in a circle or off the file ends there. */
export const tiffPages = (bytes: Uint8Array): TiffPage[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const little = bytes[0] === 0x49;
  const big = view.getUint16(2, little) === 43;
  const reader = { view, little, big };
  const pages: TiffPage[] = [];
  const seen = new Set<number>();
  let at = offsetAt(reader, big ? 8 : 4);
  try {
    for (let index = 0; at > 0 && !seen.has(at) && index < MOST_DIRECTORIES; index += 1) {
      seen.add(at);
      const directory = readDirectory(reader, at);
      if (((directory.tags.get(SUBFILE) ?? 0) & REDUCED) === 0) pages.push(toPage(directory, index));
      at = directory.next;
    }
  } catch {
    // The file ends within a directory: what came before it stands.
  }
  return pages;
};
