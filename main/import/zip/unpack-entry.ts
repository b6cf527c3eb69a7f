import type { PlainReason } from '../../../shared/reason.ts';
import type * as Library from '@zip.js/zip.js';
import type { FileEntry } from '@zip.js/zip.js';
import { Unreadable } from '../unreadable.ts';

/** Bytes of a file in an archive; `isLast` where none follow. */
export type Piece = { readonly bytes: Uint8Array; readonly isLast: boolean };

type Chunk = { readonly done: boolean; readonly value?: Uint8Array | undefined };
/** An entry that is being unpacked: `at` bytes of it are given out, `rest` is unpacked and not given out yet. */
type Flow = {
  readonly index: number;
  readonly password: string;
  readonly size: number;
  readonly next: () => Promise<Chunk>;
  readonly stop: () => void;
  at: number;
  rest: Uint8Array;
  isOver: boolean;
};

const reasonOf = (error: unknown, { encrypted }: FileEntry, library: typeof Library): PlainReason => {
  switch (error instanceof Error ? error.message : '') {
    case library.ERR_ENCRYPTED:
      return { code: 'needs-password-inside' };
    case library.ERR_UNSUPPORTED_ENCRYPTION:
      return { code: 'unknown-protection' };
    default:
      // One wrong password in 256 passes the first test, and what comes out then is not the file.
      return { code: encrypted ? 'wrong-password' : 'damaged-inside' };
  }
};

const begin = (entry: FileEntry, index: number, password: string): Flow => {
  const stop = new AbortController();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>(
    undefined,
    { highWaterMark: 1 },
    { highWaterMark: 0 },
  );
  const work = entry.getData(writable, { checkCrc32: true, signal: stop.signal, ...(password !== '' && { password }) });
  // An error reaches the reader when it asks for the next bytes.
  work.catch((error: unknown) => writable.abort(error).catch(() => undefined));
  const reader = readable.getReader();
  return {
    index,
    password,
    size: entry.uncompressedSize,
    at: 0,
    rest: new Uint8Array(0),
    isOver: false,
    next: () => reader.read(),
    stop: () => {
      stop.abort();
      reader.cancel().catch(() => undefined);
    },
  };
};

/** A bomb is not unpacked beyond the size that it tells; the library compares sizes only at the end. */
const checkSize = ({ at, rest, size, isOver }: Flow): void => {
  const known = at + rest.length;
  if (known > size || (isOver && known < size)) throw new Unreadable({ code: 'damaged-inside' });
};

/** Has at least `wanted` bytes ready, or all that there are. */
const fill = async (flow: Flow, wanted: number): Promise<void> => {
  const chunks = [flow.rest];
  let length = flow.rest.length;
  while (length < wanted && !flow.isOver) {
    const { done, value } = await flow.next();
    if (done || value === undefined) flow.isOver = true;
    else chunks.push(value);
    length += value?.length ?? 0;
  }
  flow.rest = chunks.length === 1 ? flow.rest : Buffer.concat(chunks);
  checkSize(flow);
};

/** In memory of its own: a part of a larger one would take all of it along to whoever asked. */
const give = (flow: Flow, most: number): Uint8Array => {
  const bytes = new Uint8Array(flow.rest.subarray(0, most));
  flow.rest = flow.rest.subarray(bytes.length);
  flow.at += bytes.length;
  return bytes;
};

/**
 * Unpacks entries piece by piece, one at a time. Pieces asked for in order cost nothing twice; one from elsewhere
 * begins the entry anew, for the process that gave the pieces before it may be gone.
 */
export const newUnpacker = (
  library: typeof Library,
  fileAt: (index: number) => FileEntry,
): ((index: number, at: number, most: number, password: string) => Promise<Piece>) => {
  let current: Flow | null = null;
  const flowOf = async (index: number, at: number, most: number, password: string): Promise<Flow> => {
    if (current?.index === index && current.at === at && current.password === password) return current;
    current?.stop();
    const flow = (current = begin(fileAt(index), index, password));
    while (flow.at < at && !flow.isOver) {
      await fill(flow, most);
      give(flow, Math.min(most, at - flow.at));
    }
    return flow;
  };
  return async (index, at, most, password) => {
    try {
      const flow = await flowOf(index, at, most, password);
      // One byte more tells whether this is the end, and lets the check of the whole file speak up.
      await fill(flow, most + 1);
      return { bytes: give(flow, most), isLast: flow.isOver && flow.rest.length === 0 };
    } catch (error) {
      current?.stop();
      current = null;
      throw error instanceof Unreadable ? error : new Unreadable(reasonOf(error, fileAt(index), library));
    }
  };
};
