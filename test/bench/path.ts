import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forkParser } from '../../main/import/fork-parser.ts';
import type { ReadPage } from '../../main/import/read-page.ts';
import { createReaderPool } from '../../main/import/reader-pool.ts';
import { createBackend } from '../../main/app/backend/create-backend.ts';
import type { Letter } from '../../shared/letter.ts';
import { wantProgram } from '../support/optional.ts';
import { notMeasured, printed, ratio, timed, median, type Bench, type Figure } from './figure.ts';
import { benchLetterExport } from './letters.ts';
import { benchOpening } from './opening.ts';
import { benchPictures } from './pictures.ts';
import { benchSearch } from './search.ts';
import { textPdf } from './text-pdf.ts';

const PAGES = 500;
const RUNS = 5;
const ASSETS = join(import.meta.dirname, '..', '..', 'assets');

const alternate = async (runs: number, works: readonly (() => unknown)[]): Promise<number[]> => {
  const times = works.map((): number[] => []);
  for (let run = 0; run < runs; run += 1) for (const [at, work] of works.entries()) times[at]?.push(await timed(work));
  return times.map(median);
};

const perSecond = (milliseconds: number): number => (PAGES * 1000) / milliseconds;

const storedAndIndexed = async (folder: string, pdf: string): Promise<number> => {
  const backend = await createBackend({
    storeDir: join(folder, 'vault'),
    assetsDir: ASSETS,
    parsers: 2,
    kdfCost: 2 ** 10,
  });
  await backend.call('vault.create', { passphrase: 'plainly fictional' });
  const made = await backend.call('case.create', { letter: {} satisfies Partial<Letter>, origin: 'records' });
  const caseId = made.ok ? (made.value as { caseId: string }).caseId : '';
  const files = await backend.offer([{ kind: 'path', path: pdf }]);
  const milliseconds = await timed(() => backend.call('record.import', { caseId, files }));
  await backend.close();
  return milliseconds;
};

const NAME = 'PDF text and word boxes in memory, two workers, against pdftotext -bbox';

const benchPdf = async (folder: string): Promise<Figure[]> => {
  const bytes = await textPdf(PAGES);
  const path = join(folder, 'text.pdf');
  writeFileSync(path, bytes);
  const pool = createReaderPool({ start: forkParser, size: 2 });
  const read = async (): Promise<void> => {
    const pages: ReadPage[] = [];
    await pool.read({ name: 'text.pdf', bytes, onPages: (batch) => void pages.push(...batch) });
    if (pages.length !== PAGES || pages.some(({ words }) => words.length === 0)) throw new Error('pages are missing');
  };
  try {
    await read();
    const reference = wantProgram('pdftotext', ['-v']);
    const [ours = NaN, theirs = NaN] = await alternate(RUNS, [
      read,
      ...(reference.present ? [() => spawnSync('pdftotext', ['-bbox', path, join(folder, 'out.html')])] : []),
    ]);
    const whole = await storedAndIndexed(folder, path);
    return [
      reference.present ? ratio(NAME, theirs / ours, { least: 0.8 }) : notMeasured(NAME, '>= 0.8', reference.reason),
      printed('PDF text and word boxes in memory', perSecond(ours), 'pages/s'),
      ...(reference.present ? [printed('pdftotext -bbox', perSecond(theirs), 'pages/s')] : []),
      printed('the same stored, indexed and read for the timeline', perSecond(whole), 'pages/s'),
    ];
  } finally {
    await pool.close();
  }
};

/** The figures of the whole path: PDF, search, letter, and the sample case's first page. */
export const benchPath: Bench = async (say) => {
  const folder = mkdtempSync(join(tmpdir(), 'imr-bench-'));
  try {
    say('a PDF of 500 pages');
    const pdf = await benchPdf(folder);
    say('search over 10,000 pages');
    const search = benchSearch(folder);
    say('a letter of 21 items');
    const letter = await benchLetterExport(say);
    say('pictures in WebAssembly, and a file of 200 MB');
    const pictures = await benchPictures();
    say('the sample case in the browser');
    return [...pdf, ...search, ...letter, ...pictures, ...(await benchOpening(folder))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
