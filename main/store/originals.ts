import { createHash, type Hash } from 'node:crypto';
import { Refusal } from '../../shared/reply.ts';
import type { ReadCase, WriteCase } from './case-file.ts';
import { query, statement } from './statements.ts';
import { dropRecordPart, recordId } from './records.ts';

/** Originals are kept in chunks of this size. */
export const CHUNK_BYTES = 1024 * 1024;

export type OriginalWriter = {
  /** Appends up to {@link CHUNK_BYTES} bytes. */
  readonly append: (file: WriteCase, bytes: Uint8Array) => void;
  /** Ends the copy. `id` is that of the same bytes where they are kept already; the new copy is then to be dropped. */
  readonly finish: (file: WriteCase) => {
    readonly id: number;
    readonly sha256: string;
    readonly size: number;
    readonly isKnown: boolean;
  };
  /** Drops a part of an unfinished or needless copy; true while there is more. */
  readonly dropPart: (file: WriteCase) => boolean;
};

/** Chunks that are dropped at a time. */
const DROPPED_AT_ONCE = 4;

const dropOriginalPart = (file: WriteCase, id: number): boolean => {
  const chunks = statement(
    file,
    'DELETE FROM original_chunk WHERE original_id = ? AND seq IN (SELECT seq FROM original_chunk WHERE original_id = ? LIMIT ?)',
  ).run(id, id, DROPPED_AT_ONCE).changes;
  if (chunks === DROPPED_AT_ONCE) return true;
  statement(file, 'DELETE FROM original WHERE id = ?').run(id);
  return false;
};

/** Begins to keep a file. Until `finish` the copy has no hash and is swept by {@link sweepUnfinished}. */
export const beginOriginal = (begin: WriteCase): OriginalWriter => {
  const id = Number(statement(begin, 'INSERT INTO original (sha256, size) VALUES (NULL, 0)').run().lastInsertRowid);
  const hash: Hash = createHash('sha256');
  let seq = 0;
  let size = 0;
  return {
    append: (file, bytes) => {
      statement(file, 'INSERT INTO original_chunk (original_id, seq, bytes) VALUES (?, ?, ?)').run(
        id,
        seq,
        Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      );
      hash.update(bytes);
      seq += 1;
      size += bytes.length;
    },
    finish: (file) => {
      const sha256 = hash.digest('hex');
      const known = query<[string], { id: number }>(file, 'SELECT id FROM original WHERE sha256 = ?').get(sha256);
      if (known !== undefined) return { id: known.id, sha256, size, isKnown: true };
      statement(file, 'UPDATE original SET sha256 = ?, size = ? WHERE id = ?').run(sha256, size, id);
      return { id, sha256, size, isKnown: false };
    },
    dropPart: (file) => dropOriginalPart(file, id),
  };
};

/** The size of an original in bytes; refuses with `not-found`. */
export const sizeOfOriginal = (file: ReadCase, id: number): number => {
  const row = query<[number], { size: number }>(
    file,
    'SELECT size FROM original WHERE id = ? AND sha256 IS NOT NULL',
  ).get(id);
  if (row === undefined) throw new Refusal('not-found', 'The original of this record is no longer there.');
  return row.size;
};

/** The chunks of an original in order, each read when it is asked for. */
export function* chunksOfOriginal(file: ReadCase, id: number): Generator<Uint8Array> {
  const chunk = query<[number, number], { bytes: Buffer }>(
    file,
    'SELECT bytes FROM original_chunk WHERE original_id = ? AND seq = ?',
  );
  for (let row = chunk.get(id, 0), seq = 1; row !== undefined; row = chunk.get(id, seq), seq += 1) yield row.bytes;
}

/** The original's bytes, read a chunk at a time whenever they are wanted; refuses with `not-found`. */
export const storedOriginal = (
  file: ReadCase,
  id: number,
): { readonly length: number; readonly pieces: () => Iterable<Uint8Array> } => ({
  length: sizeOfOriginal(file, id),
  pieces: () => chunksOfOriginal(file, id),
});

/** The original's bytes as they came; refuses with `not-found`. */
export const readOriginal = (file: ReadCase, id: number): Uint8Array => {
  const bytes = new Uint8Array(sizeOfOriginal(file, id));
  let at = 0;
  for (const chunk of chunksOfOriginal(file, id)) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
};

/** Records begun for files that nobody waits for any more. */
const leftRecord = (file: ReadCase): number | undefined =>
  query<[], { id: number }>(
    file,
    `SELECT id FROM record WHERE is_complete = 0 AND id NOT IN (SELECT id FROM intake_file WHERE state IN ('waiting', 'kept')) LIMIT 1`,
  ).get()?.id;

const leftOriginal = (file: ReadCase): number | undefined =>
  query<[], { id: number }>(
    file,
    `SELECT id FROM original WHERE sha256 IS NULL OR (id NOT IN (SELECT original_id FROM record) AND id NOT IN (SELECT original_id FROM intake_file WHERE original_id IS NOT NULL)) LIMIT 1`,
  ).get()?.id;

/**
 * Removes a part of what stopped imports left behind and nothing waits for; true while there is more. Only while
 * nothing is imported: a copy under way looks like one that was left.
 */
export const sweepUnfinished = (file: WriteCase): boolean => {
  const record = leftRecord(file);
  if (record !== undefined && dropRecordPart(file, recordId(record))) return true;
  const original = leftOriginal(file);
  if (original !== undefined && dropOriginalPart(file, original)) return true;
  return record !== undefined || original !== undefined;
};
