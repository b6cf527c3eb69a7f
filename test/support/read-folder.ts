import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forkParser } from '../../main/import/fork-parser.ts';
import { createReaderPool } from '../../main/import/reader-pool.ts';
import type { FilePages } from '../../main/reading/records/split-records.ts';
import type { RecordId } from '../../shared/ids.ts';
import { readFile } from './read-file.ts';

/** The files of a folder as the product's own reader gives them, without what only recognition reads. */
export const readFolder = async (folder: string): Promise<FilePages[]> => {
  const pool = createReaderPool({ start: forkParser, size: 1 });
  try {
    const files: FilePages[] = [];
    for (const name of readdirSync(folder)) {
      const { read } = await readFile(pool, readFileSync(join(folder, name)));
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
