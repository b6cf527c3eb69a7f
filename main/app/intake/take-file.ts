import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { LARGEST_FILE } from '../../import/limits.ts';
import { CHUNK_BYTES } from '../../store/originals.ts';
import { breathe } from '../backend/breathe.ts';
import { ReasonedRefusal } from './reasoned-refusal.ts';

/** Where a file is copied to while it is read, a chunk at a time; the chunk's memory is used again for the next. */
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

type OpenFile = { readonly handle: number; readonly size: number };

/** Works on an open file, and refuses what is no file, is too large, or changes meanwhile. */
const withFile = async (path: string, work: (file: OpenFile) => Promise<void>): Promise<void> => {
  const handle = openForReading(path);
  try {
    const before = fstatSync(handle);
    if (!before.isFile()) throw new ReasonedRefusal('unreadable', { code: 'no-readable-file' });
    refuseTooLarge(before.size);
    await work({ handle, size: before.size });
    const after = fstatSync(handle);
    if (after.size !== before.size || after.mtimeMs !== before.mtimeMs)
      throw new ReasonedRefusal('unreadable', { code: 'changed-while-read' });
  } finally {
    closeSync(handle);
  }
};

/** Reads a chunk at a time; `into` gives the memory for so many bytes from `at` on. */
const readChunks = async (
  { handle, size }: OpenFile,
  signal: AbortSignal,
  into: (at: number, size: number) => Uint8Array,
  onChunk: (bytes: Uint8Array) => void,
): Promise<void> => {
  for (let at = 0; at < size;) {
    signal.throwIfAborted();
    const chunk = into(at, Math.min(CHUNK_BYTES, size - at));
    const read = readSync(handle, chunk, 0, chunk.length, at);
    if (read === 0) break;
    onChunk(chunk.subarray(0, read));
    at += read;
    await breathe();
  }
};

/**
 * Reads a file whole. Refuses with `unreadable` what cannot be opened, is larger than {@link LARGEST_FILE}, or changes
 * meanwhile.
 */
export const takeFile = async (file: FileToTake, signal: AbortSignal): Promise<Uint8Array> => {
  if (file.bytes !== undefined) return file.bytes;
  let bytes = new Uint8Array(0);
  await withFile(file.path, (open) => {
    bytes = new Uint8Array(open.size);
    return readChunks(
      open,
      signal,
      (at, size) => bytes.subarray(at, at + size),
      () => undefined,
    );
  });
  return bytes;
};

/** Reads a file as {@link takeFile} does, but only into its copy: it never lies in memory whole. */
export const copyFile = async (file: FileToTake, signal: AbortSignal, copy: FileCopy): Promise<void> => {
  if (file.bytes === undefined) {
    const memory = new Uint8Array(CHUNK_BYTES);
    return withFile(file.path, (open) => readChunks(open, signal, (_, size) => memory.subarray(0, size), copy.append));
  }
  for (let at = 0; at < file.bytes.length; at += CHUNK_BYTES) {
    copy.append(file.bytes.subarray(at, at + CHUNK_BYTES));
    await breathe();
  }
};
