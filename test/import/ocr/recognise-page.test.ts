import { createReaderPool } from '../../../main/import/reader-pool.ts';
import { forkParser } from '../../../main/import/fork-parser.ts';
import type { ReaderPool, ReadPage } from '../../../main/import/read-page.ts';
import type { Turn } from '../../../shared/page.ts';
import { makePdf } from '../../support/files/make-pdf.ts';
import {
  asJpeg,
  asScannedPdf,
  asTiff,
  coarsen,
  emptySheet,
  pictureOf,
  REPORT,
  reportPdf,
  reportPicture,
  scribble,
} from '../../support/files/scan-page.ts';
import { boxesOf, readFile } from '../../support/read-file.ts';
import type { Picture } from '../../support/sample/page-picture.ts';
import { addNoise, shade, skew, threshold, turn } from '../../support/sample/spoil-picture.ts';
import { datesFound, wordsFound } from '../../support/scans.ts';

let pool: ReaderPool;
let files = 0;
beforeAll(() => {
  pool = createReaderPool({ start: forkParser, size: 1 });
});
afterAll(() => pool.close());

const recognise = (bytes: Uint8Array, password?: string): Promise<ReadPage> =>
  pool.recognise({
    key: `file ${(files += 1)}`,
    load: () => bytes,
    page: 1,
    ...(password === undefined ? {} : { password }),
  });

const shareOfWords = ({ text }: ReadPage, truth = REPORT): number => {
  const { found, of } = wordsFound(truth, text);
  return found / of;
};
const datesIn = ({ text }: ReadPage): number => datesFound(REPORT, text).found;
const DATES = 5;

type Box = readonly number[];
const middle = ([left = 0, top = 0, right = 0, bottom = 0]: Box): readonly [number, number] => [
  (left + right) / 2,
  (top + bottom) / 2,
];

describe('a page that lies as it should not', () => {
  it.each<Turn>([0, 90, 180, 270])('turned by %i degrees is righted, and says by how much', async (degrees) => {
    const picture = await reportPicture();
    const page = await recognise(await asTiff(degrees === 0 ? picture : turn(picture, degrees)));
    expect(page).toMatchObject({
      turned: (360 - degrees) % 360,
      width: 612,
      height: 792,
      source: 'ocr',
      blank: false,
      needsOcr: false,
    });
    expect(shareOfWords(page)).toBeGreaterThan(0.97);
  });

  it.each([-8, 1.3])('askew by %d degrees is read, with each box on its word', async (degrees) => {
    const picture = skew(await reportPicture(), degrees);
    const page = await recognise(await asTiff(picture));
    expect(shareOfWords(page)).toBeGreaterThan(0.97);
    const ink = boxesOf(page).map(({ box: [left = 0, top = 0, right = 0, bottom = 0] }) => {
      let dark = 0;
      for (let y = Math.round((top / 72) * 200); y < (bottom / 72) * 200; y += 1)
        for (let x = Math.round((left / 72) * 200); x < (right / 72) * 200; x += 1)
          dark += (picture.pixels[y * picture.width + x] ?? 255) < 128 ? 1 : 0;
      return dark / (((right - left) * (bottom - top) * 200 * 200) / 72 / 72);
    });
    expect(Math.min(...ink)).toBeGreaterThan(0.02);
  });

  it('has its words where they stand on the page, in points', async () => {
    const pdf = await reportPdf();
    const {
      read: [typed],
    } = await readFile(pool, pdf);
    const seen = boxesOf(await recognise(await asTiff(await pictureOf(pdf))));
    const expected = boxesOf(typed!);
    const off = expected.flatMap(({ word, box }) => {
      const [x, y] = middle(box);
      const distances = seen
        .filter((other) => other.word === word)
        .map((other) => Math.hypot(middle(other.box)[0] - x, middle(other.box)[1] - y));
      return distances.length === 0 ? [] : [Math.min(...distances)];
    });
    expect(off.length).toBeGreaterThan(expected.length * 0.95);
    expect(Math.max(...off)).toBeLessThan(4);
  });
});

describe('a page that was spoilt on its way', () => {
  const speckled = (picture: Picture): Picture =>
    threshold(addNoise(threshold(addNoise(picture, 8, 120, 0), 150), 4, 0, 0.01), 128);

  it.each<[string, (picture: Picture) => Promise<Uint8Array>]>([
    ['by the speckle of a fax', (picture) => asTiff(speckled(picture))],
    ['by a shadow over half of it', (picture) => asJpeg(addNoise(shade(picture, 0.65), 9, 30, 0))],
    [
      'by faint print',
      (picture) => asJpeg({ ...picture, pixels: picture.pixels.map((light) => 255 - (255 - light) * 0.3) }),
    ],
    ['by a coarse fax of 204 by 98 dots an inch', async (picture) => asTiff(await coarsen(picture), 204, 98)],
    ['by a camera that knows no size', async (picture) => asJpeg(addNoise(picture, 7, 40, 0), 45)],
  ])('%s still gives its dates and nearly all of its words', async (_, spoil) => {
    const page = await recognise(await spoil(await reportPicture(REPORT, 13)));
    expect(datesIn(page)).toBe(DATES);
    expect(shareOfWords(page)).toBeGreaterThan(0.93);
  });

  it('gives small print as well', async () => {
    const page = await recognise(await asTiff(await reportPicture(REPORT, 7)));
    expect(datesIn(page)).toBe(DATES);
    expect(shareOfWords(page)).toBeGreaterThan(0.95);
  });

  const CELLS = [
    ['Employee', 'Casey Sample'],
    ['Date of injury', '07/11/2016'],
    ['Claim number', 'FICT-0042'],
    ['Body part', 'left knee'],
  ] as const;
  const ruledForm = async (): Promise<Picture> =>
    pictureOf(
      await makePdf([
        (form) => {
          CELLS.flat().forEach((cell, index) => {
            const [x, y] = [72 + (index % 2) * 234, 90 + Math.floor(index / 2) * 26];
            form
              .rect(x, y, 234, 26)
              .lineWidth(1)
              .stroke('#000')
              .fillColor('#000')
              .fontSize(10)
              .text(cell, x + 5, y + 8, { lineBreak: false });
          });
        },
      ]),
    );

  it.each<[string, (picture: Picture) => Promise<Buffer>]>([
    ['as it was printed', (picture) => asTiff(picture)],
    ['faxed, its rules broken', (picture) => asTiff(speckled(picture))],
  ])('a form %s gives its rows, and no bars for its rules', async (_, make) => {
    const { text, confidence } = await recognise(await make(await ruledForm()));
    for (const row of CELLS) expect(text.split('\n')).toContain(row.join(' '));
    expect(text).not.toContain('|');
    expect(confidence).toBeGreaterThan(75);
  });

  it('keeps the letters that touch a rule', async () => {
    const { text } = await recognise(
      await asTiff(
        await pictureOf(
          await makePdf([
            (form) => {
              form.fontSize(11).text('Signed by the physician on 09/13/2016', 72, 100, { lineBreak: false });
              // Through the feet of the letters, so that g, p and y reach below.
              form.moveTo(72, 109).lineTo(400, 109).lineWidth(0.7).stroke('#000');
            },
          ]),
        ),
      ),
    );
    expect(text).toContain('Signed by the physician on 09/13/2016');
  });
});

describe('how sure a page is', () => {
  it('is very sure of clean print', async () => {
    expect((await recognise(await asTiff(await reportPicture()))).confidence).toBeGreaterThan(90);
  });

  const drawn = async (draw: (pdf: PDFKit.PDFDocument) => void): Promise<ReadPage> =>
    recognise(await asTiff(await pictureOf(await makePdf([draw]))));

  it('is not sure of handwriting, and says that it is there', async () => {
    const page = await drawn((pdf) => {
      scribble(pdf, 90, 700);
    });
    expect(page.confidence).toBeLessThan(50);
    expect(page.blank).toBe(false);
  });

  it('is not sure of a form that was filled in by hand, however clear its print', async () => {
    const page = await drawn((pdf) => {
      pdf
        .font('Times-Roman')
        .fontSize(12)
        .text('Nurse note of the visit. Please write clearly and sign below.', 72, 72);
      scribble(pdf, 130, 640);
    });
    expect(page.text).toContain('Nurse note');
    expect(page.confidence).toBeLessThan(75);
  });

  it('says when a part of the page stayed unread, as a drawing does, and is less sure for it', async () => {
    const page = await drawn((pdf) => {
      pdf.font('Times-Roman').fontSize(12).text('Mark where it hurts. Lumbar spine and left leg.', 72, 72);
      for (let radius = 12; radius < 200; radius += 14)
        pdf.lineWidth(2).dash(9, { space: 5 }).circle(306, 400, radius).stroke('#222');
    });
    expect(page.text).toContain('Mark where it hurts.');
    expect(page.confidence).toBeLessThan(75);
    expect(page.messages).toEqual([expect.stringContaining('could not be read')]);
  });

  it('is not sure of mere noise, and makes no sure words of it', async () => {
    const { confidence, blank } = await recognise(await asTiff(threshold(addNoise(emptySheet(), 6, 0, 0.2), 128)));
    expect(blank).toBe(false);
    expect(confidence).toBeLessThan(50);
  });

  it.each([
    ['an empty sheet', 0],
    ['an empty sheet with dust', 60],
  ])('takes %s for blank and is sure of nothing there', async (_, specks) => {
    expect(await recognise(await asTiff(emptySheet(specks)))).toMatchObject({
      blank: true,
      source: 'none',
      text: '',
      confidence: null,
    });
  });

  it('does not take a black sheet for a blank one', async () => {
    const black = emptySheet();
    expect(await recognise(await asTiff({ ...black, pixels: black.pixels.fill(0) }))).toMatchObject({ blank: false });
  });

  it('depends on the page alone, not on those before it', async () => {
    const bytes = await asTiff(threshold(addNoise(await reportPicture(), 8, 110, 0.004), 150));
    const first = await recognise(bytes);
    await recognise(await asTiff(await reportPicture('Another page, about the left knee and 01/02/2015.', 20)));
    expect(await recognise(bytes)).toEqual(first);
  });
});

describe('a text layer over a picture', () => {
  it('stays when the picture shows the same words', async () => {
    const page = await recognise(await asScannedPdf(await reportPicture(), REPORT));
    expect(page).toMatchObject({ source: 'layer', needsOcr: false, messages: [] });
    expect(shareOfWords(page)).toBe(1);
  });

  it('is replaced when the picture shows others, and that is said', async () => {
    const other =
      'The quick brown fox jumps over the lazy dog while seven wizards brew strong coffee at midnight near the harbour. '.repeat(
        4,
      );
    const page = await recognise(await asScannedPdf(await reportPicture(), other));
    expect(page).toMatchObject({
      source: 'ocr',
      needsOcr: false,
      messages: [expect.stringContaining('does not match')],
    });
    expect(page.text).not.toContain('wizards');
    expect(datesIn(page)).toBe(DATES);
  });

  it('that is a mere stamp gives way to the words of the picture', async () => {
    const page = await recognise(await asScannedPdf(await reportPicture(), 'Received 10/01/2016'));
    expect(page.source).toBe('ocr');
    expect(datesIn(page)).toBe(DATES);
  });

  it('is reached in an encrypted file with its password', async () => {
    const page = await recognise(await asScannedPdf(await reportPicture(), '', { userPassword: 'key' }), 'key');
    expect(page.source).toBe('ocr');
    expect(datesIn(page)).toBe(DATES);
  });
});
