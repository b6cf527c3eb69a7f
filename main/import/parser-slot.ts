import { setImmediate } from 'node:timers/promises';
import { assertNever } from '../../shared/assert-never.ts';
import { piecesOf, type FileBytes } from './file-bytes.ts';
import type { ParserLimits } from './limits.ts';
import { ParserLoss, RefusedFile } from './parser-loss.ts';
import type {
  FromParser,
  Opened,
  ParserAnswer,
  ParserAnswers,
  ParserCall,
  ReadAs,
  ToParser,
} from './parser-protocol.ts';
import type { ParserProcess, ReadPage, StartParser } from './read-page.ts';
import { residentMemory } from './resident-memory.ts';
import type { SlotEffect, SlotEvent, SlotRules, SlotState, SlotStep } from './slot-state.ts';
import { busyOf, isFeeding } from './slot-state.ts';
import { startSlot, stepSlot } from './step-slot.ts';

/** A file that calls are about; `load` gives its bytes whenever a process needs them (again). */
export type SlotFile = {
  readonly key: string;
  readonly load: () => FileBytes | Promise<FileBytes>;
  readonly password: string;
  /** A record where it is left out. */
  readonly as?: ReadAs;
};

/** `isUrgent`: goes ahead of others that wait. `onPages`: takes pages that come ahead of the answer. */
type CallOptions = { readonly isUrgent?: boolean; readonly onPages?: (pages: readonly ReadPage[]) => void };

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

/** Whoever waits for a job, and the bytes of its file from when they are asked for until they are handed over. */
type Caller = {
  readonly file: SlotFile;
  readonly onPages: CallOptions['onPages'];
  readonly resolve: (answer: ParserAnswer) => void;
  readonly reject: (error: Error) => void;
  bytes: FileBytes;
};

const NO_BYTES = new Uint8Array(0);
/** Milliseconds between two looks at the memory of a process that works. */
const WATCH_EVERY = 100;

/** Reports that a call is overdue, and how much memory its process takes. */
const createWatch = (report: (event: SlotEvent) => void, resident: () => number) => {
  let clock: NodeJS.Timeout | undefined;
  let scale: NodeJS.Timeout | undefined;
  const stop = (): void => {
    clearTimeout(clock);
    clearInterval(scale);
  };
  const begin = (callId: number, limit: number): void => {
    stop();
    clock = setTimeout(() => {
      report({ type: 'overdue', callId });
    }, limit);
    scale = setInterval(() => {
      report({ type: 'weighed', callId, resident: resident() });
    }, WATCH_EVERY);
  };
  return { begin, stop };
};

/**
 * A slot that does what {@link stepSlot} decides. With `restsAfter`, milliseconds, the process is started when it is
 * first needed and ended when nothing was asked for so long; without, it is started at once.
 */
export const createParserSlot = (start: StartParser, limits: ParserLimits, restsAfter?: number): ParserSlot => {
  const rules: SlotRules = { limits, isKept: restsAfter === undefined };
  const callers = new Map<number, Caller>();
  const events: SlotEvent[] = [];
  let state: SlotState = startSlot(rules).state;
  let process: ParserProcess | null = null;
  let isStepping = false;
  let jobs = 0;
  let rest: NodeJS.Timeout | undefined;

  /** An event that comes while another is dealt with waits for its turn. */
  const report = (event: SlotEvent): void => {
    events.push(event);
    if (isStepping) return;
    isStepping = true;
    try {
      for (let next = events.shift(); next !== undefined; next = events.shift()) take(stepSlot(state, next, rules));
    } finally {
      isStepping = false;
    }
  };
  const take = (step: SlotStep): void => {
    state = step.state;
    step.effects.forEach(perform);
  };
  const watch = createWatch(report, () => residentMemory(process?.pid) ?? state.process?.resident ?? 0);

  const startProcess = (processId: number): void => {
    try {
      process = start();
      process.onMessage((message) => {
        report({ type: 'heard', processId, message: message as FromParser });
      });
      process.onExit(() => {
        report({ type: 'exited', processId });
      });
    } catch {
      report({ type: 'exited', processId });
    }
  };
  const killProcess = (): void => {
    process?.kill();
    process = null;
  };
  const post = (message: ToParser, moved?: readonly ArrayBuffer[]): void => {
    process?.post(message, moved);
  };
  const load = async (jobId: number): Promise<void> => {
    const caller = callers.get(jobId);
    if (caller === undefined) return;
    try {
      caller.bytes = await caller.file.load();
      report({ type: 'loaded', jobId, size: caller.bytes.length });
    } catch (error) {
      report({ type: 'not-loaded', jobId, error });
    }
  };
  /** A piece at a time, so that nobody waits for all of them; each in memory of its own, or all would be copied. */
  const feed = async (jobId: number): Promise<void> => {
    const caller = callers.get(jobId);
    if (caller === undefined) return;
    const { file, bytes } = caller;
    caller.bytes = NO_BYTES;
    let at = 0;
    try {
      for (const piece of piecesOf(bytes)) {
        const size = piece.length;
        post({ type: 'piece', key: file.key, at, bytes: piece }, [piece.buffer]);
        at += size;
        await setImmediate();
        // Or all of them would lie in this process until the other one has taken them.
        await process?.isSent?.();
        if (!isFeeding(state, jobId)) return;
      }
      report({ type: 'fed', jobId });
    } catch (error) {
      report({ type: 'not-loaded', jobId, error });
    }
  };
  const settle = (jobId: number, how: (caller: Caller) => void): void => {
    const caller = callers.get(jobId);
    callers.delete(jobId);
    if (caller !== undefined) how(caller);
  };
  const rejectWith = (jobId: number, error: Error): void => {
    settle(jobId, ({ reject }) => {
      reject(error);
    });
  };

  const perform = (effect: SlotEffect): void => {
    switch (effect.do) {
      case 'start':
        return startProcess(effect.processId);
      case 'kill':
        return killProcess();
      case 'post':
        return post(effect.message);
      case 'load':
        return void load(effect.jobId);
      case 'feed':
        return void feed(effect.jobId);
      case 'watch':
        return watch.begin(effect.callId, effect.limit);
      case 'unwatch':
        return watch.stop();
      case 'rest':
        rest = setTimeout(report, restsAfter, { type: 'rested' }).unref();
        return;
      case 'wake':
        return clearTimeout(rest);
      case 'pages':
        return callers.get(effect.jobId)?.onPages?.(effect.pages);
      case 'answer':
        return settle(effect.jobId, ({ resolve }) => {
          resolve(effect.value);
        });
      case 'refuse':
        return rejectWith(effect.jobId, new RefusedFile(effect.reason, effect.kind));
      case 'lose':
        return rejectWith(effect.jobId, new ParserLoss(effect.reason, effect.kind));
      case 'fail':
        return rejectWith(
          effect.jobId,
          effect.error instanceof Error ? effect.error : new ParserLoss('crash', 'unknown'),
        );
      default:
        return assertNever(effect);
    }
  };
  const ask = (
    file: SlotFile,
    call: ParserCall | null,
    { isUrgent = false, onPages }: CallOptions = {},
  ): Promise<ParserAnswer> =>
    new Promise((resolve, reject) => {
      const { key, password, as = 'record' } = file;
      const job = { id: (jobs += 1), key, password, as, call };
      callers.set(job.id, { file, onPages, resolve, reject, bytes: NO_BYTES });
      report({ type: 'asked', job, isUrgent });
    });

  take(startSlot(rules));
  return {
    open: (file) => ask(file, null) as Promise<Opened>,
    call: (file, call, options) => ask(file, call, options) as Promise<never>,
    holds: (key) => state.held.some((file) => file.key === key),
    busy: () => busyOf(state),
    drop: (key) => {
      report({ type: 'dropped', key });
    },
    cancel: (key) => {
      report({ type: 'cancelled', key });
    },
    close: () => {
      report({ type: 'closed' });
    },
  };
};
