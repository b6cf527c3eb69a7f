import { setImmediate } from 'node:timers/promises';
import type { FileKind } from '../../shared/record.ts';
import type { ParserLimits } from './limits.ts';
import { ParserLoss, RefusedFile } from './parser-loss.ts';
import type { FromParser, Opened, ParserAnswer, ParserAnswers, ParserCall, ToParser } from './parser-protocol.ts';
import { PIECE } from './parser-protocol.ts';
import type { ParserProcess, ReadPage, StartParser } from './read-page.ts';
import { residentMemory } from './resident-memory.ts';

/** A file that calls are about; `load` gives its bytes whenever a process has to be told them (again). */
export type SlotFile = {
  readonly key: string;
  readonly load: () => Uint8Array | Promise<Uint8Array>;
  readonly password: string;
  /** As in `ReadRequest`. */
  readonly isLetter?: boolean;
};

/** `isUrgent`: goes ahead of others that wait. `onPages`: takes pages that come ahead of the answer. */
export type CallOptions = { readonly isUrgent?: boolean; readonly onPages?: (pages: readonly ReadPage[]) => void };

/**
 * One place for a parser process: calls wait their turn, and a process that is lost is replaced for the next of them.
 */
export type ParserSlot = {
  /** Opens the file if the process does not hold it. Rejects with {@link RefusedFile} or {@link ParserLoss}. */
  readonly open: (file: SlotFile) => Promise<Opened>;
  /** Asks about the file, opening it first if need be. */
  readonly call: <C extends ParserCall>(
    file: SlotFile,
    call: C,
    options?: CallOptions,
  ) => Promise<ParserAnswers[C['op']]>;
  readonly holds: (key: string) => boolean;
  /** Calls that run or wait. */
  readonly busy: () => number;
  /** Forgets the file. */
  readonly drop: (key: string) => void;
  /** Forgets the file and ends what is being done with it, even if that takes the process. */
  readonly cancel: (key: string) => void;
  readonly close: () => void;
};

type Job = {
  readonly file: SlotFile;
  readonly call: ParserCall | null;
  readonly onPages: CallOptions['onPages'];
  readonly resolve: (answer: ParserAnswer) => void;
  readonly reject: (error: Error) => void;
};
type Running = {
  readonly id: number;
  readonly startClock: (milliseconds: number) => void;
  kind: FileKind;
  readonly onPages: CallOptions['onPages'];
  readonly settle: (message: FromParser | ParserLoss['reason']) => void;
};
type Held = { readonly opened: Opened; readonly size: number };

/** Open files that a process keeps at hand, and how many bytes of them. */
const MOST_HELD = 8;
const MOST_HELD_BYTES = 160_000_000;
/** An idle process that has grown beyond this is replaced: WebAssembly never gives memory back. */
const GROWN = 180_000_000;
const WATCH_EVERY = 100;
/** Milliseconds that a process may take to start, on a machine that is busy. */
const START = 20_000;

/**
 * With `restsAfter`, milliseconds, the process is started when it is first needed and ended when nothing was asked for
 * so long.
 */
export const createParserSlot = (start: StartParser, limits: ParserLimits, restsAfter?: number): ParserSlot => {
  const queue: Job[] = [];
  const held = new Map<string, Held>();
  let process: ParserProcess | null = null;
  let running: Running | null = null;
  let current: Job | null = null;
  let cancelled: Job | null = null;
  let isWorking = false;
  let isReady = false;
  let resident = 0;
  let ids = 0;
  let closed = false;
  let rest: NodeJS.Timeout | undefined;

  const lose = (reason: ParserLoss['reason']): void => {
    const lost = process;
    process = null;
    held.clear();
    lost?.kill();
    running?.settle(reason);
  };
  const stopCurrent = (): void => {
    cancelled = current;
    lose('cancelled');
  };
  const startProcess = (): ParserProcess => {
    const started = start();
    started.onMessage((message) => {
      if (started === process) hear(message as FromParser);
    });
    started.onExit(() => {
      if (started === process) lose('crash');
    });
    resident = 0;
    isReady = false;
    process = started;
    return started;
  };
  const hear = (message: FromParser): void => {
    if (message.type === 'ready') {
      isReady = true;
      running?.startClock(0);
      return;
    }
    if ('resident' in message) resident = message.resident;
    if (running?.id !== message.id) return;
    if (message.type === 'identified') running.kind = message.kind;
    else if (message.type === 'part') running.onPages?.(message.pages);
    else running.settle(message);
  };
  const post = (message: ToParser): void => {
    (process ?? startProcess()).post(message);
  };
  const overweight = (size: number): boolean => (residentMemory(process?.pid) ?? resident) > limits.resident + size * 3;

  const send = (
    file: SlotFile,
    call: ParserCall,
    size: number,
    onPages?: CallOptions['onPages'],
  ): Promise<ParserAnswer> =>
    new Promise((resolve, reject) => {
      const id = (ids += 1);
      let clock: NodeJS.Timeout | undefined;
      const startClock = (more: number): void => {
        clearTimeout(clock);
        clock = setTimeout(() => {
          lose('time');
        }, limits[call.op] + more);
      };
      const scale = setInterval(() => {
        if (overweight(size)) lose('memory');
      }, WATCH_EVERY);
      const settle: Running['settle'] = (message) => {
        clearTimeout(clock);
        clearInterval(scale);
        const kind = running?.kind ?? 'unknown';
        running = null;
        if (typeof message === 'string') reject(new ParserLoss(message, kind));
        else if (message.type === 'done') resolve(message.value);
        else if (message.type === 'refused') reject(new RefusedFile(message.sentence, kind));
        else reject(new ParserLoss('crash', kind));
        // After an error that nobody expected, the state of the parsers is unknown.
        if (typeof message !== 'string' && message.type === 'broken') lose('crash');
      };
      running = { id, startClock, kind: held.get(file.key)?.opened.kind ?? 'unknown', onPages, settle };
      post({ type: 'call', id, key: file.key, call });
      startClock(isReady ? 0 : START);
    });

  const makeRoom = (size: number): void => {
    let total = size + [...held.values()].reduce((sum, file) => sum + file.size, 0);
    for (const [key, file] of held) {
      if (held.size < MOST_HELD && total <= MOST_HELD_BYTES) return;
      total -= file.size;
      drop(key);
    }
  };
  const drop = (key: string): void => {
    if (!held.delete(key)) return;
    post({ type: 'drop', key });
  };
  const refuseCancelled = (file: SlotFile): void => {
    if (cancelled !== null && cancelled.file === file) throw new ParserLoss('cancelled', 'unknown');
  };
  /** A piece at a time, so that nobody waits for all of them. */
  const sendBytes = async (file: SlotFile, bytes: Uint8Array): Promise<void> => {
    post({ type: 'size', key: file.key, size: bytes.length });
    const told = process;
    for (let at = 0; at < bytes.length; at += PIECE) {
      post({ type: 'piece', key: file.key, at, bytes: bytes.subarray(at, at + PIECE) });
      await setImmediate();
      refuseCancelled(file);
      if (process !== told) throw new ParserLoss('crash', 'unknown');
    }
  };
  const ensureOpen = async (file: SlotFile): Promise<Held> => {
    const known = held.get(file.key);
    if (known !== undefined) {
      // The one used last goes to the end: the first are dropped first.
      held.delete(file.key);
      held.set(file.key, known);
      return known;
    }
    const bytes = await file.load();
    refuseCancelled(file);
    makeRoom(bytes.length);
    await sendBytes(file, bytes);
    try {
      const opened = (await send(
        file,
        { op: 'open', password: file.password, isLetter: file.isLetter === true },
        bytes.length,
      )) as Opened;
      const fresh = { opened, size: bytes.length };
      held.set(file.key, fresh);
      return fresh;
    } catch (error) {
      if (error instanceof RefusedFile) post({ type: 'drop', key: file.key });
      throw error;
    }
  };
  const perform = async ({ file, call, onPages }: Job): Promise<ParserAnswer> => {
    const { opened, size } = await ensureOpen(file);
    return call === null ? opened : send(file, call, size, onPages);
  };
  const renewWhenGrown = (): void => {
    if (isWorking || queue.length > 0 || held.size > 0 || process === null || resident <= GROWN) return;
    lose('memory');
    if (restsAfter === undefined) startProcess();
  };
  const finish = async (job: Job): Promise<void> => {
    current = job;
    try {
      job.resolve(await perform(job));
    } catch (error) {
      job.reject(error instanceof Error ? error : new ParserLoss('crash', 'unknown'));
    }
    current = null;
  };
  const workOff = async (): Promise<void> => {
    clearTimeout(rest);
    // Between two jobs nothing is current, and yet nobody else may begin.
    if (isWorking) return;
    isWorking = true;
    for (let job = queue.shift(); job !== undefined; job = queue.shift()) await finish(job);
    isWorking = false;
    renewWhenGrown();
    if (restsAfter !== undefined) {
      rest = setTimeout(() => {
        lose('cancelled');
      }, restsAfter).unref();
    }
  };
  const enqueue = (
    file: SlotFile,
    call: ParserCall | null,
    { isUrgent = false, onPages }: CallOptions = {},
  ): Promise<ParserAnswer> =>
    new Promise((resolve, reject) => {
      if (closed) {
        reject(new ParserLoss('cancelled', 'unknown'));
        return;
      }
      queue.splice(isUrgent ? 0 : queue.length, 0, { file, call, onPages, resolve, reject });
      void workOff();
    });
  const rejectWaiting = (concerns: (job: Job) => boolean): void => {
    const gone = queue.filter(concerns);
    queue.splice(0, queue.length, ...queue.filter((job) => !concerns(job)));
    for (const job of gone) job.reject(new ParserLoss('cancelled', 'unknown'));
  };

  if (restsAfter === undefined) startProcess();
  return {
    open: (file) => enqueue(file, null) as Promise<Opened>,
    call: (file, call, options) => enqueue(file, call, options) as Promise<never>,
    holds: (key) => held.has(key),
    busy: () => queue.length + (current === null ? 0 : 1),
    drop: (key) => {
      drop(key);
      renewWhenGrown();
    },
    cancel: (key) => {
      rejectWaiting((job) => job.file.key === key);
      if (current?.file.key === key) stopCurrent();
      else drop(key);
      renewWhenGrown();
    },
    close: () => {
      closed = true;
      clearTimeout(rest);
      rejectWaiting(() => true);
      stopCurrent();
    },
  };
};
