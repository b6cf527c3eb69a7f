import { createReaderPool } from '../../main/import/reader-pool.ts';
import { forkParser } from '../../main/import/fork-parser.ts';
import type { ReaderPool } from '../../main/import/read-page.ts';
import { makePdf, textPage } from '../support/files/make-pdf.ts';
import { boxesOf, readFile } from '../support/read-file.ts';

let pool: ReaderPool;
beforeAll(() => {
  pool = createReaderPool({ start: forkParser, size: 2 });
});
afterAll(() => pool.close());

const sizeOfPng = (png: Uint8Array): readonly number[] => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

describe('PDF through the pool', () => {
  it('gives text in lines, with a box around each word in points of the page as shown', async () => {
    const bytes = await makePdf([
      (pdf) => {
        pdf.fontSize(10).text('Lumbar strain,', 100, 200).text('left side', 100, 230);
      },
    ]);
    const { status, kind, pages, read } = await readFile(pool, bytes);
    expect({ status, kind, pages }).toEqual({ status: 'read', kind: 'pdf', pages: 1 });
    expect(read[0]).toMatchObject({
      number: 1,
      kind: 'picture',
      source: 'layer',
      width: 612,
      height: 792,
      text: 'Lumbar strain,\nleft side',
      blank: false,
      needsOcr: false,
    });
    const [first, second, third] = boxesOf(read[0]!);
    expect(first!.word).toBe('Lumbar');
    expect(first!.box[0]).toBeCloseTo(100, -0.5);
    expect(first!.box[1]).toBeGreaterThanOrEqual(198);
    expect(first!.box[3]).toBeLessThanOrEqual(213);
    expect(second!.box[0]).toBeGreaterThan(first!.box[2]!);
    expect(third!.box[1]).toBeGreaterThan(first!.box[3]!);
  });

  it('keeps a hyphen at a line end, and the line end', async () => {
    const { read } = await readFile(pool, await makePdf([textPage('a lum-\nbar strain')]));
    expect(read[0]!.text).toBe('a lum-\nbar strain');
  });

  it('opens a file whose password is empty, or given, and names a missing or wrong one', async () => {
    const open = await makePdf([textPage('readable')], { ownerPassword: 'owner' });
    const closed = await makePdf([textPage('readable')], { userPassword: 'key', ownerPassword: 'owner' });
    expect((await readFile(pool, open)).read[0]!.text).toBe('readable');
    expect((await readFile(pool, closed, 'key')).read[0]!.text).toBe('readable');
    expect(await readFile(pool, closed)).toMatchObject({
      status: 'failed',
      kind: 'pdf',
      reasons: [{ code: 'needs-password' }],
    });
    expect(await readFile(pool, closed, 'other')).toMatchObject({
      status: 'failed',
      reasons: [{ code: 'wrong-password' }],
    });
  });

  it('tells a blank page from one that needs OCR', async () => {
    const bytes = await makePdf([
      () => undefined,
      (pdf) => {
        pdf.rect(100, 100, 300, 40).fill('#222');
      },
    ]);
    const { read } = await readFile(pool, bytes);
    expect(read.map(({ blank, needsOcr, source }) => ({ blank, needsOcr, source }))).toEqual([
      { blank: true, needsOcr: false, source: 'none' },
      { blank: false, needsOcr: true, source: 'none' },
    ]);
  });

  it('shares a long file out and still gives its pages in order, each once', async () => {
    const bytes = await makePdf(Array.from({ length: 150 }, (_, index) => textPage(`page ${index + 1}`)));
    const { pages, read } = await readFile(pool, bytes);
    expect(pages).toBe(150);
    expect(read.map((page) => page.text)).toEqual(Array.from({ length: 150 }, (_, index) => `page ${index + 1}`));
  });

  it('draws a page at the width asked for', async () => {
    const bytes = await makePdf([textPage('seen')]);
    const png = await pool.picture({ key: 'seen', load: () => bytes, page: 1, width: 306 });
    expect(sizeOfPng(png)).toEqual([306, 396]);
    await expect(pool.picture({ key: 'seen', load: () => bytes, page: 2, width: 306 })).rejects.toThrow(
      'could not be read',
    );
  });
});

describe('the pool', () => {
  it.each([
    ['an empty file', Buffer.alloc(0), { code: 'empty-file' }],
    ['an unknown format', Buffer.from([1, 2, 3, 4, 0, 0, 7, 0]), { code: 'unknown-format' }],
    ['a damaged PDF', Buffer.from('%PDF-1.7 and then nothing'), { code: 'damaged', values: { what: 'PDF' } }],
    ['an empty RTF', Buffer.from('{\\rtf1 }'), { code: 'no-text' }],
  ])('says why %s is not read', async (_, bytes, reason) => {
    const outcome = await readFile(pool, bytes);
    expect(outcome).toMatchObject({ status: 'failed', read: [], reasons: [reason] });
  });

  it('stops at once when it is cancelled, and reads on afterwards', async () => {
    const bytes = await makePdf(Array.from({ length: 100 }, () => textPage('x')));
    const stop = new AbortController();
    const reading = pool.read({
      name: 'file',
      bytes,
      signal: stop.signal,
      onPages: () => {
        stop.abort();
      },
    });
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect((await readFile(pool, Buffer.from('still here'))).read[0]!.text).toBe('still here');
  });

  it('waits for a slow receiver and passes its error on', async () => {
    const bytes = await makePdf([textPage('x')]);
    await expect(
      pool.read({ name: 'file', bytes, onPages: () => Promise.reject(new Error('disk full')) }),
    ).rejects.toThrow('disk full');
  });
});
