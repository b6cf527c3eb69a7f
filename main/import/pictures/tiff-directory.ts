/** A page of a TIFF as its directory tells it. */
export type TiffPage = {
  /**
   * Where its directory begins and where, in it, the place of the next one stands, in bytes from the start of the file.
   */
  readonly at: number;
  readonly link: number;
  readonly width: number;
  readonly height: number;
  /** Dots an inch; null when the file does not say. */
  readonly dpiX: number | null;
  readonly dpiY: number | null;
  /** 1 to 8, as EXIF counts them. */
  readonly orientation: number;
};

const IMAGE_WIDTH = 256;
const IMAGE_LENGTH = 257;
const SUBFILE = 254;
const ORIENTATION = 274;
const X_RESOLUTION = 282;
const Y_RESOLUTION = 283;
const RESOLUTION_UNIT = 296;
const CENTIMETRE = 3;
const REDUCED = 1;

const MOST_DIRECTORIES = 100_000;

type Reader = { readonly view: DataView; readonly little: boolean; readonly big: boolean };

const offsetAt = ({ view, little, big }: Reader, at: number): number =>
  big ? Number(view.getBigUint64(at, little)) : view.getUint32(at, little);

const setOffset = ({ view, little, big }: Reader, at: number, offset: number): void => {
  if (big) view.setBigUint64(at, BigInt(offset), little);
  else view.setUint32(at, offset, little);
};

const readerOf = (bytes: Uint8Array): Reader => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const little = bytes[0] === 0x49;
  return { view, little, big: view.getUint16(2, little) === BIG };
};

const BIG = 43;
/** Where the header says where the first directory is. */
const firstLink = ({ big }: Reader): number => (big ? 8 : 4);

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

type Directory = { readonly tags: ReadonlyMap<number, number>; readonly link: number };

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
  return { tags, link: at + head + count * size };
};

const toPage = ({ tags, link }: Directory, at: number): TiffPage => {
  const scale = tags.get(RESOLUTION_UNIT) === CENTIMETRE ? 2.54 : tags.get(RESOLUTION_UNIT) === 1 ? 0 : 1;
  const dpi = (tag: number): number | null => (tags.get(tag) ?? 0) * scale || null;
  return {
    at,
    link,
    width: tags.get(IMAGE_WIDTH) ?? 0,
    height: tags.get(IMAGE_LENGTH) ?? 0,
    dpiX: dpi(X_RESOLUTION),
    dpiY: dpi(Y_RESOLUTION),
    orientation: tags.get(ORIENTATION) ?? 1,
  };
};

/**
 * The pages of a TIFF or BigTIFF from its chain of directories, nothing decoded; thumbnails are left out, a chain that
 * runs in a circle or off the file ends there.
 */
export const tiffPages = (bytes: Uint8Array): TiffPage[] => {
  const pages: TiffPage[] = [];
  const seen = new Set<number>();
  try {
    const reader = readerOf(bytes);
    for (let at = offsetAt(reader, firstLink(reader)); at > 0 && !seen.has(at) && seen.size < MOST_DIRECTORIES;) {
      seen.add(at);
      const directory = readDirectory(reader, at);
      const next = offsetAt(reader, directory.link);
      if (((directory.tags.get(SUBFILE) ?? 0) & REDUCED) === 0) pages.push(toPage(directory, at));
      at = next;
    }
  } catch {
    // The file ends within a directory: what came before it stands.
  }
  return pages;
};

/**
 * Makes a page the only one of its file, in place: decoders walk the whole chain of directories to find one, and a long
 * file would cost the square of its pages. The pages that {@link tiffPages} gave can be chosen again and again.
 */
export const choosePage = (bytes: Uint8Array, { at, link }: TiffPage): void => {
  const reader = readerOf(bytes);
  setOffset(reader, firstLink(reader), at);
  setOffset(reader, link, 0);
};
