import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { LARGEST_FILE } from '../../import/limits.ts';
import { CHUNK_BYTES } from '../../store/originals.ts';
import { breathe } from '../backend/breathe.ts';
import { ReasonedRefusal } from './reasoned-refusal.ts';

/** Where a file is copied to while it is read, a chunk at a time. */
export type FileCopy = { readonly append: (bytes: Uint8Array) => void };

/** A file to take in: on the disk, or its bytes. */
export type FileToTake =
  | { readonly name: string; readonly path: string; readonly bytes?: undefined }
  | { readonly name: string; readonly bytes: Uint8Array; readonly path?: undefined };

/** Refuses with `unreadable` a file of more than {@link LARGEST_FILE}. */
export const refuseTooLarge = (size: number): void => {
  if (size > LARGEST_FILE)
    throw new ReasonedRefusal('unreadable', { code: 'file-too-large', values: { size, most: LARGEST_FILE } });
};

// A pipe that took the file's place would otherwise hold up everything until somebody writes into it.
const READ_NOW = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

const openForReading = (path: string): number => {
  try {
    return openSync(path, READ_NOW);
  } catch {
    throw new ReasonedRefusal('unreadable', { code: 'cannot-be-opened', values: { name: basename(path) } });
  }
};

const readPath = async (
  path: string,
  onChunk: (bytes: Uint8Array) => void,
  signal: AbortSignal,
): Promise<Uint8Array> => {
  const handle = openForReading(path);
  try {
    const before = fstatSync(handle);
    if (!before.isFile()) throw new ReasonedRefusal('unreadable', { code: 'no-readable-file' });
    refuseTooLarge(before.size);
    const bytes = new Uint8Array(before.size);
    for (let at = 0; at < bytes.length;) {
      signal.throwIfAborted();
      const read = readSync(handle, bytes, at, Math.min(CHUNK_BYTES, bytes.length - at), at);
      if (read === 0) break;
      onChunk(bytes.subarray(at, at + read));
      at += read;
      await breathe();
    }
    const after = fstatSync(handle);
    if (after.size !== before.size || after.mtimeMs !== before.mtimeMs)
      throw new ReasonedRefusal('unreadable', { code: 'changed-while-read' });
    return bytes;
  } finally {
    closeSync(handle);
  }
};

/**
 * Reads a file whole while `copy`, where given, keeps it. Refuses with `unreadable` what cannot be opened, is larger
 * than {@link LARGEST_FILE}, or changes meanwhile.
 */
export const takeFile = async (file: FileToTake, signal: AbortSignal, copy?: FileCopy): Promise<Uint8Array> => {
  if (file.bytes === undefined) return readPath(file.path, (chunk) => copy?.append(chunk), signal);
  for (let at = 0; at < file.bytes.length; at += CHUNK_BYTES) {
    copy?.append(file.bytes.subarray(at, at + CHUNK_BYTES));
    await breathe();
  }
  return file.bytes;
};
