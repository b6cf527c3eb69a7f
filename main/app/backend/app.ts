import type { AppEvent, Method, Output, ParsedInput, Topic } from '../../../shared/contract.ts';
import type { CaseId } from '../../../shared/ids.ts';
import type { ReaderPool } from '../../import/read-page.ts';
import type { ReadCase } from '../../store/case-file.ts';
import type { Assets } from './assets.ts';
import type { Offers } from './offers.ts';
import type { Reading } from '../timeline/reading-thread.ts';
import type { Session } from '../vault/session.ts';

/** One call under way, as a handler sees it. */
export type Call = {
  readonly signal: AbortSignal;
  /** Reports a job's progress; the dispatcher lets through ten a second. */
  readonly progress: (done: number, total: number, note: string) => void;
};

export type AppMethod = Exclude<Method, `host.${string}`>;
export type Handler<M extends Method> = (input: ParsedInput<M>, call: Call) => Output<M> | Promise<Output<M>>;
export type Handlers = { readonly [M in AppMethod]: Handler<M> };
/** The handlers of the methods `noun.verb` of some nouns. */
export type HandlersOf<Noun extends string> = {
  readonly [M in AppMethod as M extends `${Noun}.${string}` ? M : never]: Handler<M>;
};

/** What services work with: state and the world outside, gathered in one place. */
export type App = {
  readonly storeDir: string;
  readonly assets: Assets;
  readonly session: Session;
  readonly offers: Offers;
  readonly pool: ReaderPool;
  readonly reading: Reading;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly emit: (event: AppEvent) => void;
  /** Tells the listeners what to read again. */
  readonly changed: (caseId: CaseId | null, topics: readonly Topic[]) => void;
  /**
   * Recognises pages and brings the timeline up to date in the background, where pages wait or a stop or new text has
   * left it behind.
   */
  readonly catchUp: (file: ReadCase) => void;
  /** Ends what goes on in the background with a case. */
  readonly stopBackground: (caseId: CaseId) => void;
  /** Logs an unexpected error that ends nothing. */
  readonly report: (where: string, error: unknown) => void;
  readonly kdfCost: number | undefined;
};

/** Today where the reviewer is. */
export const today = (app: Pick<App, 'now'>): string => {
  const now = app.now();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
};
