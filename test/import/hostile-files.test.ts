import { deflateSync } from 'node:zlib';
import { forkParser } from '../../main/import/fork-parser.ts';
import { USUAL_LIMITS } from '../../main/import/limits.ts';
import type { ReaderPool } from '../../main/import/read-page.ts';
import { createReaderPool } from '../../main/import/reader-pool.ts';
import { HELLO, onePagePdf, rawPdf, rawStream } from '../support/files/raw-pdf.ts';
import { LONGEST, readInTime } from '../support/read-in-time.ts';

let pool: ReaderPool;
beforeAll(() => {
  // A picture that is refused by its header needs no memory: with little to be had, decoding it would show.
  pool = createReaderPool({ start: forkParser, size: 1, limits: { ...USUAL_LIMITS, resident: 500_000_000 } });
});
afterAll(() => pool.close());

const answered = (bytes: Buffer): ReturnType<typeof readInTime> => readInTime(pool, bytes);

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
      reasons: [{ code: 'too-many-pages', values: { most: 20_000 } }],
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
