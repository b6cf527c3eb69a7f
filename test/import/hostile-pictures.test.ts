import { deflateSync } from 'node:zlib';
import type { Sharp } from 'sharp';
import sharp from 'sharp';
import { USUAL_LIMITS } from '../../main/import/limits.ts';
import type { ReaderPool } from '../../main/import/read-page.ts';
import { createReaderPool } from '../../main/import/reader-pool.ts';
import { makeHeic } from '../support/files/make-heic.ts';
import { makePdf, textPage } from '../support/files/make-pdf.ts';
import { makeTiff } from '../support/files/make-tiff.ts';
import { startPictureParser } from '../support/picture-build.ts';
import { LONGEST, readInTime } from '../support/read-in-time.ts';

let pool: ReaderPool;
beforeAll(() => {
  // A picture that is refused by its header needs no memory: with little to be had, decoding it would show.
  pool = createReaderPool({ start: startPictureParser, size: 1, limits: { ...USUAL_LIMITS, resident: 500_000_000 } });
});
afterAll(() => pool.close());

const answered = (bytes: Buffer): ReturnType<typeof readInTime> => readInTime(pool, bytes);

describe('a picture that is too much', () => {
  const SIDE = 40_000;
  const photo = { width: 64, height: 64, light: () => 0 };
  const png = (): Buffer => {
    const header = Buffer.concat([
      Buffer.from('IHDR'),
      Buffer.from(Uint32Array.from([SIDE, SIDE]).buffer).swap32(),
      Buffer.from([8, 2, 0, 0, 0]),
    ]);
    const chunk = (body: Buffer): Buffer =>
      Buffer.concat([
        Buffer.from(Uint32Array.of(body.length - 4).buffer).swap32(),
        body,
        Buffer.from(Uint32Array.of(crc(body)).buffer).swap32(),
      ]);
    return Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk(header),
      chunk(Buffer.concat([Buffer.from('IDAT'), deflateSync(Buffer.alloc(1000))])),
      chunk(Buffer.from('IEND')),
    ]);
  };
  const crc = (bytes: Buffer): number => {
    let sum = 0xffffffff;
    for (const byte of bytes)
      for (let bit = 0, value = (sum = sum ^ byte); bit < 8; bit += 1)
        sum = value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return (sum ^ 0xffffffff) >>> 0;
  };
  const jpeg = async (): Promise<Buffer> => {
    const bytes = await sharp({ create: { width: 16, height: 16, channels: 3, background: 'white' } })
      .jpeg()
      .toBuffer();
    const at = bytes.indexOf(Buffer.from([0xff, 0xc0]));
    bytes.writeUInt16BE(SIDE, at + 5);
    bytes.writeUInt16BE(SIDE, at + 7);
    return bytes;
  };
  const bmp = (): Buffer => {
    const bytes = Buffer.alloc(100);
    bytes.write('BM');
    [
      [10, 54],
      [14, 40],
      [18, SIDE],
      [22, SIDE],
    ].forEach(([at, value]) => bytes.writeUInt32LE(value!, at));
    bytes.writeUInt16LE(24, 28);
    return bytes;
  };

  it.each([
    ['a PNG', png],
    ['a JPEG', jpeg],
    ['a BMP', bmp],
    ['a TIFF', () => makeTiff([{ width: SIDE, height: SIDE, bits: 8, data: new Uint8Array(100) }])],
    ['a HEIC', () => makeHeic({ ...photo, claims: { width: SIDE, height: SIDE } })],
  ])('is refused by the header of %s, with its size', async (_, make) => {
    const outcome = await answered(await make());
    expect(outcome).toMatchObject({
      status: 'failed',
      reasons: [{ code: 'too-many-pixels', values: { width: SIDE, height: SIDE } }],
    });
  });

  it('is refused where a HEIC says it in its code alone', async () => {
    expect(await answered(makeHeic({ ...photo, side: SIDE }))).toMatchObject({
      status: 'failed',
      reasons: [{ code: 'odd-heic' }],
    });
  });

  it('costs only its own page in a HEIC', async () => {
    const { read } = await answered(makeHeic(photo, { ...photo, claims: { width: SIDE, height: SIDE } }, photo));
    expect(read.map(({ messages }) => messages.join())).toEqual(['', expect.stringContaining('too large'), '']);
  });

  it('costs only its own page in a TIFF', async () => {
    const sheet = { width: 8, height: 100, bits: 1, data: new Uint8Array(100).fill(0xaa) } as const;
    const { read } = await answered(makeTiff([sheet, { ...sheet, width: SIDE, height: SIDE }, sheet]));
    expect(read.map(({ messages }) => messages.join())).toEqual(['', expect.stringContaining('too large'), '']);
  });
});

describe('a TIFF of 2,000 pages', () => {
  it(
    'is read whole and in order, in seconds',
    async () => {
      const data = new Uint8Array(200 * 100).map((_, at) => (at % 7 === 0 ? 0 : 255));
      const outcome = await answered(
        makeTiff(
          Array.from({ length: 2000 }, (_, page) => ({
            width: 100 + (page % 100),
            height: 100,
            bits: 8,
            data,
            tags: { 279: (100 + (page % 100)) * 100 },
          })),
        ),
      );
      expect(outcome).toMatchObject({ status: 'read', pages: 2000 });
      expect(outcome.read.map(({ width, height }) => Math.round((width / height) * 100))).toEqual(
        Array.from({ length: 2000 }, (_, page) => 100 + (page % 100)),
      );
    },
    LONGEST,
  );
});

describe('a file that breaks off', () => {
  const sheet = (): Sharp =>
    sharp({
      create: {
        width: 300,
        height: 400,
        channels: 3,
        background: 'white',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    });
  it.each([
    ['a PDF', () => makePdf(Array.from({ length: 5 }, (_, page) => textPage(`page ${page}`)))],
    ['a TIFF', () => sheet().tiff({ compression: 'lzw' }).toBuffer()],
    ['a JPEG', () => sheet().jpeg().toBuffer()],
    ['a PNG', () => sheet().png().toBuffer()],
    ['a GIF', () => sheet().gif().toBuffer()],
    ['a HEIC', () => makeHeic({ width: 256, height: 256, light: (x, y) => (x * y) % 256, isInTiles: true })],
  ])('anywhere in %s is answered', async (_, make) => {
    const bytes = await make();
    for (const share of [0.001, 0.02, 0.2, 0.5, 0.9, 0.99])
      await answered(bytes.subarray(0, Math.ceil(bytes.length * share)));
  });

  it('in the middle of a scan is kept as far as it goes', async () => {
    const bytes = await sheet().jpeg().toBuffer();
    expect(await answered(bytes.subarray(0, bytes.length / 2))).toMatchObject({
      status: 'read',
      read: [{ needsOcr: true, messages: [expect.stringContaining('part of its picture is missing')] }],
    });
  });
});
