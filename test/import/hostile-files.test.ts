import { deflateSync } from 'node:zlib';
import type { Sharp } from 'sharp';
import sharp from 'sharp';
import { forkParser } from '../../main/import/fork-parser.ts';
import { USUAL_LIMITS } from '../../main/import/limits.ts';
import type { ReaderPool } from '../../main/import/read-page.ts';
import { createReaderPool } from '../../main/import/reader-pool.ts';
import { makeHeic } from '../support/files/make-heic.ts';
import { makePdf, textPage } from '../support/files/make-pdf.ts';
import { makeTiff } from '../support/files/make-tiff.ts';
import { HELLO, onePagePdf, rawPdf, rawStream } from '../support/files/raw-pdf.ts';
import { readFile } from '../support/read-file.ts';

let pool: ReaderPool;
beforeAll(() => {
  // A picture that is refused by its header needs no memory: with little to be had, decoding it would show.
  pool = createReaderPool({ start: forkParser, size: 1, limits: { ...USUAL_LIMITS, resident: 500_000_000 } });
});
afterAll(() => pool.close());

const LONGEST = 30_000;

/** Reads the file, and holds that it was answered in time: with its pages, or with one sentence. */
const answered = async (bytes: Buffer): Promise<Awaited<ReturnType<typeof readFile>>> => {
  const begun = performance.now();
  const outcome = await readFile(pool, bytes);
  expect(performance.now() - begun).toBeLessThan(LONGEST);
  if (outcome.status === 'read')
    expect(outcome.read.map(({ number }) => number)).toEqual(Array.from({ length: outcome.pages }, (_, at) => at + 1));
  else expect(outcome.messages).toEqual([expect.stringMatching(/^[A-Z][^\n]+\.$/)]);
  return outcome;
};

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
      messages: [expect.stringContaining('40000 by 40000 pixels is too large')],
    });
  });

  it('is refused where a HEIC says it in its code alone', async () => {
    expect(await answered(makeHeic({ ...photo, side: SIDE }))).toMatchObject({
      status: 'failed',
      messages: [expect.stringContaining('cannot be opened here')],
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

const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>';
const bomb = (): Buffer =>
  rawStream(deflateSync(deflateSync(Buffer.alloc(100_000_000), { level: 9 })), '/Filter[/FlateDecode/FlateDecode]');
/** Ten gigabytes of blanks: a hundred megabytes of deflated ones, packed twice more. */
const hugeBomb = (): Buffer => {
  const block = deflateSync(Buffer.alloc(10_000_000, ' '), { level: 9, finishFlush: 3 }).subarray(2);
  const stream = Buffer.concat([Buffer.from([0x78, 0xda]), ...Array.from({ length: 1000 }, () => block)]);
  return rawStream(deflateSync(deflateSync(stream)), '/Filter[/FlateDecode/FlateDecode/FlateDecode]');
};

describe('a PDF that runs in a circle', () => {
  it.each([
    [
      'in its tree of pages',
      () =>
        rawPdf([
          '<</Type/Catalog/Pages 2 0 R>>',
          '<</Type/Pages/Count 5/Kids[2 0 R 3 0 R]>>',
          '<</Type/Pages/Parent 2 0 R/Count 5/Kids[2 0 R]>>',
        ]),
    ],
    [
      'in the parents of its page',
      () =>
        rawPdf([
          '<</Type/Catalog/Pages 2 0 R>>',
          '<</Type/Pages/Parent 3 0 R/Count 1/Kids[3 0 R]>>',
          '<</Type/Page/Parent 2 0 R>>',
        ]),
    ],
    ['in a length that is its own', () => onePagePdf({ content: `<</Length 4 0 R>>\nstream\n${HELLO}\nendstream` })],
    ['in an object that is itself', () => onePagePdf({ content: '4 0 R' })],
    [
      'in its font',
      () =>
        rawPdf([
          '<</Type/Catalog/Pages 2 0 R>>',
          '<</Type/Pages/Count 1/Kids[3 0 R]>>',
          '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
          rawStream(HELLO),
          '<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[5 0 R]>>',
        ]),
    ],
    [
      'in its table of objects',
      () =>
        Buffer.from(
          onePagePdf()
            .toString('latin1')
            .replace('trailer\n<<', 'trailer\n<</Prev 0')
            .replace(/\/Prev 0/, `/Prev ${onePagePdf().indexOf('xref\n')}`),
          'latin1',
        ),
    ],
  ])('%s is answered', async (_, make) => {
    await answered(make());
  });

  const drawingOf = (content: string): Buffer =>
    onePagePdf({
      content: rawStream(`${HELLO} /X Do`),
      others: [rawStream(content, '/Type/XObject/Subtype/Form/BBox[0 0 200 200]/Resources<</XObject<</X 6 0 R>>>>')],
    });
  it('in a drawing that draws itself still gives the words beside it', async () => {
    expect(await answered(drawingOf('/X Do'))).toMatchObject({ read: [{ text: 'readable' }] });
  });

  it(
    'in a drawing that draws itself twice, and each of them twice, costs no other file',
    async () => {
      await answered(drawingOf('/X Do /X Do'));
      expect(await answered(onePagePdf())).toMatchObject({ read: [{ text: 'readable' }] });
    },
    LONGEST * 2,
  );
});

describe('a PDF that swells', () => {
  it(
    'from a small stream to a hundred megabytes is answered',
    async () => {
      await answered(onePagePdf({ content: bomb() }));
    },
    LONGEST * 2,
  );

  it(
    'from a small stream to ten gigabytes costs that file alone',
    async () => {
      await answered(onePagePdf({ content: hugeBomb() }));
      expect(await answered(onePagePdf())).toMatchObject({ read: [{ text: 'readable' }] });
    },
    LONGEST * 2,
  );

  it(
    'in a picture of 40,000 by 40,000 pixels costs no other file',
    async () => {
      const picture = rawStream(
        deflateSync(Buffer.alloc(1_000_000)),
        '/Type/XObject/Subtype/Image/Width 40000/Height 40000/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/FlateDecode',
      );
      await answered(onePagePdf({ content: rawStream('q 200 0 0 200 0 0 cm /X Do Q'), others: [picture] }));
      expect(await answered(onePagePdf())).toMatchObject({ read: [{ text: 'readable' }] });
    },
    LONGEST * 2,
  );
});

describe('the number of pages of a PDF', () => {
  it('is 20,000 at the most, and said', async () => {
    const kids = (count: number): Buffer =>
      rawPdf([
        '<</Type/Catalog/Pages 2 0 R>>',
        `<</Type/Pages/Count ${count}/Kids[${Array.from({ length: count }, (_, at) => `${at + 3} 0 R`).join(' ')}]>>`,
        ...Array.from({ length: count }, () => '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>'),
      ]);
    expect(await answered(kids(20_001))).toMatchObject({
      status: 'failed',
      messages: [expect.stringContaining('more than 20000 pages')],
    });
  });

  it('is not believed when there are fewer', async () => {
    const lie = rawPdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Count 2000000000/Kids[3 0 R]>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
      rawStream(HELLO),
      FONT,
    ]);
    expect(await answered(lie)).toMatchObject({ read: [{ text: 'readable' }] });
  });
});

describe('a page of no sound size', () => {
  it.each([
    ['200 inches', '[0 0 14400 14400]'],
    ['a thousand million points', '[0 0 1000000000 1000000000]'],
    ['nothing', '[0 0 0 0]'],
    ['less than nothing', '[200 200 0 0]'],
    ['a thread', '[0 0 1 10000]'],
    ['a ribbon', '[0 0 100000 30]'],
    ['words', '[/a /b /c /d]'],
  ])('of %s is read all the same', async (_, box) => {
    const { read } = await answered(onePagePdf({ page: `/MediaBox${box}` }));
    expect(read).toMatchObject([{ text: 'readable' }]);
    expect([...read[0]!.words, read[0]!.width, read[0]!.height].every(Number.isFinite)).toBe(true);
  });

  it('that holds only a picture is kept, with its reason where it cannot be drawn', async () => {
    const square = rawStream('0 0 5 5 re f');
    for (const box of ['[0 0 1 10000]', '[0 0 100000 30]', '[0 0 14400 14400]', '[0 0 1000000000 1000000000]'])
      await answered(onePagePdf({ page: `/MediaBox${box}`, content: square }));
  });
});
