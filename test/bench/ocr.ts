import type { ChildProcess } from 'node:child_process';
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forkParser } from '../../main/import/fork-parser.ts';
import { createReaderPool } from '../../main/import/reader-pool.ts';
import type { ReadPage } from '../../main/import/read-page.ts';
import { wantProgram, wantShared } from '../support/optional.ts';
import {
  addShares,
  datesFound,
  SCAN_SETS,
  scanPages,
  SCANS,
  wordsFound,
  type ScanPage,
  type ScanSet,
  type Share,
} from '../support/scans.ts';
import { notMeasured, printed, ratio, timed, type Bench, type Figure } from './figure.ts';
import type { FromLane, ToLane } from './ocr-lane.ts';

const PROCESSES = 2;
const ALONE = 'recognition alone, clean scans, two processes';
const ROUNDS = 3;
const MODEL = join(import.meta.dirname, '..', '..', 'assets', 'ocr');

const dealOut = <T>(things: readonly T[]): T[][] =>
  Array.from({ length: PROCESSES }, (_, lane) => things.filter((_thing, index) => index % PROCESSES === lane));

const answerOf = async (lane: ChildProcess, message: ToLane): Promise<FromLane> => {
  lane.send(message);
  const [answer] = (await once(lane, 'message')) as [FromLane];
  return answer;
};

/**
 * Native Tesseract over whole files, one after the other in each of as many processes as ours. `mode`: its page
 * segmentation.
 */
const runNative = async (files: readonly string[], mode: string, folder: string): Promise<void> => {
  const one = async (file: string): Promise<void> => {
    const base = join(folder, file.split('/').slice(-2).join('-'));
    const child = spawn(
      'tesseract',
      [file, base, '--tessdata-dir', mode === '1' ? '' : MODEL, '-l', 'eng', '--psm', mode, '--dpi', '200'].filter(
        (word, index, all) => !(word === '' || (word === '--tessdata-dir' && all[index + 1] === '')),
      ),
      { stdio: 'ignore', env: { ...process.env, OMP_THREAD_LIMIT: '1' } },
    );
    await once(child, 'exit');
  };
  await Promise.all(
    dealOut(files).map(async (own) => {
      for (const file of own) await one(file);
    }),
  );
};

const filesOf = (pages: readonly ScanPage[]): string[] => [...new Set(pages.map(({ path }) => path))];

const nativeText = ({ path, page }: ScanPage, folder: string): string =>
  readFileSync(join(folder, `${path.split('/').slice(-2).join('-')}.txt`), 'utf8').split('\f')[page - 1] ?? '';

/** Recognition alone, ours and native in turns, the best of each. */
const benchAlone = async (folder: string): Promise<Figure[]> => {
  const pages = scanPages('clean');
  const lanes = dealOut(pages).map((own) => ({ own, process: fork(join(import.meta.dirname, 'ocr-lane.ts')) }));
  try {
    await Promise.all(
      lanes.map(({ own, process }) => answerOf(process, { pages: own.map(({ path, page }) => ({ path, page })) })),
    );
    const [ours, native]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push(await timed(() => Promise.all(lanes.map(({ process }) => answerOf(process, 'go')))));
      native.push(await timed(() => runNative(filesOf(pages), '3', folder)));
    }
    const [best, reference] = [Math.min(...ours), Math.min(...native)];
    return [
      ratio(
        'recognition alone, clean scans, pages a minute against native tesseract, two processes each',
        reference / best,
        { least: 0.7 },
      ),
      printed(ALONE, (pages.length / best) * 60_000, 'pages a minute'),
      printed('native tesseract, clean scans, two processes', (pages.length / reference) * 60_000, 'pages a minute'),
    ];
  } finally {
    for (const { process } of lanes) process.disconnect();
  }
};

/** Pages a minute of the whole job on clean scans against recognition alone on the same. */
const wholeAgainstAlone = ({ reads, milliseconds }: WholeJob, alone: Figure | undefined): Figure => {
  const name = 'the whole job of recognition against recognition alone, clean scans';
  return typeof alone?.value === 'number'
    ? ratio(name, ((reads.length / milliseconds) * 60_000) / alone.value, { least: 0.8 })
    : notMeasured(name, '>= 0.8', 'recognition alone was not measured');
};

type Read = ScanPage & { readonly read: ReadPage };
type WholeJob = { readonly set: ScanSet; readonly reads: readonly Read[]; readonly milliseconds: number };

/** The whole job, as the application does it: drawing, righting, straightening, choosing, reading. */
const runJob = async (set: ScanSet): Promise<WholeJob> => {
  const pool = createReaderPool({ start: forkParser, size: PROCESSES });
  const readOne = async (scan: ScanPage): Promise<Read> => ({
    ...scan,
    read: await pool.recognise({ key: scan.path, load: () => readFileSync(scan.path), page: scan.page }),
  });
  try {
    const pages = scanPages(set);
    // Once over, as recognition alone is measured: WebAssembly is compiled on its way, and a process reads hundreds.
    await Promise.all(pages.map(readOne));
    let reads: Read[] = [];
    const milliseconds = await timed(async () => {
      reads = await Promise.all(pages.map(readOne));
    });
    return { set, reads, milliseconds };
  } finally {
    await pool.close();
  }
};

const LEAST_DATES: Readonly<Record<ScanSet, number>> = { clean: 1, fax: 0.95, 'fax-pdf': 0.95, 'photo-pdf': 0.96 };

const share = (name: string, { found, of }: Share, least: number): Figure => ({
  name,
  value: (100 * found) / of,
  unit: `% (${String(found)} of ${String(of)})`,
  goal: `>= ${String(least * 100)}`,
  holds: found / of >= least,
});

/** Words that were read before white on black, boxes and receipts were: no scan may lose any to them. */
const WORDS_BEFORE: Readonly<Record<ScanSet, number>> = { clean: 4161, fax: 3963, 'fax-pdf': 3963, 'photo-pdf': 4166 };

const atLeastWords = (set: ScanSet, { found, of }: Share): Figure => ({
  name: `words read exactly, ${set}`,
  value: found,
  unit: `of ${String(of)}`,
  goal: `>= ${String(WORDS_BEFORE[set])}`,
  holds: found >= WORDS_BEFORE[set],
});

const figuresOf = ({ set, reads, milliseconds }: WholeJob): Figure[] => {
  const dates = addShares(reads.map(({ truth, read }) => datesFound(truth, read.text)));
  const words = addShares(reads.map(({ truth, read }) => wordsFound(truth, read.text)));
  const righted = reads.filter(({ turned, read }) => read.turned === turned).length;
  return [
    share(`numeric dates read right, ${set}`, dates, LEAST_DATES[set]),
    share(`pages righted, ${set}`, { found: righted, of: reads.length }, 1),
    atLeastWords(set, words),
    printed(
      `lowest confidence of a page, ${set}`,
      Math.min(...reads.map(({ read }) => read.confidence ?? NaN)),
      'of 100',
    ),
    printed(`whole job, ${set}, two processes`, (reads.length / milliseconds) * 60_000, 'pages a minute'),
  ];
};

/** True words on the rough scans against native Tesseract, which finds the orientation by itself. */
const benchRough = async ({ reads }: WholeJob, folder: string): Promise<Figure> => {
  await runNative(filesOf(reads), '1', folder);
  const ours = addShares(reads.map(({ truth, read }) => wordsFound(truth, read.text))).found;
  const native = addShares(reads.map((page) => wordsFound(page.truth, nativeText(page, folder)))).found;
  return ratio('true words on the rough scans against native tesseract with orientation', ours / native, { least: 1 });
};

const missing = (): string | null =>
  [wantShared(SCANS), wantProgram('tesseract')].find(({ present }) => !present)?.reason ?? null;

/** The figures of recognition over the scanned letters: speed against native Tesseract, dates, words, turned pages. */
export const benchOcr: Bench = async (say) => {
  const scans = wantShared(SCANS);
  if (!scans.present) return [notMeasured('recognition of scanned pages', '', scans.reason)];
  const folder = mkdtempSync(join(tmpdir(), 'imr-ocr-'));
  try {
    const reason = missing();
    say('recognition alone');
    const figures =
      reason === null
        ? await benchAlone(folder)
        : [notMeasured('recognition against native tesseract', '>= 0.7', reason)];
    for (const set of SCAN_SETS) {
      say(`scans, ${set}`);
      const job = await runJob(set);
      figures.push(...figuresOf(job));
      if (set === 'clean')
        figures.push(
          wholeAgainstAlone(
            job,
            figures.find(({ name }) => name === ALONE),
          ),
        );
      if (set === 'fax' && reason === null) figures.push(await benchRough(job, folder));
    }
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
