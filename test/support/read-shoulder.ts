import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forkParser } from '../../main/import/fork-parser.ts';
import { createReaderPool } from '../../main/import/reader-pool.ts';
import type { FilePages } from '../../main/reading/records/split-records.ts';
import type { RecordId } from '../../shared/ids.ts';
import { SHARED, wantShared } from './optional.ts';
import { readFile } from './read-file.ts';

const FOLDER = join('cases', 'shoulder');
export const SHOULDER = wantShared(join(FOLDER, 'truth.json'));

export type TrueDocument = {
  readonly file: string;
  readonly first: number;
  readonly last: number;
  readonly kind: string;
  readonly date: string | null;
  readonly provider: string | null;
  readonly patient: 'worker' | 'other';
};
type KeyFact = { readonly date: string; readonly pattern: string; readonly what: string };
export type Truth = {
  readonly documents: readonly TrueDocument[];
  readonly keyFacts: readonly KeyFact[];
  readonly items: readonly string[];
  readonly header: { readonly dateOfInjury: string };
};

export const shoulderTruth = (): Truth => JSON.parse(readFileSync(join(SHARED, FOLDER, 'truth.json'), 'utf8')) as Truth;

/** The files of the shoulder case as the product's own reader gives them, without what only recognition reads. */
export const readShoulder = async (): Promise<FilePages[]> => {
  const pool = createReaderPool({ start: forkParser, size: 1 });
  try {
    const files: FilePages[] = [];
    for (const name of readdirSync(join(SHARED, FOLDER, 'files'))) {
      const { read } = await readFile(pool, readFileSync(join(SHARED, FOLDER, 'files', name)));
      files.push({
        record: name as RecordId,
        fileName: name,
        pages: read.map(({ number, text, blank }) => ({ page: number, text, isBlank: blank })),
      });
    }
    return files;
  } finally {
    await pool.close();
  }
};
