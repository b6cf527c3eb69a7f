import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { ReadCase } from '../../main/store/case-file.ts';
import { migrate } from '../../main/store/migrate.ts';
import { CASE_MIGRATIONS } from '../../main/store/migrations/case.ts';
import { closeCaseFile, openCaseFile } from '../../main/store/open-case.ts';
import { newCaseFile, writeBehind } from '../support/case-files.ts';
import { beginOriginal } from '../../main/store/originals.ts';
import { addPages } from '../../main/store/pages.ts';
import { oneDocument } from '../support/one-document.ts';
import { beginRecord, finishRecord } from '../../main/store/records.ts';
import { searchPages } from '../../main/store/search-pages.ts';
import type { CaseId } from '../../shared/ids.ts';
import { seededRandom } from '../support/sample/seeded-random.ts';
import { percentile, printed, ratio, type Figure } from './figure.ts';
import { textPdfWords } from './text-pdf.ts';

const PAGES = 10_000;
const ROUNDS = 6;

/** Rare words beside the common ones, as in real files: each of these on about one page in two hundred. */
const RARE = Array.from({ length: 400 }, (_, at) => `finding${at}`);

const QUERIES = [
  'lumbar spine',
  '"range motion"',
  'naproxen',
  'acupuncture sessions',
  'ibuprofen -naproxen',
  'tender*',
  ...RARE.slice(0, 12),
  'finding20 lumbar',
  'finding21 OR',
  '"pain lumbar"',
];

const plainDatabase = (path: string): Database.Database => {
  const db = new Database(path);
  db.pragma('page_size = 8192');
  db.pragma('journal_mode = WAL');
  db.pragma('cache_size = -65536');
  migrate(db, CASE_MIGRATIONS);
  return db;
};

/** Puts 10,000 pages of random words in a case; `rare` words stand on some of them. */
export const fillPages = (file: ReadCase, rare: readonly string[] = RARE): void => {
  const random = seededRandom(7);
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? '';
  const text = (): string =>
    Array.from({ length: 300 }, () => (random() < 0.007 ? pick(rare) : pick(textPdfWords))).join(' ');
  const record = writeBehind(file, (write) => {
    const copy = beginOriginal(write);
    copy.append(write, Buffer.from('bench'));
    return beginRecord(write, copy.finish(write).id, 'bench.pdf');
  });
  for (let at = 0; at < PAGES; at += 100) {
    writeBehind(file, (write) =>
      addPages(
        write,
        record,
        Array.from({ length: 100 }, (_, page) => ({
          number: at + page + 1,
          text: text(),
          kind: 'picture',
          source: 'layer',
          confidence: null,
          width: 612,
          height: 792,
          turned: 0,
          blank: false,
          needsOcr: false,
          messages: [],
          words: new Float32Array(300 * 6),
          blocks: [],
          sketch: new Uint32Array(),
          look: new Uint8Array(),
          faxHeader: null,
          hash: '',
        })),
      ),
    );
  }
  writeBehind(file, (write) =>
    finishRecord(write, record, {
      fileKind: 'pdf',
      documents: [oneDocument('Bench')],
      reasons: [],
    }),
  );
};

/** Ranked search with snippets over 10,000 stored pages: encrypted against plain, the same queries in turn. */
export const benchSearch = (folder: string): Figure[] => {
  const sealed = newCaseFile(join(folder, 'sealed.db'), 'a' as CaseId);
  const plain = openCaseFile('b' as CaseId, plainDatabase(join(folder, 'plain.db')));
  [sealed, plain].forEach((file) => fillPages(file));
  const times = new Map<ReadCase, number[]>([
    [sealed, []],
    [plain, []],
  ]);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const query of QUERIES) {
      [sealed, plain].forEach((file) => {
        const begun = performance.now();
        searchPages(file, query, 100);
        // The first round fills the caches of both.
        if (round > 0) times.get(file)?.push(performance.now() - begun);
      });
    }
  }
  const [ours, theirs] = [sealed, plain].map((file) => percentile(times.get(file) ?? [], 0.95));
  [sealed, plain].forEach(closeCaseFile);
  return [
    ratio('search over 10,000 pages, encrypted against plain, 95th percentile', (ours ?? NaN) / (theirs ?? NaN), {
      most: 1.5,
    }),
    printed('search over 10,000 pages, encrypted, 95th percentile', ours ?? NaN, 'ms'),
  ];
};
