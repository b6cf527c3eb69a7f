import { QueryClient, notifyManager } from '@tanstack/react-query';
import type { AppEvent } from '../../shared/app-event.ts';
import type { Input, Output } from '../../shared/contract.ts';
import type { AppError, ErrorCode } from '../../shared/reply.ts';
import { bridge } from './bridge.ts';
import { noteProgress } from './jobs.ts';
import { whenReleased } from './pointer-release.ts';
import type { Answered, QueryMethod } from './topics.ts';
import { isTouched } from './topics.ts';

/** A refusal as react-query carries it; `message` is the backend's one sentence for the user. */
export class CallError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;
  constructor(error: AppError) {
    super(error.message);
    this.name = 'CallError';
    this.code = error.code;
    this.details = error.details;
  }
}

/** Answers are kept until `data.changed` says otherwise: nothing else changes them. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Infinity, gcTime: 300_000, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

// Answers that come while something is being pressed would move it away from under the pointer.
notifyManager.setScheduler((show) => whenReleased(() => setTimeout(show, 0)));

/**
 * Asks for nothing but the state of the vault: what is refused because it is locked must not be asked again for that
 * very reason, for ever, and an answer that is on its way is waited for.
 */
const lookWhetherLocked = (): void =>
  void queryClient.invalidateQueries({ queryKey: ['vault.status'] }, { cancelRefetch: false });

/** Asks one query, with what its answer rests on; a refusal is thrown as {@link CallError}, for react-query to keep. */
export const askWhole = async <M extends QueryMethod>(method: M, input: Input<M>): Promise<Answered<M>> => {
  const reply = await bridge.call(method, input);
  if (reply.ok) return { value: reply.value, restsOn: reply.restsOn ?? [], revision: reply.revision ?? 0 };
  if (reply.error.code === 'locked' && method !== 'vault.status') lookWhetherLocked();
  throw new CallError(reply.error);
};

/** Asks one query; a refusal is thrown as {@link CallError}. */
export const ask = async <M extends QueryMethod>(method: M, input: Input<M>): Promise<Output<M>> =>
  (await askWhole(method, input)).value;

/**
 * The answer to a query once one that knows of this revision is at hand, for the screens that show it as well; it is
 * asked for at once. Undefined where nobody shows it.
 */
export const whenRead = async <M extends QueryMethod>(
  method: M,
  input: Input<M>,
  revision: number,
): Promise<Output<M> | undefined> => {
  const queryKey = [method, input];
  const answered = queryClient.getQueryData<Answered<M>>(queryKey);
  if (answered !== undefined && answered.revision < revision)
    await queryClient.refetchQueries({ queryKey, exact: true });
  return queryClient.getQueryData<Answered<M>>(queryKey)?.value;
};

type Change = Pick<Extract<AppEvent, { event: 'data.changed' }>, 'caseId' | 'topics'>;

const invalidate = (changes: readonly Change[]): Promise<void> =>
  queryClient.invalidateQueries({
    predicate: ({ queryKey: [, input], state: { data } }) =>
      changes.some((change) => isTouched(input, data as Answered | undefined, change)),
  });

/** Reads again what rests on the change. */
export const askAgain = (change: Change): Promise<void> => invalidate([change]);

/** Changes close together are read once: an import names its topics many times a second. */
const GATHER_MS = 60;
let waiting: Change[] = [];

const gather = (change: Change): void => {
  waiting.push(change);
  if (waiting.length > 1) return;
  setTimeout(() => {
    const changes = waiting;
    waiting = [];
    void invalidate(changes);
  }, GATHER_MS);
};

/** Follows the backend's events for as long as the page lives. */
export const followEvents = (): (() => void) =>
  bridge.subscribe((event) => {
    if (event.event === 'job.progress') noteProgress(event);
    else if (event.event === 'data.changed') gather(event);
  });
