import type { PlainReason } from '../../shared/reason.ts';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { FileKind } from '../../shared/record.ts';
import { deliverInOrder } from './deliver-in-order.ts';
import type { ParserLimits } from './limits.ts';
import { USUAL_LIMITS } from './limits.ts';
import type { Opened } from './parser-protocol.ts';
import type { ParserSlot, SlotFile } from './parser-slot.ts';
import { ParserLoss, RefusedFile } from './parser-loss.ts';
import { createParserSlot } from './parser-slot.ts';
import { readInLanes } from './read-in-lanes.ts';
import type {
  CleanTemplate,
  PageToRecognise,
  PictureOfPage,
  PieceOfArchive,
  ReaderPool,
  ReadOutcome,
  ReadPage,
  ReadRequest,
  StartParser,
} from './read-page.ts';
import { Unreadable } from './unreadable.ts';
import type { Piece } from './zip/unpack-entry.ts';

export type ReaderPoolOptions = {
  readonly start: StartParser;
  /** Processes to keep. */
  readonly size: number;
  /** The folder that holds the model for recognition, `eng.traineddata`; that of the project when left out. */
  readonly model?: string;
  readonly limits?: ParserLimits;
};

/** Milliseconds without work after which a process that recognises or unpacks is ended: its memory is large. */
const RESTS_AFTER = 60_000;
const MODEL = join(import.meta.dirname, '..', '..', 'assets', 'ocr');

/** Milliseconds between two processes that may have to be replaced. */
const APART = 100;

/**
 * A file is shared out only if every process gets about this many pages, and if its bytes may be held more than once.
 */
const PAGES_A_LANE = 48;
const MOST_SHARED = 150_000_000;

const reasonOf = (error: unknown): PlainReason => {
  if (error instanceof Unreadable) return error.reason;
  if (!(error instanceof ParserLoss)) throw error;
  switch (error.reason) {
    case 'time':
      return { code: 'too-slow' };
    case 'memory':
      return { code: 'too-much-memory' };
    case 'crash':
    case 'cancelled':
      return { code: 'reader-failed' };
  }
};

const kindOf = (error: unknown): FileKind =>
  error instanceof RefusedFile || error instanceof ParserLoss ? error.kind : 'unknown';

const failed = (kind: FileKind, pages: number, reason: PlainReason): ReadOutcome => ({
  status: 'failed',
  kind,
  pages,
  reasons: [reason],
});

/** Rejects as soon as the signal is aborted, whatever else goes on. */
const unlessAborted = async <T>(signal: AbortSignal | undefined, work: Promise<T>): Promise<T> => {
  if (signal === undefined) return work;
  // Nobody else may be waiting for it any more when it fails.
  work.catch(() => undefined);
  signal.throwIfAborted();
  const stop = Promise.withResolvers<never>();
  const abort = (): void => {
    stop.reject(new DOMException('cancelled', 'AbortError'));
  };
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([work, stop.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
};

/** A lost page has nothing but its message; a torn one has at least a part of its picture. */
const isUsable = ({ messages, text, look }: ReadPage): boolean =>
  messages.length === 0 || text !== '' || look.length > 0;

/**
 * Keeps `size` parser processes and shares files out among them. A file that takes too long, grows too large or ends
 * its process costs nothing but itself: the others go on in a new process.
 */
export const createReaderPool = ({
  start,
  size,
  model = MODEL,
  limits = USUAL_LIMITS,
}: ReaderPoolOptions): ReaderPool => {
  const slots = Array.from({ length: size }, () => createParserSlot(start, limits));
  // Recognition takes seconds a page: it has processes of its own, so that a page to be looked at never waits for it.
  const recognisers = Array.from({ length: size }, () => createParserSlot(start, limits, RESTS_AFTER));
  // An archive stays open until the last of its files is taken out, whatever is read meanwhile.
  const unpacker = createParserSlot(start, limits, RESTS_AFTER);
  let reads = 0;

  const byLoad = (among = slots): ParserSlot[] => [...among].sort((a, b) => a.busy() - b.busy());
  const idlest = (among = slots): ParserSlot => {
    const [slot] = byLoad(among);
    if (slot === undefined) throw new Error('a pool needs at least one process');
    return slot;
  };
  const lanesFor = (first: ParserSlot, { kind, pages }: Opened, bytes: number): ParserSlot[] => {
    const wanted = (kind === 'pdf' || kind === 'tiff') && bytes <= MOST_SHARED ? Math.ceil(pages / PAGES_A_LANE) : 1;
    return [first, ...byLoad().filter((slot) => slot !== first)].slice(0, wanted);
  };

  const readPages = async (
    first: ParserSlot,
    file: SlotFile,
    opened: Opened,
    request: ReadRequest,
  ): Promise<ReadOutcome> => {
    const delivery = deliverInOrder(request.onPages, opened.pages);
    let usable = 0;
    const enclosed = [...(opened.enclosed ?? [])];
    await readInLanes(lanesFor(first, opened, request.bytes.length), {
      file,
      pages: opened.pages,
      losses: limits.losses,
      isCancelled: () => request.signal?.aborted === true,
      accept: (pages) => {
        usable += pages.filter(isUsable).length;
        enclosed.push(...pages.flatMap((page) => page.enclosed ?? []));
        return delivery.accept(pages);
      },
    });
    await delivery.done();
    return usable > 0
      ? {
          status: 'read',
          kind: opened.kind,
          pages: opened.pages,
          reasons: opened.reasons,
          ...(enclosed.length > 0 && { enclosed: enclosed.sort((a, b) => a.index - b.index) }),
        }
      : failed(opened.kind, opened.pages, { code: 'damaged', values: { what: 'file' } });
  };
  const readWhole = async (file: SlotFile, request: ReadRequest): Promise<ReadOutcome> => {
    const first = idlest();
    const opened = await first.open(file);
    if (opened.entries !== undefined) return { status: 'read', ...opened };
    try {
      return await readPages(first, file, opened, request);
    } catch (error) {
      if (error instanceof ParserLoss) return failed(opened.kind, opened.pages, reasonOf(error));
      throw error;
    }
  };
  /** One after the other: a process that has grown is replaced then, and starting two at once slows the whole machine. */
  const releaseFile = async (key: string): Promise<void> => {
    for (const slot of slots) {
      slot.cancel(key);
      await setTimeout(APART, undefined, { ref: false });
    }
  };
  const read = async (request: ReadRequest): Promise<ReadOutcome> => {
    const file: SlotFile = {
      key: `read ${(reads += 1)}`,
      load: () => request.bytes,
      password: request.password ?? '',
      as: request.isLetter === true ? 'letter' : 'record',
    };
    try {
      return await unlessAborted(request.signal, readWhole(file, request));
    } catch (error) {
      if (error instanceof Unreadable || error instanceof ParserLoss) return failed(kindOf(error), 0, reasonOf(error));
      throw error;
    } finally {
      void releaseFile(file.key);
    }
  };

  const slotFor = (key: string): ParserSlot => byLoad().find((slot) => slot.holds(key)) ?? idlest();
  const recognise = async ({ key, load, page, password = '', signal }: PageToRecognise): Promise<ReadPage> => {
    try {
      return await unlessAborted(
        signal,
        idlest(recognisers).call({ key, load, password }, { op: 'recognise', page, model }),
      );
    } catch (error) {
      throw error instanceof ParserLoss ? new Unreadable({ code: 'page-not-recognised' }) : error;
    }
  };
  const unpack = async ({ key, load, entry, at, most, password, signal }: PieceOfArchive): Promise<Piece> => {
    try {
      return await unlessAborted(
        signal,
        unpacker.call({ key, load, password: '' }, { op: 'unpack', entry, at, most, password }),
      );
    } catch (error) {
      throw error instanceof ParserLoss ? new Unreadable(reasonOf(error)) : error;
    }
  };
  const template = async (bytes: Uint8Array): Promise<CleanTemplate> => {
    const file: SlotFile = { key: `template ${(reads += 1)}`, load: () => bytes, password: '', as: 'template' };
    const slot = idlest();
    try {
      const { reasons, enclosed: [own] = [] } = await slot.open(file);
      const most = own?.size ?? 0;
      const piece = await slot.call(file, { op: 'unpack', entry: 0, at: 0, most, password: '' });
      return { bytes: piece.bytes, reasons };
    } catch (error) {
      throw error instanceof ParserLoss ? new Unreadable(reasonOf(error)) : error;
    } finally {
      void releaseFile(file.key);
    }
  };
  const picture = async ({ key, load, page, width, password = '', turned = 0 }: PictureOfPage): Promise<Uint8Array> => {
    try {
      return await slotFor(key).call(
        { key, load, password },
        { op: 'picture', page, width, turned },
        { isUrgent: true },
      );
    } catch (error) {
      throw error instanceof ParserLoss ? new Unreadable({ code: 'page-not-drawn' }) : error;
    }
  };
  return {
    read,
    picture,
    recognise,
    recognisers: size,
    unpack,
    template,
    forget: unpacker.drop,
    close: () => {
      for (const slot of [...slots, ...recognisers, unpacker]) slot.close();
      return Promise.resolve();
    },
  };
};
