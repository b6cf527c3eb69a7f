import type { AppEvent } from '../../../shared/app-event.ts';
import type { Contract, Method, Output, ParsedInput } from '../../../shared/contract.ts';
import type { CaseId } from '../../../shared/ids.ts';
import type { Topic } from '../../../shared/topic.ts';
import type { ReaderPool } from '../../import/read-page.ts';
import type { ReadCase, WriteCase } from '../../store/case-file.ts';
import type { Change, Describe } from '../../store/change-case.ts';
import type { SeenRevision } from '../../store/seen-revision.ts';
import type { Opener } from '../../store/vault-lock.ts';
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

/** What a command may do beside writing. */
type CommandCall = {
  /** Says what is known of the change only inside it: its note in the log. */
  readonly describe: Describe;
  /** To be done once the change is kept. */
  readonly afterwards: (work: () => void) => void;
  /** What whoever asked had before them; undefined where they do not say. */
  readonly seen: SeenRevision | undefined;
};

export type AppMethod = Exclude<Method, `host.${string}`>;

type InCase = { readonly caseId: CaseId };
type Query<M extends Method> =
  ParsedInput<M> extends InCase
    ? (file: ReadCase, input: ParsedInput<M>, call: Call) => Output<M> | Promise<Output<M>>
    : (input: ParsedInput<M>, call: Call) => Output<M> | Promise<Output<M>>;

/** A change of a case: everything it needs is read inside its transaction. */
export type CaseCommand<M extends Method> = {
  readonly run: (write: WriteCase, input: ParsedInput<M>, call: CommandCall) => Output<M>;
  /** Changes with the same key, one soon after the other, are one step of undo: a run of typing. Read before `run`. */
  readonly joinsWith?: (file: ReadCase, input: ParsedInput<M>) => string | undefined;
};
type Command<M extends Method> = Contract[M] extends { readonly scope: 'case' }
  ? CaseCommand<M> | CaseCommand<M>['run']
  : Contract[M] extends { readonly scope: 'vault' }
    ? (input: ParsedInput<M>) => Output<M>
    : (input: ParsedInput<M>, call: Call) => Output<M> | Promise<Output<M>>;
type Job<M extends Method> = (input: ParsedInput<M>, call: Call) => Output<M> | Promise<Output<M>>;

/** How a method of the contract is answered; its kind says with what. */
type Handler<M extends Method> = Contract[M]['kind'] extends 'query'
  ? Query<M>
  : Contract[M]['kind'] extends 'command'
    ? Command<M>
    : Job<M>;
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
  /** Changes a case, and tells the listeners what was touched. */
  readonly change: <T>(
    file: ReadCase,
    change: Omit<Change, 'now' | 'isBackground'>,
    work: (write: WriteCase, describe: Describe) => T,
  ) => T;
  /**
   * Changes a case for the application itself: no step of undo, and nothing that a person has touched. Listeners are told
   * at most once a second, and when the job has ended.
   */
  readonly write: <T>(file: ReadCase, method: string, work: (write: WriteCase) => T) => T;
  /** Changes what the vault keeps for all cases, in one transaction, and tells the listeners. */
  readonly changeVault: <T>(work: () => T) => T;
  /** Tells the listeners that something changed that no table holds. */
  readonly changed: (caseId: CaseId | null, topics: readonly Topic[], revision?: number) => void;
  /** Tells the listeners now what the background has touched. */
  readonly flush: () => void;
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
  readonly openedBy: Opener | undefined;
};

/** The day of a moment where the reviewer is. */
export const dayOf = (now: Date): string =>
  `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;

/** Today where the reviewer is. */
export const today = (app: Pick<App, 'now'>): string => dayOf(app.now());
