import { forkParser } from '../../main/import/fork-parser.ts';
import type { ReaderPool } from '../../main/import/read-page.ts';
import { createReaderPool } from '../../main/import/reader-pool.ts';
import { makePdf, textPage } from '../support/files/make-pdf.ts';
import { readFile } from '../support/read-file.ts';

let pool: ReaderPool;
beforeAll(() => {
  pool = createReaderPool({ start: forkParser, size: 1 });
});
afterAll(() => pool.close());

const box = (left: number) => (pdf: PDFKit.PDFDocument) => {
  pdf.rect(left, 100, 300, 40).fill('#222');
};

describe('the hash of a page', () => {
  it('is the same for the same words in the same places, whatever the file and the number', async () => {
    const one = await readFile(pool, await makePdf([textPage('left knee'), textPage('right knee')]));
    const other = await readFile(pool, await makePdf([textPage('right knee')]));
    expect(one.read[1]!.hash).toBe(other.read[0]!.hash);
    expect(one.read[0]!.hash).not.toBe(other.read[0]!.hash);
    expect(one.read[0]!.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('tells pictures apart that have no words', async () => {
    const { read } = await readFile(pool, await makePdf([box(100), box(140), box(100)]));
    expect(read[0]!.hash).not.toBe(read[1]!.hash);
    expect(read[0]!.hash).toBe(read[2]!.hash);
  });

  it('is there for text files, too', async () => {
    const [one, other] = await Promise.all([
      readFile(pool, Buffer.from('no fever')),
      readFile(pool, Buffer.from('no fever.')),
    ]);
    expect(one.read[0]!.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(one.read[0]!.hash).not.toBe(other.read[0]!.hash);
  });
});

describe('the look of a page', () => {
  it('is taken of what is only a picture, and left out where the text tells all', async () => {
    const { read } = await readFile(pool, await makePdf([textPage('text'), box(100)]));
    expect(read[0]!.look).toHaveLength(0);
    expect(read[1]!.look.length * 8).toBeGreaterThanOrEqual(256);
  });
});
