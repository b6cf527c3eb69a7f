import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { forkParser } from '../../main/import/fork-parser.ts';
import type { ReaderPool, ReadPage } from '../../main/import/read-page.ts';
import { createReaderPool } from '../../main/import/reader-pool.ts';
import { findFaxHeader } from '../../main/reading/find-fax-header.ts';
import { sketchPage } from '../../main/reading/page-sketch.ts';
import { newCaseFile, writeBehind } from '../support/case-files.ts';
import { beginOriginal } from '../../main/store/originals.ts';
import { addPages } from '../../main/store/pages.ts';
import { beginRecord } from '../../main/store/records.ts';
import { wantProgram } from '../support/optional.ts';
import { clinicalPdf } from './clinical-pdf.ts';
import { median, notMeasured, printed, ratio, timed, type Figure } from './figure.ts';

const PAGES = 500;
const RUNS = 7;
/** Reads before the measurement: V8 makes WebAssembly fast only after a while. */
const WARM_UP = 2;
/** Pages that the import stores in one go. */
const AT_ONCE = 12;

const NAME = 'text PDF, from bytes to text and word boxes, two workers, against pdftotext -bbox';
const GOAL = 1.2;
const STORED = 'the same text PDF stored and indexed, against pdftotext -bbox';

const readAll = async (
  pool: ReaderPool,
  bytes: Uint8Array,
  take: (pages: readonly ReadPage[]) => void,
): Promise<void> => {
  let count = 0;
  await pool.read({
    name: 'chart.pdf',
    bytes,
    onPages: (pages) => {
      count += pages.filter(({ words }) => words.length > 0).length;
      take(pages);
    },
  });
  if (count !== PAGES) throw new Error('pages are missing');
};

/** An empty encrypted case with a record in it, and a way to store its pages as the import does. */
const newStore = (path: string): ((pages: readonly ReadPage[]) => void) => {
  const file = newCaseFile(path);
  const record = writeBehind(file, (write) => {
    const copy = beginOriginal(write);
    copy.append(write, Buffer.from('bench'));
    return beginRecord(write, copy.finish(write).id, 'chart.pdf');
  });
  return (pages) => {
    for (let at = 0; at < pages.length; at += AT_ONCE) {
      const ready = pages
        .slice(at, at + AT_ONCE)
        .map((page) => ({ ...page, sketch: sketchPage(page.text), faxHeader: findFaxHeader(page.text) }));
      writeBehind(file, (write) => addPages(write, record, ready));
    }
  };
};

/** Pages of text a second: read, and read and stored, beside what pdftotext does. */
export const benchIntakeText = async (folder: string): Promise<Figure[]> => {
  const bytes = await clinicalPdf(PAGES);
  const path = join(folder, 'chart.pdf');
  writeFileSync(path, bytes);
  const pool = createReaderPool({ start: forkParser, size: 2 });
  const times: Record<'read' | 'stored' | 'bbox' | 'plain', number[]> = { read: [], stored: [], bbox: [], plain: [] };
  try {
    for (let run = 0; run < WARM_UP; run += 1) await readAll(pool, bytes, () => undefined);
    const reference = wantProgram('pdftotext', ['-v']);
    for (let run = 0; run < RUNS; run += 1) {
      times.read.push(await timed(() => readAll(pool, bytes, () => undefined)));
      if (reference.present)
        times.bbox.push(await timed(() => spawnSync('pdftotext', ['-bbox', path, join(folder, 'out.html')])));
      const store = newStore(join(folder, `text-${run}.db`));
      times.stored.push(await timed(() => readAll(pool, bytes, store)));
      if (reference.present)
        times.plain.push(await timed(() => spawnSync('pdftotext', [path, join(folder, 'out.txt')])));
    }
    const speed = (of: keyof typeof times): number => (PAGES * 1000) / median(times[of]);
    return [
      reference.present
        ? ratio(NAME, speed('read') / speed('bbox'), { least: GOAL })
        : notMeasured(NAME, `>= ${GOAL}`, reference.reason),
      printed('text PDF, from bytes to text and word boxes', speed('read'), 'pages/s'),
      reference.present
        ? ratio(STORED, speed('stored') / speed('bbox'), { least: 1 })
        : notMeasured(STORED, '>= 1', reference.reason),
      printed('text PDF, stored and indexed', speed('stored'), 'pages/s'),
      ...(reference.present
        ? [printed('pdftotext -bbox', speed('bbox'), 'pages/s'), printed('pdftotext', speed('plain'), 'pages/s')]
        : []),
    ];
  } finally {
    await pool.close();
  }
};
