import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReadingContext } from '../../reading/propose-entries.ts';
import type { RecordText } from '../../reading/record-text.ts';
import type { RecordContext } from '../../reading/records/split-records.ts';
import type { OddContext, OddDocument } from '../../reading/odd/odd-document.ts';
import type { VisitContext } from '../../reading/visits/visits-of.ts';
import type { KnownProposals } from '../../store/proposals.ts';
import type { SketchedPage } from '../../store/twins.ts';
import { breathe } from '../backend/breathe.ts';
import type { DocumentPages, READING_TASKS } from './reading-tasks.ts';

type Tasks = typeof READING_TASKS;
export type ReadingCall =
  | { readonly task: 'splitFile'; readonly pages: number; readonly context: RecordContext }
  | { readonly task: 'readPages'; readonly parts: readonly DocumentPages[]; readonly context: ReadingContext }
  | { readonly task: 'proposeCase'; readonly context: ReadingContext }
  | {
      readonly task: 'joinDrafts';
      readonly drafts: readonly string[];
      readonly known: KnownProposals;
      readonly context: VisitContext;
    }
  | { readonly task: 'findTwins'; readonly pages: readonly SketchedPage[] }
  | {
      readonly task: 'findOddities';
      readonly documents: readonly Omit<OddDocument, 'pages'>[];
      readonly context: OddContext;
    };

/** What the thread is sent: the texts of a question in slices, then the question. */
export type ToReading =
  { readonly id: number; readonly slice: RecordText } | { readonly id: number; readonly call: ReadingCall };
export type FromReading = { readonly id: number } & (
  { readonly isDone: true; readonly value: unknown } | { readonly isDone: false; readonly error: string }
);

/** Texts as they come from the store, a few pages at a time; slices of one record follow each other. */
type TextSlices = Iterable<RecordText>;

/**
 * Reading in a thread of its own: its work is long and must not hold up an answer. Every question is answered in turn;
 * where the thread fails or takes longer than a question may, all that wait reject and the next question starts it
 * anew.
 */
export type Reading = {
  /** `pages`: how many there are, for the time that it may take. */
  readonly splitFile: (
    file: TextSlices,
    pages: number,
    context: RecordContext,
  ) => Promise<ReturnType<Tasks['splitFile']>>;
  readonly readPages: (...input: Parameters<Tasks['readPages']>) => Promise<ReturnType<Tasks['readPages']>>;
  readonly proposeCase: (records: TextSlices, context: ReadingContext) => Promise<ReturnType<Tasks['proposeCase']>>;
  readonly joinDrafts: (...input: Parameters<Tasks['joinDrafts']>) => Promise<ReturnType<Tasks['joinDrafts']>>;
  /** The texts are those of whole files, in which the documents stand. */
  readonly findOddities: (
    records: TextSlices,
    documents: readonly Omit<OddDocument, 'pages'>[],
    context: OddContext,
  ) => Promise<ReturnType<Tasks['findOddities']>>;
  readonly findTwins: (pages: readonly SketchedPage[]) => Promise<ReturnType<Tasks['findTwins']>>;
  readonly close: () => Promise<void>;
};

/**
 * Milliseconds without any answer after which the thread is given up: reading all of a large case takes a fraction of
 * it, and some pages of one record a fraction of the second.
 */
const LIMIT = 300_000;
const PAGES_LIMIT = 20_000;
/** Pages that are read for the timeline at a time, or looked through for documents in the same time. */
export const PAGES_AT_ONCE = 80;
const OF_PAGES: readonly ReadingCall['task'][] = ['readPages', 'splitFile'];

/** The script beside this one, as it is or as it was built. */
const SCRIPT = join(
  import.meta.dirname,
  import.meta.filename.endsWith('.ts') ? 'reading-worker.ts' : 'reading-worker.cjs',
);

/** Megabytes: several times what reading a case of ten thousand pages needs, see `connect-backend.ts`. */
const MEMORY = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 24 } as const;

type Pending = {
  readonly call: ReadingCall;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
};

/** Pages of one record took longer to read than any should. */
export class ReadingTooSlow extends Error {
  constructor() {
    super('reading these pages took too long');
    this.name = 'ReadingTooSlow';
  }
}

export const newReading = (script: string = SCRIPT, pagesLimit = PAGES_LIMIT): Reading => {
  const pending = new Map<number, Pending>();
  let thread: Worker | null = null;
  let clock: NodeJS.Timeout | undefined;
  let ids = 0;

  const lose = (): void => {
    clearTimeout(clock);
    void thread?.terminate();
    thread = null;
    const lost = [...pending.values()];
    pending.clear();
    lost.forEach(({ reject }) => reject(new Error('the thread of reading was lost')));
  };
  /** Milliseconds for a question; pages of one file have their own measure. */
  const limitOf = (call: ReadingCall): number => {
    if (call.task === 'readPages') return pagesLimit;
    return call.task === 'splitFile' ? pagesLimit * Math.max(1, call.pages / PAGES_AT_ONCE) : LIMIT;
  };
  /** Gives up the question under way, if it is one of pages; those that wait behind it are asked anew. */
  const giveUpFirst = (): void => {
    const [first, ...others] = [...pending];
    if (first === undefined || !OF_PAGES.includes(first[1].call.task)) {
      lose();
      return;
    }
    const old = thread;
    thread = null;
    void old?.terminate();
    pending.delete(first[0]);
    first[1].reject(new ReadingTooSlow());
    for (const [id, waiting] of others) {
      if (waiting.call.task === 'readPages')
        (thread ??= start()).postMessage({ id, call: waiting.call } satisfies ToReading);
      else {
        // Its texts went to the thread that is gone.
        pending.delete(id);
        waiting.reject(new Error('the thread of reading was lost'));
      }
    }
    watch();
  };
  /** An idle thread keeps no process alive; a busy one does, but not for ever. */
  const watch = (): void => {
    clearTimeout(clock);
    const [first] = pending.values();
    if (first === undefined) thread?.unref();
    else clock = setTimeout(giveUpFirst, limitOf(first.call));
  };
  const hear = ({ id, ...told }: FromReading): void => {
    const asked = pending.get(id);
    pending.delete(id);
    watch();
    if (told.isDone) asked?.resolve(told.value);
    else asked?.reject(new Error(`reading failed: ${told.error}`));
  };
  const start = (): Worker => {
    const started = new Worker(script, { resourceLimits: MEMORY });
    const end = (): void => {
      if (started === thread) lose();
    };
    started.on('message', hear).once('error', end).once('exit', end);
    return started;
  };
  const ask = async (call: ReadingCall, texts: TextSlices = []): Promise<unknown> => {
    const id = (ids += 1);
    const own = (thread ??= start());
    own.ref();
    const answer = new Promise((resolve, reject) => pending.set(id, { call, resolve, reject }));
    answer.catch(() => undefined);
    watch();
    for (const slice of texts) {
      own.postMessage({ id, slice } satisfies ToReading);
      await breathe();
    }
    own.postMessage({ id, call } satisfies ToReading);
    return answer;
  };
  return {
    splitFile: (file, pages, context) =>
      ask({ task: 'splitFile', pages, context }, file) as ReturnType<Reading['splitFile']>,
    readPages: (parts, context) => ask({ task: 'readPages', parts, context }) as ReturnType<Reading['readPages']>,
    proposeCase: (records, context) =>
      ask({ task: 'proposeCase', context }, records) as ReturnType<Reading['proposeCase']>,
    joinDrafts: (drafts, known, context) =>
      ask({ task: 'joinDrafts', drafts, known, context }) as ReturnType<Reading['joinDrafts']>,
    findOddities: (records, documents, context) =>
      ask({ task: 'findOddities', documents, context }, records) as ReturnType<Reading['findOddities']>,
    findTwins: (pages) => ask({ task: 'findTwins', pages }) as ReturnType<Reading['findTwins']>,
    close: () => {
      lose();
      return Promise.resolve();
    },
  };
};
