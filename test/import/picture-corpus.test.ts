import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { startPictureParser } from '../support/picture-build.ts';
import type { ReaderPool } from '../../main/import/read-page.ts';
import { createReaderPool } from '../../main/import/reader-pool.ts';
import { describeWith, wantShared } from '../support/optional.ts';
import type { CorpusRead } from '../support/read-corpus.ts';
import { corpusFiles, corpusPath, LONGEST, readCorpus, unanswered } from '../support/read-corpus.ts';

/** What is refused, and why it cannot be otherwise. */
const REFUSED: Readonly<Record<string, string>> = {
  'images-pillow/12bit.cropped.tif': 'twelve bits a pixel',
  'images-pillow/hopper.Lab.tif': 'CIE L*a*b* colours of eight bits',
  'images-pillow/lab-green.tif': 'CIE L*a*b* colours of eight bits',
  'images-pillow/tiff_tiled_planar_16bit_RGBa.tiff': 'tiles of separate planes',
  'images-pillow/crash-2020-10-test.tif': 'fuzzed',
  'images-pillow/libtiff_segfault.tif': 'fuzzed',
  'images-pillow/oom-225817ca0f8c663be7ab4b9e717b02c661e66834.tif': 'fuzzed',
  'images-pillow/seek_too_large.tif': 'its first page is said to lie beyond its end',
  'images-pillow/other/badheadersize.bmp': 'its header is of no known size',
  'images-pillow/other/badwidth.bmp': 'less than no pixels wide',
  'images-pillow/other/decompression_bomb.gif': 'no frame at all',
  'images-tika/testJBIG2.jb2': 'JBIG2 outside a PDF',
  'images-tika/testJPEG.jp2': 'JPEG 2000 outside a PDF',
};

const CORPUS = wantShared('corpus');
let pool: ReaderPool;
let reads: readonly CorpusRead[] = [];
beforeAll(async () => {
  pool = createReaderPool({ start: startPictureParser, size: 2 });
  if (CORPUS.present)
    reads = await readCorpus(
      pool,
      corpusFiles('images-').filter((name) => !name.endsWith('.txt')),
    );
}, 120_000);
afterAll(() => pool.close());

const named = (name: string): CorpusRead => reads.find((read) => read.name === name)!;

/** The page's picture as a few gray numbers. */
const drawn = async (name: string): Promise<readonly number[]> => {
  const png = await pool.picture({ key: name, load: () => readFileSync(corpusPath(name)), page: 1, width: 200 });
  return [...(await sharp(png).resize(16, 16, { fit: 'fill' }).grayscale().raw().toBuffer())];
};
const distance = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, light, at) => sum + Math.abs(light - b[at]!), 0) / a.length;

describeWith([CORPUS], 'the pictures of the corpus', () => {
  it('are all read page by page, or refused with one sentence', () => {
    expect(reads.length).toBeGreaterThan(90);
    expect(unanswered(reads)).toEqual([]);
  });

  it('never take half a minute', () => {
    expect(reads.filter(({ took }) => took > LONGEST).map(({ name }) => name)).toEqual([]);
  });

  it('are read but for a few that are named here with the reason', () => {
    expect(
      reads
        .filter(({ status }) => status === 'failed')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(Object.keys(REFUSED).sort());
  });

  it('keep what is left of one that breaks off, and say so', () => {
    const torn = ['truncated_jpeg.jpg', 'truncated_image.png', 'broken_data_stream.png'].map((name) =>
      named(`images-pillow/other/${name}`),
    );
    torn.forEach(({ read }) => {
      expect(read).toMatchObject([
        { needsOcr: true, messages: [expect.stringContaining('part of its picture is missing')] },
      ]);
    });
  });

  it('give every page of a TIFF, also where the count in it is wrong', () => {
    expect(named('images-pillow/total-pages-zero.tif').pages).toBe(3);
    expect(named('images-pillow/multipage-mmap.tiff').pages).toBe(3);
    // Its second directory points back: the third is found though no chain leads to it.
    expect(named('images-pillow/multipage_multiple_frame_loop.tiff').pages).toBe(3);
  });

  it.each([
    ['a G4 TIFF', [4, 6, 7, 8].map((turn) => `images-pillow/g4_orientation_${turn}.tif`)],
    ['a JPEG', [3, 4, 5, 7].map((turn) => `images-pillow/other/hopper_orientation_${turn}.jpg`)],
  ])('stand upright whichever way %s says that it was turned', async (_, names) => {
    const [first, ...others] = await Promise.all(names.map(drawn));
    others.forEach((other) => {
      expect(distance(first!, other)).toBeLessThan(10);
    });
  });
});
