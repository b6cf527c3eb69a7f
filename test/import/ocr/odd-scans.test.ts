import { createReaderPool } from '../../../main/import/reader-pool.ts';
import { forkParser } from '../../../main/import/fork-parser.ts';
import type { ReaderPool, ReadPage } from '../../../main/import/read-page.ts';
import { makePdf } from '../../support/files/make-pdf.ts';
import { receiptLines, receiptPicture, type ReceiptLook } from '../../support/files/make-receipt.ts';
import { asTiff, coarsen, pictureOf, REPORT, reportPicture } from '../../support/files/scan-page.ts';
import type { Picture } from '../../support/sample/page-picture.ts';
import { addNoise, shade, skew, threshold, turn } from '../../support/sample/spoil-picture.ts';
import { datesFound, wordsFound } from '../../support/scans.ts';

let pool: ReaderPool;
let files = 0;
beforeAll(() => {
  pool = createReaderPool({ start: forkParser, size: 1 });
});
afterAll(() => pool.close());

const recognise = async (picture: Picture, dpi?: number): Promise<ReadPage> => {
  const bytes = await asTiff(picture, dpi);
  return pool.recognise({ key: `file ${(files += 1)}`, load: () => bytes, page: 1 });
};
const shareOf = (truth: string, { text }: ReadPage): number => {
  const { found, of } = wordsFound(truth, text);
  return found / of;
};
const negative = (picture: Picture): Picture => ({ ...picture, pixels: picture.pixels.map((light) => 255 - light) });
const faxed = (picture: Picture): Picture =>
  threshold(addNoise(threshold(addNoise(picture, 8, 120, 0), 150), 4, 0, 0.01), 128);

describe('a receipt, narrow and long, its prices in a column', () => {
  /** As a telephone's picture, which does not tell its size. */
  const NO_SIZE = 72;
  const look = (seed: number, width: number, font: ReceiptLook['font'], gap: number): ReceiptLook => ({
    seed,
    width,
    font,
    gap,
    size: width / 18,
  });

  it.each([
    look(2, 140, 'Courier', 1.6),
    look(3, 140, 'Courier', 2.4),
    look(6, 140, 'Helvetica', 2.4),
    look(10, 180, 'Helvetica', 1.1),
    look(15, 216, 'Courier', 2.4),
    look(16, 216, 'Helvetica', 1.1),
  ])('of $width points in $font, lines $gap apart, stays upright and is read', async (one) => {
    const page = await recognise(await receiptPicture(one), NO_SIZE);
    const lines = receiptLines(one);
    expect(page.turned).toBe(0);
    expect(shareOf(lines.map((line) => line.join(' ')).join('\n'), page)).toBeGreaterThan(0.7);
    expect(page.text.split('\n')).toContain(lines[0]![0]);
  });

  it('that lies on its side is righted', async () => {
    const one = look(16, 216, 'Helvetica', 1.6);
    const page = await recognise(turn(await receiptPicture(one), 90), NO_SIZE);
    expect(page.turned).toBe(270);
    expect(page.text.split('\n')).toContain(receiptLines(one)[0]![0]);
  });
});

describe('white on black', () => {
  it.each<[string, (picture: Picture) => Picture]>([
    ['as it was made', negative],
    ['askew', (picture) => negative(skew(picture, 1.3))],
    ['faxed', (picture) => negative(faxed(picture))],
    ['under a lamp', (picture) => negative(shade(picture, 0.3))],
  ])('all over the page, %s, is read, upright', async (_, make) => {
    const page = await recognise(make(await reportPicture()));
    expect(page).toMatchObject({ turned: 0, width: 612, height: 792, blank: false });
    expect(datesFound(REPORT, page.text).found).toBe(5);
    expect(shareOf(REPORT, page)).toBeGreaterThan(0.95);
  });

  const HEADS = ['Visit date', 'Treatment', 'Provider'] as const;
  const ROWS = [
    ['07/18/2016', 'Acupuncture', 'Robin Placeholder'],
    ['07/25/2016', 'Massage', 'Casey Sample'],
  ] as const;
  const table = (ground: string): Promise<Picture> =>
    makePdf([
      (pdf) => {
        pdf.font('Helvetica').fontSize(10);
        [HEADS, ...ROWS].forEach((row, down) => {
          row.forEach((cell, across) => {
            const [x, y] = [72 + across * 156, 100 + down * 20];
            pdf.rect(x, y, 156, 20).lineWidth(0.8);
            if (down === 0) pdf.fillAndStroke(ground, '#000');
            else pdf.stroke('#000');
            pdf.fillColor(down === 0 ? '#fff' : '#000').text(cell, x + 6, y + 6, { lineBreak: false });
          });
        });
        pdf.fillColor('#000').text('Six visits were certified on 08/02/2016.', 72, 200, { lineBreak: false });
      },
    ]).then(pictureOf);

  it.each<[string, string, (picture: Picture) => Picture]>([
    ['black', '#000', (picture) => picture],
    ['blue', '#1f3f7f', (picture) => picture],
    ['black and askew', '#000', (picture) => skew(picture, 1.3)],
    ['black and faxed', '#000', faxed],
  ])('in the head of a table, its ground %s, is read with its rows', async (_, ground, make) => {
    const { text } = await recognise(make(await table(ground)));
    for (const row of [HEADS, ...ROWS]) expect(text.split('\n')).toContain(row.join(' '));
    expect(text).toContain('Six visits were certified on 08/02/2016.');
  });

  it('is not made of a sheet that lies on a dark ground, nor of black letters however large', async () => {
    const sheet = await pictureOf(
      await makePdf([
        (pdf) => {
          pdf.rect(0, 0, 612, 792).fill('#000').rect(90, 90, 430, 560).fill('#fff');
          pdf.fillColor('#000').font('Helvetica-Bold').fontSize(56).text('BOARD', 120, 120, { lineBreak: false });
          pdf.fontSize(12).text('The panel met on 08/02/2016 about the left knee.', 120, 220, { lineBreak: false });
        },
      ]),
    );
    const { text } = await recognise(sheet);
    expect(text).toContain('BOARD');
    expect(text).toContain('The panel met on 08/02/2016 about the left knee.');
  });
});

describe('the boxes of a form', () => {
  type Mark = 'none' | 'cross' | 'tick' | 'pen';
  const drawMark = (pdf: PDFKit.PDFDocument, mark: Mark, x: number, y: number, side: number): void => {
    // A pen does not stop at the edge.
    const over = mark === 'pen' ? 3 : -1.5;
    if (mark === 'cross' || mark === 'pen')
      pdf
        .moveTo(x - over, y - over)
        .lineTo(x + side + over, y + side + over)
        .moveTo(x + side + over, y - over)
        .lineTo(x - over, y + side + over);
    if (mark === 'tick')
      pdf
        .moveTo(x + side * 0.2, y + side * 0.5)
        .lineTo(x + side * 0.45, y + side * 0.8)
        .lineTo(x + side * 0.85, y + side * 0.15);
    pdf.lineWidth(1.3).stroke('#000');
  };
  const CHOICES: readonly (readonly [string, Mark])[] = [
    ['New request', 'none'],
    ['Resubmission', 'cross'],
    ['Expedited review', 'tick'],
    ['Written confirmation', 'none'],
    ['Denied', 'pen'],
  ];
  const form = (side: number): Promise<Picture> =>
    makePdf([
      (pdf) => {
        pdf
          .font('Helvetica')
          .fontSize(11)
          .text('Request for authorization of 08/02/2016', 72, 72, { lineBreak: false });
        CHOICES.forEach(([label, mark], index) => {
          const y = 110 + index * 26;
          pdf.rect(80, y, side, side).lineWidth(0.9).stroke('#000');
          drawMark(pdf, mark, 80, y, side);
          pdf.fillColor('#000').text(label, 80 + side + 6, y + side - 10, { lineBreak: false });
        });
      },
    ]).then(pictureOf);

  it.each<[string, number, (picture: Picture) => Picture]>([
    ['as they were printed', 11, (picture) => picture],
    ['large', 18, (picture) => picture],
    ['askew', 11, (picture) => skew(picture, -1.7)],
    ['faxed', 12, faxed],
  ])('%s stand in the text, marked or empty', async (_, side, make) => {
    const { text } = await recognise(make(await form(side)));
    for (const [label, mark] of CHOICES) expect(text).toContain(`${mark === 'none' ? '[ ]' : '[x]'} ${label}`);
  });

  it('are not made of letters, on paper, in a coarse fax, or large', async () => {
    const large = await reportPicture('DO NOT BEND. BOQD 0808 OB', 40);
    for (const [picture, dpi] of [
      [await reportPicture(), 200],
      [faxed(await reportPicture()), 200],
      [large, 200],
      [await coarsen(large), 98],
    ] as const)
      expect((await recognise(picture, dpi)).text).not.toMatch(/\[[x ]\]/);
  });
});
