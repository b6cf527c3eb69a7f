import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { foldSpace } from '../../shared/letter.ts';
import { CONSULTATION } from '../support/sample/records/consultation.ts';
import { KEPT_FILE, SAMPLE_FILES, type SampleFile } from '../support/sample/sample-files.ts';

/** The part of the package that is used; it ships no types. */
type WordExtractor = new () => { readonly extract: (bytes: Buffer) => Promise<{ readonly getBody: () => string }> };
const WordExtractor = createRequire(import.meta.filename)('word-extractor') as WordExtractor;

const ROOT = join(import.meta.dirname, '..', '..', 'assets', 'sample-case');
const committed = (folder: SampleFile['folder'], name: string): Buffer => readFileSync(join(ROOT, folder, name));
const read = (name: string): Buffer => committed('more-records', name);

describe('the records of the sample case', () => {
  // Picture encoders round differently from one processor to the next; the committed files come from this kind.
  const isHome = process.platform === 'linux' && process.arch === 'x64';

  it.each(
    SAMPLE_FILES.filter(({ isSameEverywhere }) => isSameEverywhere || isHome).map(
      (file) => [`${file.folder}/${file.name}`, file] as const,
    ),
  )('has %s as the script writes it', async (_path, { folder, name, write }) => {
    expect(Buffer.compare(Buffer.from(await write()), committed(folder, name))).toBe(0);
  });

  it('holds one record twice under two names', () => {
    expect(committed('records', 'scan-0031.pdf').equals(committed('records', 'pr2-2016-07-26.pdf'))).toBe(true);
  });

  it('holds a PDF that is encrypted and opens with an empty password', () => {
    const bytes = committed('records', 'pr2-2016-08-16.pdf').toString('latin1');
    expect(bytes).toContain('/Encrypt');
    expect(bytes).not.toContain('/Title');
  });

  it('holds a fax of three pages, the last of them lying on its side', async () => {
    const pages = await Promise.all([0, 1, 2].map((page) => sharp(read('clinic-fax.tif'), { page }).metadata()));
    expect(pages[0]?.pages).toBe(3);
    expect(pages.map(({ width, height }) => [width, height])).toEqual([
      [1700, 2200],
      [1700, 2200],
      [2200, 1700],
    ]);
    // Tag 259 (compression), one SHORT, 4: Group 4.
    expect(
      read('clinic-fax.tif')
        .toString('hex')
        .match(/030103000100000004000000/g),
    ).toHaveLength(3);
  });

  it('holds a photograph that its EXIF mark turns upright', async () => {
    const { width, height, orientation } = await sharp(read('duty-offer-photo.jpg')).metadata();
    expect({ width, height, orientation }).toEqual({ width: 1650, height: 1275, orientation: 6 });
  });

  it('holds a Word 97 file with the words that the script knows', async () => {
    const body = (await new WordExtractor().extract(read(KEPT_FILE))).getBody();
    expect(foldSpace(body)).toBe(foldSpace(CONSULTATION.join(' ')));
  });

  it('holds an archive of two files', () => {
    expect(Object.keys(unzipSync(read('earlier-records.zip')))).toEqual([
      'earlier/visit-2013.txt',
      'earlier/job-description.rtf',
    ]);
  });
});
