import type { Sharp } from 'sharp';
import sharp from 'sharp';
import { startPictureParser } from '../support/picture-build.ts';
import type { ReaderPool } from '../../main/import/read-page.ts';
import { createReaderPool } from '../../main/import/reader-pool.ts';
import { makeHeic } from '../support/files/make-heic.ts';
import { makeTiff } from '../support/files/make-tiff.ts';
import { readFile } from '../support/read-file.ts';

let pool: ReaderPool;
beforeAll(() => {
  pool = createReaderPool({ start: startPictureParser, size: 1 });
});
afterAll(() => pool.close());

const WIDTH = 128;
const HEIGHT = 160;
/** White, with a bar over the upper left that looks different from every side. */
const isInk = (x: number, y: number): boolean => x < 64 && y >= 16 && y < 48;
const GRAY = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, at) =>
  isInk(at % WIDTH, Math.floor(at / WIDTH)) ? 0 : 255,
);
const picture = (): Sharp => sharp(GRAY, { raw: { width: WIDTH, height: HEIGHT, channels: 1 } });

/** Which corner of the upright page each pixel of the stored one belongs to (TIFF 6.0, Orientation). */
const UPRIGHT: Readonly<Record<number, (x: number, y: number) => readonly [number, number]>> = {
  1: (x, y) => [x, y],
  2: (x, y) => [WIDTH - 1 - x, y],
  3: (x, y) => [WIDTH - 1 - x, HEIGHT - 1 - y],
  4: (x, y) => [x, HEIGHT - 1 - y],
  5: (x, y) => [y, x],
  6: (x, y) => [WIDTH - 1 - y, x],
  7: (x, y) => [WIDTH - 1 - y, HEIGHT - 1 - x],
  8: (x, y) => [y, HEIGHT - 1 - x],
};

const turnedTiff = (orientation: number): Buffer => {
  const [width, height] = orientation >= 5 ? [HEIGHT, WIDTH] : [WIDTH, HEIGHT];
  const data = Uint8Array.from({ length: width * height }, (_, at) =>
    isInk(...(UPRIGHT[orientation]!(at % width, Math.floor(at / width)) as [number, number])) ? 0 : 255,
  );
  return makeTiff([{ width, height, bits: 8, data, tags: { 274: orientation } }]);
};

/** One bit a pixel, 1 white. */
const BITS = Uint8Array.from({ length: (WIDTH / 8) * HEIGHT }, (_, at) =>
  isInk((at % (WIDTH / 8)) * 8, Math.floor(at / (WIDTH / 8))) ? 0 : 255,
);
const reversed = (byte: number): number => parseInt(byte.toString(2).padStart(8, '0').split('').reverse().join(''), 2);

/** The rows as modified Huffman codes (ITU-T T.4): only runs of 0, 64 and 128 pixels come up. */
const huffman = (endOfLine: string): Uint8Array => {
  const white = { 0: '00110101', 64: '11011', 128: '10010' };
  const black = { 0: '0000110111', 64: '0000001111' };
  const row = (y: number): string =>
    isInk(0, y) ? white[0] + black[64] + black[0] + white[64] + white[0] : white[128] + white[0];
  const rows = Array.from({ length: HEIGHT }, (_, y) =>
    endOfLine === '' ? row(y).padEnd(Math.ceil(row(y).length / 8) * 8, '0') : endOfLine + row(y),
  );
  return Uint8Array.from(rows.join('').match(/.{1,8}/g)!, (bits) => parseInt(bits.padEnd(8, '0'), 2));
};
const bilevel = (data: Uint8Array, tags: Record<number, number>): Buffer =>
  makeTiff([{ width: WIDTH, height: HEIGHT, bits: 1, data, tags: { 262: 0, ...tags } }]);

const exif = (orientation: number, format: 'jpeg' | 'png'): Promise<Buffer> => {
  const [width, height] = orientation >= 5 ? [HEIGHT, WIDTH] : [WIDTH, HEIGHT];
  const data = Uint8Array.from({ length: width * height }, (_, at) =>
    isInk(...(UPRIGHT[orientation]!(at % width, Math.floor(at / width)) as [number, number])) ? 0 : 255,
  );
  return sharp(data, { raw: { width, height, channels: 1 } })
    .withMetadata({ orientation })
    .toFormat(format)
    .toBuffer();
};

const PHOTO = { width: WIDTH, height: HEIGHT, light: (x: number, y: number) => (isInk(x, y) ? 0 : 255) };
/** A photo as a telephone stores it that was held on its side: its turn is told twice. */
const heldAside = (turns: number, orientation: number): Buffer =>
  makeHeic({
    width: HEIGHT,
    height: WIDTH,
    light: (x, y) => (isInk(...(UPRIGHT[orientation]!(x, y) as [number, number])) ? 0 : 255),
    turns,
    exifOrientation: orientation,
  });

const CASES: readonly (readonly [title: string, make: () => Buffer | Promise<Buffer>])[] = [
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((turn) => [`a TIFF with orientation ${turn}`, () => turnedTiff(turn)] as const),
  ['a TIFF in G3, one-dimensional', () => bilevel(huffman('000000000001'), { 259: 3 })],
  ['a TIFF in modified Huffman code', () => bilevel(huffman(''), { 259: 2 })],
  ['a TIFF in G4', () => picture().toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer()],
  [
    'a TIFF with its bits in reverse order',
    () => makeTiff([{ width: WIDTH, height: HEIGHT, bits: 1, data: BITS.map(reversed), tags: { 266: 2 } }]),
  ],
  [
    'a TIFF in which black is one',
    () => makeTiff([{ width: WIDTH, height: HEIGHT, bits: 1, data: BITS.map((byte) => 255 - byte), tags: { 262: 0 } }]),
  ],
  [
    'a TIFF of the other byte order',
    () => makeTiff([{ width: WIDTH, height: HEIGHT, bits: 8, data: GRAY }], { isBigEndian: true }),
  ],
  ['a BigTIFF', () => makeTiff([{ width: WIDTH, height: HEIGHT, bits: 8, data: GRAY }], { isBig: true })],
  ...(['none', 'lzw', 'deflate', 'packbits', 'jpeg'] as const).map(
    (compression) => [`a TIFF in ${compression}`, () => picture().tiff({ compression }).toBuffer()] as const,
  ),
  [
    'a TIFF in tiles',
    () => picture().tiff({ compression: 'lzw', tile: true, tileWidth: 64, tileHeight: 64 }).toBuffer(),
  ],
  ['a TIFF of 16 bits', () => picture().toColourspace('grey16').tiff({ compression: 'lzw' }).toBuffer()],
  ['a TIFF in CMYK', () => picture().toColourspace('cmyk').tiff({ compression: 'lzw' }).toBuffer()],
  ['a JPEG in CMYK', () => picture().toColourspace('cmyk').jpeg().toBuffer()],
  ['a progressive JPEG', () => picture().jpeg({ progressive: true }).toBuffer()],
  ...[3, 6, 8].map((turn) => [`a JPEG that was turned (${turn})`, () => exif(turn, 'jpeg')] as const),
  ['a PNG that was turned', () => exif(6, 'png')],
  [
    'a PNG with a see-through ground',
    () =>
      sharp(Buffer.from(Array.from(GRAY, (light) => [0, 0, 0, 255 - light]).flat()), {
        raw: { width: WIDTH, height: HEIGHT, channels: 4 },
      })
        .png()
        .toBuffer(),
  ],
  ['a PNG of 16 bits', () => picture().toColourspace('grey16').png().toBuffer()],
  ['a GIF', () => picture().gif().toBuffer()],
  ['an AVIF', () => picture().avif({ quality: 80 }).toBuffer()],
  ['a HEIC', () => makeHeic(PHOTO)],
  ['a HEIC in tiles, with a thumbnail', () => makeHeic({ ...PHOTO, isInTiles: true, hasThumbnail: true })],
  ['a HEIC that was turned by 270 degrees', () => heldAside(3, 6)],
  ['a HEIC that was turned by 90 degrees', () => heldAside(1, 8)],
];

describe('a picture', () => {
  it.each(CASES)('is read upright from %s', async (title, make) => {
    const bytes = await make();
    const outcome = await readFile(pool, bytes);
    expect(outcome).toMatchObject({ status: 'read', pages: 1, read: [{ blank: false, needsOcr: true, messages: [] }] });
    const { width, height } = outcome.read[0]!;
    expect(width / height).toBeCloseTo(WIDTH / HEIGHT, 2);
    const png = await pool.picture({ key: title, load: () => bytes, page: 1, width: WIDTH });
    const { data, info } = await sharp(png).grayscale().raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([WIDTH, HEIGHT]);
    const light = (x: number, y: number): number => data[y * WIDTH + x]!;
    expect([light(32, 32), light(5, 20)].every((ink) => ink < 40)).toBe(true);
    expect([light(32, 70), light(96, 32), light(96, 130), light(32, 130)].every((paper) => paper > 215)).toBe(true);
  });

  it.each([
    [
      'is coded in a way that is not known',
      async () =>
        Buffer.from(
          (await picture().avif().toBuffer())
            .toString('latin1')
            .replace('ftypavif', 'ftypheic')
            .replaceAll('av01', 'hvc1')
            .replaceAll('av1C', 'hvcC'),
          'latin1',
        ),
    ],
    ['breaks off', () => makeHeic(PHOTO).subarray(0, 9000)],
    ['has no content', () => makeHeic({ ...PHOTO, isInTiles: true }).subarray(0, 1000)],
  ])('of a telephone that %s is refused with what to do', async (_, make) => {
    expect(await readFile(pool, await make())).toMatchObject({
      status: 'failed',
      kind: 'heic',
      reasons: [{ code: 'odd-heic' }],
    });
  });

  it.each([
    ['tiles are missing', () => makeHeic({ ...PHOTO, isInTiles: true }).subarray(0, 18_000)],
    ['blocks are missing', () => makeHeic({ ...PHOTO, blocks: 50 })],
  ])('of a telephone of which %s is kept as far as it goes', async (_, make) => {
    expect(await readFile(pool, make())).toMatchObject({
      status: 'read',
      read: [{ needsOcr: true, messages: [expect.stringContaining('part of its picture is missing')] }],
    });
  });

  it('of a telephone stands on a page of its own where a file holds several, and the file says so', async () => {
    const outcome = await readFile(pool, makeHeic(PHOTO, { ...PHOTO, light: () => 255, hasThumbnail: true }, PHOTO));
    expect(outcome).toMatchObject({
      status: 'read',
      pages: 3,
      reasons: [{ code: 'several-photos', values: { photos: 3 } }],
      read: [{ blank: false }, { blank: true }, { blank: false }],
    });
  });

  const faxOf = (width: number, height: number, bits: 1 | 8, tags: Record<number, number> = {}): Buffer =>
    makeTiff([{ width, height, bits, data: new Uint8Array((width * height * bits) / 8).fill(170), tags }]);
  it.each([
    ['a fax in the standard way', faxOf(1728, 1078, 1), 610, 792],
    ['a fax of A4 in the standard way', faxOf(1728, 1146, 1), 610, 842],
    ['a fax in the fine way', faxOf(1728, 2156, 1), 610, 792],
    ['a fax that gives its dots in no unit', faxOf(1728, 1078, 1, { 296: 1 }), 610, 792],
    ['a black and white picture of other rows', faxOf(1600, 800, 1), 792, 396],
    ['a picture in shades, its rows by chance those of a fax', faxOf(1728, 1152, 8), 792, 528],
  ])('without a size, %s, is as large as such a sheet is', async (_, bytes, width, height) => {
    const [page] = (await readFile(pool, bytes)).read;
    expect([page!.width, page!.height].map(Math.round)).toEqual([width, height]);
  });

  it('of a sheet that is dark all over is not taken for a blank page', async () => {
    const { read } = await readFile(
      pool,
      await sharp({ create: { width: 100, height: 100, channels: 3, background: '#101010' } })
        .png()
        .toBuffer(),
    );
    expect(read).toMatchObject([{ blank: false, needsOcr: true }]);
  });

  it('of an empty sheet is blank', async () => {
    const { read } = await readFile(
      pool,
      await sharp({ create: { width: 100, height: 100, channels: 3, background: '#f4f1ea' } })
        .jpeg()
        .toBuffer(),
    );
    expect(read).toMatchObject([{ blank: true, needsOcr: false }]);
  });
});
