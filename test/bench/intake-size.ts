import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clinicalPdf } from './clinical-pdf.ts';
import { faxTiff } from './fax-tiff.ts';
import { percentile, printed, ratio, type Figure } from './figure.ts';
import type { ImportOnce } from './import-once.ts';
import { memoryOf } from './memory-of.ts';

const SMALL = 1000;
const LARGE = 10_000;
const FAXED = 2000;
/** Milliseconds between two looks at the memory. */
const EVERY = 200;

type Measured = ImportOnce & { readonly memory: number };

/**
 * Imports a file of so many pages in a fresh process, as an application does, and watches its memory and its
 * children's.
 */
const importOnce = async (folder: string, name: string, bytes: Uint8Array, pages: number): Promise<Measured> => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'import-once.ts'), join(folder, `store-${name}`), path],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let memory = 0;
  const watch = setInterval(() => {
    memory = Math.max(memory, child.pid === undefined ? 0 : memoryOf(child.pid));
  }, EVERY);
  let told = '';
  child.stdout.on('data', (piece: Buffer) => {
    told += piece.toString();
  });
  await new Promise((resolve) => child.once('close', resolve));
  clearInterval(watch);
  const measured = { ...(JSON.parse(told) as ImportOnce), memory };
  if (measured.pages !== pages) throw new Error('pages are missing');
  return measured;
};

const atMost = (name: string, value: number, unit: string, goal: number): Figure => ({
  name,
  value,
  unit,
  goal: `<= ${goal}`,
  holds: value <= goal,
});

const megabytes = (bytes: number): number => bytes / 1_000_000;

const memoryFigure = (what: string, { memory }: Pick<Measured, 'memory'>): Figure => {
  const name = `most memory of all processes while ${what}`;
  return memory === 0
    ? { name, value: null, unit: 'MB', goal: '<= 700', holds: null, reason: 'only Linux tells' }
    : atMost(name, megabytes(memory), 'MB', 700);
};

/** What size costs: time, memory, and how long an answer takes while an import goes on. */
export const benchIntakeSize = async (folder: string, say: (line: string) => void): Promise<Figure[]> => {
  say(`a text PDF of ${SMALL} pages, imported`);
  const small = await importOnce(folder, 'small.pdf', await clinicalPdf(SMALL, SMALL), SMALL);
  say(`a text PDF of ${LARGE} pages, imported`);
  const large = await importOnce(folder, 'large.pdf', await clinicalPdf(LARGE, LARGE), LARGE);
  say(`a fax of ${FAXED} pages, imported`);
  const faxed = await importOnce(folder, 'fax.tif', await faxTiff(FAXED), FAXED);
  return [
    ratio(`${LARGE} text pages imported, against ${SMALL}`, large.took / small.took, { most: 11 }),
    printed(
      `${LARGE} text pages imported, read for the timeline and all`,
      (large.pages * 1000) / large.took,
      'pages/s',
    ),
    atMost(`a TIFF of ${FAXED} faxed pages imported, recognition apart`, faxed.took / 1000, 's', 120),
    memoryFigure(`a TIFF of ${FAXED} faxed pages is imported`, faxed),
    ...[small, large].flatMap(({ pages, memory, answers }) => [
      memoryFigure(`${pages} pages are imported`, { memory }),
      atMost(`longest answer while ${pages} pages are imported`, Math.max(...answers), 'ms', 100),
      printed(`answers within this while ${pages} pages are imported, 99 of 100`, percentile(answers, 0.99), 'ms'),
    ]),
  ];
};
