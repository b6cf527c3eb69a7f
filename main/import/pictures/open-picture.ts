import type { PlainReason } from '../../../shared/reason.ts';
import type { Metadata, Sharp } from 'sharp';
import sharp from 'sharp';
import type { FileKind } from '../../../shared/record.ts';
import { MOST_PAGES, MOST_PIXELS } from '../limits.ts';
import type { HeldPage } from '../hash-page.ts';
import { hashPage } from '../hash-page.ts';
import type { OpenDocument, Scan } from '../open-document.ts';
import { OCR_DPI } from '../ocr/ocr-dpi.ts';
import type { ReadPage } from '../read-page.ts';
import { Unreadable } from '../unreadable.ts';
import type { Frame } from './frame.ts';
import { refuseBomb } from './frame.ts';
import { GLANCE, isBlank } from './is-blank.ts';
import type { PageSize } from './picture-size.ts';
import { pageSize } from './picture-size.ts';
import { toGray, toPng, turned } from './pixels.ts';
import { readBmp, sizeOfBmp } from './read-bmp.ts';
import { takeLook } from './take-look.ts';
import type { TiffIndex, TiffPage } from './tiff-directory.ts';
import { choosePage, indexTiff } from './tiff-directory.ts';

const UPENDED = 5;
const asShown = ({ width, height }: PageSize, orientation = 1): PageSize =>
  orientation >= UPENDED ? { width: height, height: width } : { width, height };

const sharpFrame = (bytes: Uint8Array, pixels: PageSize, size: PageSize, orientation: number | undefined): Frame => {
  refuseBomb(pixels);
  return {
    pixels: asShown(pixels, orientation),
    size: asShown(size, orientation),
    decode: (strict) =>
      sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: strict ? 'error' : 'none' })
        .autoOrient()
        .flatten({ background: '#ffffff' }),
  };
};

const cannotDecode = (kind: FileKind): PlainReason => ({ code: kind === 'heic' ? 'odd-heic' : 'odd-picture' });

const readMetadata = async (bytes: Uint8Array, kind: FileKind): Promise<Metadata> => {
  try {
    return await sharp(bytes, { limitInputPixels: false, failOn: 'none' }).metadata();
  } catch {
    throw new Unreadable(cannotDecode(kind));
  }
};

const singleFrame = async (bytes: Uint8Array, kind: FileKind): Promise<Frame> => {
  const { width, height, density = null, orientation } = await readMetadata(bytes, kind);
  const pixels = { width, height };
  return sharpFrame(bytes, pixels, pageSize(pixels, density, density), orientation);
};

const tiffFrame = (bytes: Uint8Array, page: TiffPage): Frame => {
  const { width, height, dpiX, dpiY, orientation, isBlackAndWhite } = page;
  const pixels = { width, height };
  const frame = sharpFrame(bytes, pixels, pageSize(pixels, dpiX, dpiY, isBlackAndWhite), orientation);
  return {
    ...frame,
    decode: (strict) => {
      choosePage(bytes, page);
      return frame.decode(strict);
    },
  };
};

const bmpFrame = (bytes: Uint8Array): Frame => {
  const pixels = sizeOfBmp(bytes);
  refuseBomb(pixels);
  return {
    pixels,
    size: pageSize(pixels, null, null),
    decode: () => {
      const { data, width, height } = readBmp(bytes);
      return sharp(data, { raw: { width, height, channels: 3 } });
    },
  };
};

type Frames = { readonly frames: readonly (() => Promise<Frame>)[]; readonly reasons?: readonly PlainReason[] };

/** HEIF holds pictures of two codings; of them sharp decodes AV1 alone. */
const isAvif = async (bytes: Uint8Array): Promise<boolean> => {
  try {
    return (await readMetadata(bytes, 'heic')).compression === 'av1';
  } catch {
    return false;
  }
};

const heifFrames = async (bytes: Uint8Array): Promise<Frames> => {
  if (await isAvif(bytes)) return { frames: [() => singleFrame(bytes, 'heic')] };
  try {
    // Its decoder is loaded with the first photo that needs it.
    const frames = (await import('./heic-frames.ts')).heicFrames(bytes);
    return {
      frames,
      reasons: frames.length > 1 ? [{ code: 'several-photos', values: { photos: frames.length } }] : [],
    };
  } catch {
    throw new Unreadable({ code: 'odd-heic' });
  }
};

/** What there is to say where the list of pages is damaged, or shorter than the file itself says. */
const missingPages = ({ pages, isBroken, promised }: TiffIndex): PlainReason[] =>
  pages.length > 0 && (isBroken || (promised ?? 0) > pages.length)
    ? [{ code: 'pages-not-found', values: { read: pages.length, promised } }]
    : [];

/** One way to each frame of the file; throws for a file of which nothing can be read. */
const framesOf = async (bytes: Uint8Array, kind: FileKind): Promise<Frames> => {
  if (kind === 'heic') return heifFrames(bytes);
  if (kind === 'bmp') return { frames: [() => Promise.resolve(bmpFrame(bytes))] };
  if (kind !== 'tiff') return { frames: [() => singleFrame(bytes, kind)] };
  const index = indexTiff(bytes);
  return {
    frames: index.pages.map((page) => () => Promise.resolve(tiffFrame(bytes, page))),
    reasons: missingPages(index),
  };
};

const TORN = 'This page is damaged; part of its picture is missing. Compare it with the original.';

/** Does something with the picture, torn or whole, and says which; throws when it cannot be decoded at all. */
const withPicture = async <T>(
  frame: Frame,
  use: (picture: Sharp) => Promise<T>,
): Promise<{ readonly value: T; readonly isTorn: boolean }> => {
  try {
    return { value: await use(frame.decode(true)), isTorn: false };
  } catch (error) {
    if (error instanceof Unreadable) throw error;
  }
  try {
    return { value: await use(frame.decode(false)), isTorn: true };
  } catch {
    throw new Unreadable({ code: 'page-unreadable' });
  }
};

const tryDecoding = async (frame: Frame, kind: FileKind): Promise<void> => {
  try {
    await withPicture(frame, (picture) => picture.resize(8).toBuffer());
  } catch {
    throw new Unreadable(cannotDecode(kind));
  }
};

const readFrame = async (frame: Frame, number: number): Promise<ReadPage> => {
  const { value: glance, isTorn } = await withPicture(frame, (picture) =>
    toGray(picture.resize(GLANCE, null, { fit: 'inside', withoutEnlargement: true })),
  );
  const blank = !isTorn && isBlank(glance);
  const held: HeldPage = { kind: 'picture', ...frame.size, text: '', words: new Float32Array(0), blocks: [] };
  return {
    ...held,
    number,
    source: 'none',
    turned: 0,
    confidence: null,
    blank,
    needsOcr: !blank,
    messages: isTorn ? [TORN] : [],
    hash: hashPage(held, glance.data),
    look: takeLook(glance),
  };
};

/** The page in square pixels at a resolution that suits recognition. */
const scanFrame = async (frame: Frame): Promise<Scan> => {
  const inches = frame.size.width / 72;
  const dpi = Math.min(OCR_DPI.most, Math.max(OCR_DPI.least, frame.pixels.width / inches));
  const width = Math.round(inches * dpi);
  const height = Math.max(1, Math.round((frame.size.height / 72) * dpi));
  const { value } = await withPicture(frame, (picture) =>
    toGray(
      width === frame.pixels.width && height === frame.pixels.height
        ? picture
        : picture.resize(width, height, { fit: 'fill' }),
    ),
  );
  return { picture: value, ...frame.size };
};

/**
 * Opens a TIFF of any number of pages, a JPEG, PNG, GIF (its first frame), BMP or HEIF (every photo of it a page);
 * throws {@link Unreadable} when nothing of it can be decoded.
 */
export const openPicture = async (kind: FileKind, bytes: Uint8Array): Promise<OpenDocument> => {
  const { frames, reasons = [] } = await framesOf(bytes, kind);
  if (frames.length === 0) throw new Unreadable(cannotDecode(kind));
  if (frames.length > MOST_PAGES) throw new Unreadable({ code: 'too-many-pages', values: { most: MOST_PAGES } });
  const frameOf = (number: number): Promise<Frame> => {
    const frame = frames[number - 1];
    return frame === undefined ? Promise.reject(new Unreadable({ code: 'page-unreadable' })) : frame();
  };
  // A file of one page that cannot be decoded fails as a file.
  if (frames.length === 1) await tryDecoding(await frameOf(1), kind);
  return {
    kind,
    pages: frames.length,
    reasons,
    read: async (number) => readFrame(await frameOf(number), number),
    picture: async (number, width, turn) => {
      const frame = await frameOf(number);
      const isUpended = turn === 90 || turn === 270;
      const across = isUpended ? Math.max(1, Math.round((width * frame.size.width) / frame.size.height)) : width;
      const down = Math.max(1, Math.round((across * frame.size.height) / frame.size.width));
      const { value } = await withPicture(frame, async (picture) =>
        toPng(await turned(picture.resize(across, down, { fit: 'fill' }), turn)),
      );
      return value;
    },
    scan: async (number) => scanFrame(await frameOf(number)),
    close: () => undefined,
  };
};
