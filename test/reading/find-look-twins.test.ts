import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { takeLook } from '../../main/import/pictures/take-look.ts';
import { findLookTwins, lookLikeness, LOOKS_LIKE } from '../../main/reading/find-look-twins.ts';
import { pagePictures, type Picture } from '../support/sample/page-picture.ts';
import { addNoise, skew, threshold } from '../support/sample/spoil-picture.ts';

const SHEETS = [
  'first-report-5021.pdf',
  'rfa-2016-08-31.pdf',
  'imr-application.pdf',
  'utilization-review-2016-09-08.pdf',
];
const RECORDS = join(import.meta.dirname, '..', '..', 'assets', 'sample-case', 'records');

const look = async ({ pixels, width, height }: Picture): Promise<Uint8Array> => {
  const data = await sharp(pixels, { raw: { width, height, channels: 1 } })
    .resize(420, 543, { fit: 'fill' })
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  return takeLook({ data, width: 420, height: 543 });
};

/** As a fax machine gives it: a little aslant, with specks, black and white. */
const fax = (sheet: Picture, degrees: number, seed: number): Picture =>
  threshold(addNoise(skew(sheet, degrees), seed, 30, 0.002), 160);

describe('pages without words', () => {
  let sheets: Picture[];
  beforeAll(async () => {
    sheets = (await Promise.all(SHEETS.map((name) => pagePictures(readFileSync(join(RECORDS, name)), 110)))).flat();
  });

  it('are found again when they are faxed twice, and other sheets are not taken for them', async () => {
    const firsts = await Promise.all(sheets.map((sheet, at) => look(fax(sheet, 0.5, at + 1))));
    const seconds = await Promise.all(sheets.map((sheet, at) => look(fax(sheet, -0.4, at + 101))));
    const pages = [...firsts, ...seconds].map((own, page) => ({ page, look: own }));
    const twins = findLookTwins(pages);
    const right = twins.filter(({ a, b }) => b - a === sheets.length);
    expect(right.length).toBeGreaterThanOrEqual(sheets.length - 1);
    expect(twins.length - right.length).toBe(0);
  });

  it('are alike by the place where they agree best, the same both ways', async () => {
    const [one, other] = [await look(sheets[0]!), await look(fax(sheets[0]!, 0.4, 5))];
    expect(lookLikeness(one, one)).toBe(1);
    expect(lookLikeness(one, other)).toBeGreaterThan(LOOKS_LIKE);
    expect(lookLikeness(one, other)).toBeCloseTo(lookLikeness(other, one), 2);
  });

  it('say nothing where they show next to nothing', () => {
    expect(
      findLookTwins([
        { page: 1, look: new Uint8Array(768) },
        { page: 2, look: new Uint8Array(768) },
        { page: 3, look: new Uint8Array() },
      ]),
    ).toEqual([]);
  });
});
