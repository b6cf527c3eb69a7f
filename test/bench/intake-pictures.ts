import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { forkParser } from '../../main/import/fork-parser.ts';
import { createReaderPool } from '../../main/import/reader-pool.ts';
import { wantProgram } from '../support/optional.ts';
import { clinicalPdf } from './clinical-pdf.ts';
import { median, notMeasured, printed, ratio, timed, type Figure } from './figure.ts';

const PAGES = 40;
const RUNS = 5;
const DPI = 150;
const WORKERS = 2;
/** Pixels across a Letter page. */
const WIDTH = 8.5 * DPI;

const NAME = `raw page pictures at ${DPI} dpi, two workers, against pdftoppm to PPM`;
const GOAL = 2;

const drawAll = async (workers: readonly ChildProcess[]): Promise<void> => {
  const answers = workers.map((worker) => once(worker, 'message'));
  workers.forEach((worker) => worker.send('draw'));
  const drawn = (await Promise.all(answers)).map(([count]) => Number(count)).reduce((sum, count) => sum + count, 0);
  if (drawn !== PAGES) throw new Error('pages are missing');
};

const startWorkers = async (path: string): Promise<ChildProcess[]> => {
  const workers = Array.from({ length: WORKERS }, (_, first) =>
    fork(join(import.meta.dirname, 'draw-pages.ts'), [path, first, WORKERS, WIDTH].map(String), { execArgv: [] }),
  );
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  return workers;
};

/** Pages as PNGs out of the isolated readers, as the window asks for them. */
const drawPngs = async (bytes: Uint8Array): Promise<number> => {
  const pool = createReaderPool({ start: forkParser, size: WORKERS });
  const draw = (page: number): Promise<Uint8Array> =>
    pool.picture({ key: 'chart', load: () => bytes, page: page + 1, width: WIDTH });
  try {
    for (let page = 0; page < 4; page += 1) await draw(page);
    return await timed(async () => {
      for (let page = 0; page < PAGES; page += 1) await draw(page);
    });
  } finally {
    await pool.close();
  }
};

/** Pictures of pages a second, raw as recognition takes them, beside pdftoppm. */
export const benchIntakePictures = async (folder: string): Promise<Figure[]> => {
  const bytes = await clinicalPdf(PAGES);
  const path = join(folder, 'pictures.pdf');
  writeFileSync(path, bytes);
  const workers = await startWorkers(path);
  const [ours, theirs]: [number[], number[]] = [[], []];
  const reference = wantProgram('pdftoppm', ['-v']);
  try {
    for (let run = 0; run < 2; run += 1) await drawAll(workers);
    for (let run = 0; run < RUNS; run += 1) {
      ours.push(await timed(() => drawAll(workers)));
      // Without a name to write to, the pictures go to its output, which goes nowhere.
      if (reference.present)
        theirs.push(await timed(() => spawnSync('pdftoppm', ['-r', String(DPI), path], { stdio: 'ignore' })));
    }
  } finally {
    workers.forEach((worker) => worker.kill());
  }
  const speed = (times: readonly number[]): number => (PAGES * 1000) / median(times);
  return [
    reference.present
      ? ratio(NAME, speed(ours) / speed(theirs), { least: GOAL })
      : notMeasured(NAME, `>= ${GOAL}`, reference.reason),
    printed(`raw page pictures at ${DPI} dpi`, speed(ours), 'pages/s'),
    ...(reference.present ? [printed('pdftoppm to PPM', speed(theirs), 'pages/s')] : []),
    printed(
      'one page as the window asks for it, a PNG out of the isolated readers',
      (await drawPngs(bytes)) / PAGES,
      'ms',
    ),
  ];
};
