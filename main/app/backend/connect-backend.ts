import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Transferable } from 'node:worker_threads';
import type { AppEvent } from '../../../shared/app-event.ts';
import { assertNever } from '../../../shared/assert-never.ts';
import { fail } from '../../../shared/reply.ts';
import type { Reply } from '../../../shared/reply.ts';
import type { StartParser } from '../../import/read-page.ts';
import type { Backend, BackendOptions, Offer } from './backend.ts';
import type { Ask, FromBackend, ToBackend } from './backend-messages.ts';
import { relayParser } from './parser-relay.ts';
import { ownMemory } from './run-backend.ts';

export type { StartParser } from '../../import/read-page.ts';
// For hosts that start parsers by themselves.
export { readWeights } from '../../import/read-weights.ts';
export { isMemoryTold } from '../../import/resident-memory.ts';

/** What the thread is started with. */
export type BackendWorkerData = { readonly options: BackendOptions; readonly asksHostForParsers: boolean };

export type ConnectPorts = {
  /** How the host starts parsers; without it the backend forks them by itself. */
  readonly startParser?: StartParser;
  /** The file that the thread runs. */
  readonly worker?: string;
};

const CRASHED = 'IMR Desk stopped inside. Close it and start it again.';
const UNANSWERED = 'IMR Desk could not finish this. Look at what is there now before you try again.';
const CLOSED = 'IMR Desk is closing.';
const UNSENDABLE = 'The input holds something that is not plain data.';
const CLOSE_MS = 15_000;
/**
 * Megabytes. Far more than is ever in use; but the engine collects the sooner the less it may take, and left to itself
 * it takes twice as much.
 */
const MEMORY = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 24 } as const;

/** Where it happened, and no more: the message of an error may hold words of a record. */
const traceOf = (error: unknown): Record<string, unknown> => {
  const { name = 'unknown', stack = '' }: { name?: string; stack?: string } = Object(error);
  return {
    error: name,
    at: stack
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 5),
  };
};

type Lost<T> = (why: Reply<never>) => T;
type Pending = { readonly answer: (value: unknown) => void; readonly lose: (why: Reply<never>) => void };

/** The questions under way; after `end` every one, old and new, is answered as lost. */
class Questions {
  readonly #pending = new Map<number, Pending>();
  readonly #post: (message: ToBackend, moved: Transferable[]) => void;
  #next = 1;
  #over: Reply<never> | null = null;

  constructor(post: (message: ToBackend, moved: Transferable[]) => void) {
    this.#post = post;
  }

  ask<T>(question: Pick<Ask, 'verb' | 'args'>, lost: Lost<T>, moved: Transferable[] = []): Promise<T> {
    if (this.#over !== null) return Promise.resolve(lost(this.#over));
    const id = this.#next++;
    return new Promise((resolve) => {
      this.#pending.set(id, { answer: (value) => resolve(value as T), lose: (why) => resolve(lost(why)) });
      try {
        this.#post({ kind: 'ask', id, ...question } as Ask, moved);
      } catch {
        this.lose(id, fail('usage', UNSENDABLE));
      }
    });
  }

  answer(id: number, value: unknown): void {
    this.#settle(id, (pending) => pending.answer(value));
  }

  lose(id: number, why: Reply<never>): void {
    this.#settle(id, (pending) => pending.lose(why));
  }

  end(why: Reply<never>): void {
    this.#over ??= why;
    [...this.#pending.keys()].forEach((id) => this.lose(id, why));
  }

  #settle(id: number, how: (pending: Pending) => void): void {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (pending !== undefined) how(pending);
  }
}

const bytesOf = (offers: readonly Offer[]): Transferable[] =>
  offers.flatMap((offer) => (offer.kind === 'bytes' ? ownMemory(offer.bytes) : []));

/** Waits no longer than the limit: a thread that does not close is ended. */
const within = (limit: number, work: Promise<unknown>): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, limit);
    void work.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });

type Thread = {
  readonly post: (message: ToBackend, moved?: Transferable[]) => void;
  readonly end: () => Promise<unknown>;
};

const backendOver = (thread: Thread, questions: Questions, listeners: Set<(event: AppEvent) => void>): Backend => {
  const close = async (): Promise<void> => {
    await within(
      CLOSE_MS,
      questions.ask({ verb: 'close', args: [] }, () => undefined),
    );
    questions.end(fail('refused', CLOSED));
    await thread.end();
  };
  let closing: Promise<void> | null = null;
  return {
    call: (method, input, callId, seen) =>
      questions.ask({ verb: 'call', args: [method, input, callId, seen] }, (why) => why),
    picture: (request) => questions.ask({ verb: 'picture', args: [request] }, (why) => why),
    offer: (offers) => questions.ask({ verb: 'offer', args: [offers] }, () => [], bytesOf(offers)),
    take: (file) => questions.ask({ verb: 'take', args: [file] }, () => null),
    cancel: (callId) => thread.post({ kind: 'cancel', callId }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => (closing ??= close()),
  };
};

/**
 * Starts the backend in its own thread and forwards to it; bytes that are offered change hands. Never rejects: a
 * backend that cannot start, has crashed or is closed answers every call with the reason.
 */
export const connectBackend = (
  options: BackendOptions,
  { startParser, worker = join(import.meta.dirname, 'backend-worker.ts') }: ConnectPorts = {},
): Promise<Backend> => {
  const workerData: BackendWorkerData = { options, asksHostForParsers: startParser !== undefined };
  const thread = new Worker(worker, { workerData, resourceLimits: MEMORY });
  const post: Thread['post'] = (message, moved = []) => thread.postMessage(message, moved);
  const questions = new Questions(post);
  const listeners = new Set<(event: AppEvent) => void>();
  const backend = backendOver({ post, end: () => thread.terminate() }, questions, listeners);

  return new Promise((resolve) => {
    const end = (why: Reply<never>): void => {
      questions.end(why);
      resolve(backend);
    };
    const hear = (told: FromBackend): void => {
      switch (told.kind) {
        case 'ready':
          return resolve(backend);
        case 'failed':
          return end(told.reply);
        case 'answer':
          return questions.answer(told.id, told.value);
        case 'lost':
          return questions.lose(told.id, fail('internal', UNANSWERED));
        case 'event':
          return listeners.forEach((listener) => listener(told.event));
        case 'parser':
          return startParser === undefined ? told.port.close() : relayParser(told.port, startParser);
        default:
          return assertNever(told);
      }
    };
    thread.on('message', hear);
    thread.on('error', (error) => end(fail('internal', CRASHED, traceOf(error))));
    thread.on('exit', () => end(fail('internal', CRASHED)));
  });
};
