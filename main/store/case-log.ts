import { statSync } from 'node:fs';
import type { CaseId } from '../../shared/ids.ts';
import type { CaseMemories } from './case-memory.ts';
import { PAGE_BYTES, type Database } from './open-database.ts';

/** What stands before all frames of a log, and before the page in each (https://sqlite.org/walformat.html). */
const LOG_HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;

/** The frames that a log file has room for, whether they can be read or not; null where there is no log file. */
export const framesOnDisk = (path: string): number | null => {
  const size = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size;
  return size === undefined
    ? null
    : Math.max(0, Math.floor((size - LOG_HEADER_BYTES) / (FRAME_HEADER_BYTES + PAGE_BYTES)));
};

/** The frames of the log that SQLite can read; the first that is damaged ends it. */
export const framesRead = (db: Database): number => {
  const [state] = db.pragma('wal_checkpoint(NOOP)') as { readonly log: number }[];
  return Math.max(0, state?.log ?? 0);
};

/**
 * Writes the log into the file and empties it, so that the file alone holds everything. While that goes on the file
 * holds pages of two moments, and only the log makes it whole: the vault remembers that it goes on, and how long the
 * log was. Only outside a transaction.
 */
export const foldLog = (db: Database, path: string, memories: CaseMemories, id: CaseId): void => {
  const frames = framesOnDisk(path);
  if (frames === null || frames === 0) {
    if ((memories.of(id)?.folding ?? 0) > 0) memories.saveFolding(id, 0);
    return;
  }
  memories.saveFolding(id, frames);
  const [done] = db.pragma('wal_checkpoint(TRUNCATE)') as { readonly busy: number }[];
  if (done?.busy === 0) memories.saveFolding(id, 0);
};
