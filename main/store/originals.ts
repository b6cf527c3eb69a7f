import { createHash, type Hash } from 'node:crypto';
import { Refusal } from '../../shared/reply.ts';
import type { ReadCase } from './case-file.ts';

/** Originals are kept in chunks of this size. */
export const CHUNK_BYTES = 1024 * 1024;

export type OriginalWriter = {
  /** Appends up to {@link CHUNK_BYTES} bytes. */
  readonly append: (bytes: Uint8Array) => void;
  /** Ends the copy. `id` is that of the same bytes where they are kept already; the new copy is then dropped. */
  readonly finish: () => { readonly id: number; readonly sha256: string; readonly size: number; readonly isKnown: boolean };
  /** Drops the unfinished copy. */
  readonly abandon: () => void;
};

/** Begins to keep a file. Until `finish` the copy has no hash and is swept by {@link sweepUnfinished}. */
export const beginOriginal = (file: ReadCase): OriginalWriter => {
  const id = Number(file.db.prepare('INSERT INTO original (sha256, size) VALUES (NULL, 0)').run().lastInsertRowid);
  const insert = file.db.prepare('INSERT INTO original_chunk (original_id, seq, bytes) VALUES (?, ?, ?)');
  const hash: Hash = createHash('sha256');
  let seq = 0;
  let size = 0;
  const abandon = (): void => {
    file.db.prepare('DELETE FROM original WHERE id = ?').run(id);
  };
  return {
    append: (bytes) => {
      insert.run(id, seq, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
      hash.update(bytes);
      seq += 1;
      size += bytes.length;
    },
    finish: () => {
      const sha256 = hash.digest('hex');
      const known = file.db.prepare<[string], { id: number }>('SELECT id FROM original WHERE sha256 = ?').get(sha256);
      if (known !== undefined) {
        abandon();
        return { id: known.id, sha256, size, isKnown: true };
      }
      file.db.prepare('UPDATE original SET sha256 = ?, size = ? WHERE id = ?').run(sha256, size, id);
      return { id, sha256, size, isKnown: false };
    },
    abandon,
  };
};

/** The original's bytes as they came; refuses with `not-found`. */
export const readOriginal = (file: ReadCase, id: number): Uint8Array => {
  const row = file.db.prepare<[number], { size: number }>('SELECT size FROM original WHERE id = ? AND sha256 IS NOT NULL').get(id);
  if (row === undefined) throw new Refusal('not-found', 'The original of this record is no longer there.');
  const bytes = new Uint8Array(row.size);
  let at = 0;
  for (const chunk of file.db.prepare<[number], { bytes: Buffer }>('SELECT bytes FROM original_chunk WHERE original_id = ? ORDER BY seq').iterate(id)) {
    bytes.set(chunk.bytes, at);
    at += chunk.bytes.length;
  }
  return bytes;
};

/** Removes copies and records that a stopped import left unfinished, so that it can begin them again. */
export const sweepUnfinished = (file: ReadCase): void => {
  file.db.transaction(() => {
    file.db.prepare('DELETE FROM record WHERE is_complete = 0').run();
    file.db.prepare('DELETE FROM original WHERE sha256 IS NULL OR (id NOT IN (SELECT original_id FROM record) AND id NOT IN (SELECT original_id FROM intake_file WHERE original_id IS NOT NULL))').run();
  }).immediate();
};
