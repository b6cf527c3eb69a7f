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
  /** Of one bit a pixel. */
  readonly isBlackAndWhite: boolean;
};

const IMAGE_WIDTH = 256;
const IMAGE_LENGTH = 257;
const SUBFILE = 254;
const BITS = 258;
const SAMPLES = 277;
const ORIENTATION = 274;
const X_RESOLUTION = 282;
const Y_RESOLUTION = 283;
const RESOLUTION_UNIT = 296;
const PAGE_NUMBER = 297;
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
  if (rational + 8 > view.byteLength) return null;
  const below = view.getUint32(rational + 4, little);
  return below === 0 ? null : view.getUint32(rational, little) / below;
};

type Directory = {
  readonly tags: ReadonlyMap<number, number>;
  readonly link: number;
  /** How many pages the file has, as this one tells; 0 where it does not. */
  readonly promised: number;
};

const readDirectory = (reader: Reader, at: number): Directory => {
  const { view, little, big } = reader;
  const count = big ? Number(view.getBigUint64(at, little)) : view.getUint16(at, little);
  const [head, size] = big ? [8, 20] : [2, 12];
  const tags = new Map<number, number>();
  let promised = 0;
  for (let entry = 0; entry < Math.min(count, 1000); entry += 1) {
    const place = at + head + entry * size;
    const tag = view.getUint16(place, little);
    // Two numbers: which page this is, and of how many.
    if (tag === PAGE_NUMBER) promised = view.getUint16(place + (big ? 14 : 10), little);
    if (tag < SUBFILE || tag > RESOLUTION_UNIT) continue;
    const value = valueAt(reader, place);
    if (value !== null) tags.set(tag, value);
  }
  return { tags, link: at + head + count * size, promised };
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
    isBlackAndWhite: (tags.get(BITS) ?? 1) === 1 && (tags.get(SAMPLES) ?? 1) === 1,
  };
};

/** The pages of a TIFF, and what is wrong with its list of them. */
export type TiffIndex = {
  readonly pages: readonly TiffPage[];
  /** The chain of directories ends in nothing: pages behind the break were searched for. */
  readonly isBroken: boolean;
  /** How many pages the file says that it has; null where it does not. */
  readonly promised: number | null;
};

type Found = { readonly at: number; readonly directory: Directory };

/** The directories that the chain leads to; a chain that runs in a circle or off the file is broken. */
const followChain = (reader: Reader): { readonly found: readonly Found[]; readonly isBroken: boolean } => {
  const found: Found[] = [];
  const seen = new Set<number>();
  try {
    let at = offsetAt(reader, firstLink(reader));
    while (at > 0 && !seen.has(at) && seen.size < MOST_DIRECTORIES) {
      seen.add(at);
      const directory = readDirectory(reader, at);
      if (!isPicture(directory)) return { found, isBroken: true };
      const next = offsetAt(reader, directory.link);
      found.push({ at, directory });
      at = next;
    }
    return { found, isBroken: at > 0 || found.length === 0 };
  } catch {
    // The file ends within a directory, or before one: what came before it stands.
    return { found, isBroken: true };
  }
};

const isPicture = ({ tags }: Directory): boolean =>
  (tags.get(IMAGE_WIDTH) ?? 0) > 0 && (tags.get(IMAGE_LENGTH) ?? 0) > 0;

const LEAST_ENTRIES = 4;
const MOST_ENTRIES = 100;
const MOST_TYPE = 18;

/** How many entries a directory at this place would have; the rest of a long number is looked at by whoever asks on. */
const entriesAt = ({ view, little, big }: Reader, at: number): number =>
  view.getUint16(big && !little ? at + 6 : at, little);

/** Whether what stands here can be nothing but a directory: tags in rising order, of known types, with a picture's. */
const isDirectoryAt = (reader: Reader, at: number): boolean => {
  const { view, little, big } = reader;
  const [head, size] = big ? [8, 20] : [2, 12];
  const count = entriesAt(reader, at);
  if (count < LEAST_ENTRIES || count > MOST_ENTRIES) return false;
  if (at + head + count * size + (big ? 8 : 4) > view.byteLength) return false;
  if (big && view.getBigUint64(at, little) !== BigInt(count)) return false;
  let before = SUBFILE - 1;
  for (let place = at + head; place < at + head + count * size; place += size) {
    const tag = view.getUint16(place, little);
    const type = view.getUint16(place + 2, little);
    const isFirst = before < SUBFILE;
    if (tag <= before || type === 0 || type > MOST_TYPE || (isFirst && tag > IMAGE_WIDTH)) return false;
    before = tag;
  }
  return isPicture(readDirectory(reader, at));
};

/** Directories that no chain leads to, in the order of the file: they begin at even places. */
const searchDirectories = (reader: Reader, known: readonly Found[]): Found[] => {
  const seen = new Set(known.map(({ at }) => at));
  const found: Found[] = [];
  for (let at = 8; at + 8 <= reader.view.byteLength && found.length < MOST_DIRECTORIES; at += 2) {
    if (!isDirectoryAt(reader, at) || seen.has(at)) continue;
    found.push({ at, directory: readDirectory(reader, at) });
  }
  return found;
};

/**
 * The pages of a TIFF or BigTIFF from its chain of directories, nothing decoded; thumbnails are left out. Where the
 * chain is broken, directories behind the break are searched for, and stand behind those that the chain leads to.
 */
export const indexTiff = (bytes: Uint8Array): TiffIndex => {
  if (bytes.length < 8) return { pages: [], isBroken: true, promised: null };
  const reader = readerOf(bytes);
  const { found, isBroken } = followChain(reader);
  const all = isBroken ? [...found, ...searchDirectories(reader, found)] : found;
  const shown = all.filter(({ directory }) => ((directory.tags.get(SUBFILE) ?? 0) & REDUCED) === 0);
  return {
    pages: shown.map(({ at, directory }) => toPage(directory, at)),
    isBroken,
    promised: Math.max(0, ...shown.map(({ directory }) => directory.promised)) || null,
  };
};

/**
 * Makes a page the only one of its file, in place: decoders walk the whole chain of directories to find one, and a long
 * file would cost the square of its pages. The pages that {@link indexTiff} gave can be chosen again and again.
 */
export const choosePage = (bytes: Uint8Array, { at, link }: TiffPage): void => {
  const reader = readerOf(bytes);
  setOffset(reader, firstLink(reader), at);
  setOffset(reader, link, 0);
};
