import { assertNever } from '../../shared/assert-never.ts';
import type { LossReason } from './parser-loss.ts';
import type { FromParser, Opened, ParserCall } from './parser-protocol.ts';
import type { Asked, Held, Job, Shared, SlotEffect, SlotEvent, SlotRules, SlotState, SlotStep } from './slot-state.ts';
import { jobOf } from './slot-state.ts';

/** Open files that a process keeps at hand, and how many bytes of them. */
const MOST_HELD = 8;
const MOST_HELD_BYTES = 160_000_000;
/** An idle process that has grown by more than this is replaced: WebAssembly never gives memory back. */
const GROWN = 120_000_000;
/** Milliseconds that a process may take to start, on a machine that is busy. */
const START = 20_000;

const stay = (state: SlotState): SlotStep => ({ state, effects: [] });
const withEffects = (effects: readonly SlotEffect[], { state, effects: later }: SlotStep): SlotStep => ({
  state,
  effects: [...effects, ...later],
});
const chain = ({ state, effects }: SlotStep, next: (state: SlotState) => SlotStep): SlotStep =>
  withEffects(effects, next(state));

const sharedOf = ({ process, queue, held, next }: SlotState): Shared => ({ process, queue, held, next });
const toIdle = (state: SlotState): SlotState => ({ ...sharedOf(state), phase: 'idle' });

const startProcess = (state: SlotState): SlotStep => ({
  state: {
    ...state,
    process: { id: state.next, isReady: false, baseline: 0, resident: 0 },
    held: [],
    next: state.next + 1,
  },
  effects: [{ do: 'start', processId: state.next }],
});
const ensureProcess = (state: SlotState): SlotStep => (state.process === null ? startProcess(state) : stay(state));
const endProcess = (state: SlotState): SlotStep => ({
  state: { ...state, process: null, held: [] },
  effects: state.process === null ? [] : [{ do: 'kill', processId: state.process.id }],
});

/** The slot at its beginning. */
export const startSlot = ({ isKept }: SlotRules): SlotStep => {
  const empty: SlotState = { phase: 'idle', process: null, queue: [], held: [], next: 1 };
  return isKept ? startProcess(empty) : stay(empty);
};

const forget = (state: SlotState, key: string): SlotStep =>
  state.held.some((file) => file.key === key)
    ? {
        state: { ...state, held: state.held.filter((file) => file.key !== key) },
        effects: [{ do: 'post', message: { type: 'drop', key } }],
      }
    : stay(state);

/** Drops the files used longest ago until one of this size fits. */
const makeRoom = (state: SlotState, size: number): SlotStep => {
  const total = state.held.reduce((sum, file) => sum + file.size, size);
  const [first] = state.held;
  if (first === undefined || (state.held.length < MOST_HELD && total <= MOST_HELD_BYTES)) return stay(state);
  return chain(forget(state, first.key), (after) => makeRoom(after, size));
};

/** An idle process that has grown gives its memory back by being replaced. */
const renewWhenGrown = (state: SlotState, { isKept }: SlotRules): SlotStep => {
  const { phase, held, process } = state;
  if (phase !== 'idle' || held.length > 0 || process === null || process.resident <= process.baseline + GROWN)
    return stay(state);
  return chain(endProcess(state), isKept ? startProcess : stay);
};

const watch = (state: Extract<SlotState, Asked>, { limits }: SlotRules): SlotEffect => ({
  do: 'watch',
  callId: state.callId,
  limit:
    limits[state.phase === 'opening' ? 'open' : (state.job.call?.op ?? 'open')] +
    (state.process?.isReady === true ? 0 : START),
});

/** Posts a call to the process and has it watched. */
const post = (
  state: SlotState,
  phase: 'opening' | 'answering',
  { job, size, kind }: Omit<Asked, 'callId'>,
  call: ParserCall,
  rules: SlotRules,
): SlotStep => {
  const callId = state.next;
  const asked: Extract<SlotState, Asked> = { ...sharedOf(state), next: callId + 1, phase, job, size, kind, callId };
  return {
    state: asked,
    effects: [{ do: 'post', message: { type: 'call', id: callId, key: job.key, call } }, watch(asked, rules)],
  };
};

/** The file is open: its job is asked, or answered where it wanted no more. */
const proceed = (state: SlotState, job: Job, { opened, size, key }: Held, rules: SlotRules): SlotStep => {
  const used = { ...state, held: [...state.held.filter((file) => file.key !== key), { opened, size, key }] };
  return job.call === null
    ? withEffects([{ do: 'answer', jobId: job.id, value: opened }], takeNext(used, rules))
    : post(used, 'answering', { job, size, kind: opened.kind }, job.call, rules);
};

/** Begins with the job that waits longest; without one the slot is idle. */
const takeNext = (state: SlotState, rules: SlotRules): SlotStep => {
  const [job, ...queue] = state.queue;
  if (job === undefined)
    return chain(renewWhenGrown(toIdle(state), rules), (idle) => ({
      state: idle,
      effects: rules.isKept ? [] : [{ do: 'rest' }],
    }));
  const file = state.held.find(({ key }) => key === job.key);
  const rest = { ...state, queue };
  return file === undefined
    ? { state: { ...sharedOf(rest), phase: 'loading', job }, effects: [{ do: 'load', jobId: job.id }] }
    : proceed(rest, job, file, rules);
};

/** The current job is settled, and the next one begins. */
const settle = (state: SlotState, effect: SlotEffect, rules: SlotRules): SlotStep =>
  withEffects([{ do: 'unwatch' }, effect], takeNext(state, rules));

/** The current job has cost its process. */
const loseProcess = (state: SlotState, reason: LossReason, rules: SlotRules): SlotStep => {
  const job = jobOf(state);
  const kind = 'kind' in state ? state.kind : 'unknown';
  return chain(endProcess(state), (after) =>
    job === null ? stay(after) : settle(after, { do: 'lose', jobId: job.id, reason, kind }, rules),
  );
};

const ask = (state: SlotState, job: Job, isUrgent: boolean, rules: SlotRules): SlotStep => {
  const queue = isUrgent ? [job, ...state.queue] : [...state.queue, job];
  return state.phase === 'idle'
    ? withEffects([{ do: 'wake' }], takeNext({ ...state, queue }, rules))
    : stay({ ...state, queue });
};

const onLoaded = (state: SlotState, jobId: number, size: number): SlotStep => {
  if (state.phase !== 'loading' || state.job.id !== jobId) return stay(state);
  const { job } = state;
  return chain(chain(makeRoom(state, size), ensureProcess), (after) => ({
    state: { ...sharedOf(after), phase: 'feeding', job, size },
    effects: [
      { do: 'post', message: { type: 'size', key: job.key, size } },
      { do: 'feed', jobId },
    ],
  }));
};

/** A part of a file is of no use to the process. */
const unfeed = ({ phase }: SlotState, key: string): readonly SlotEffect[] =>
  phase === 'feeding' ? [{ do: 'post', message: { type: 'drop', key } }] : [];

const onNotLoaded = (state: SlotState, jobId: number, error: unknown, rules: SlotRules): SlotStep =>
  (state.phase === 'loading' || state.phase === 'feeding') && state.job.id === jobId
    ? withEffects(unfeed(state, state.job.key), settle(state, { do: 'fail', jobId, error }, rules))
    : stay(state);

const onFed = (state: SlotState, jobId: number, rules: SlotRules): SlotStep => {
  if (state.phase !== 'feeding' || state.job.id !== jobId) return stay(state);
  const { job, size } = state;
  const { password, as } = job;
  return post(state, 'opening', { job, size, kind: 'unknown' }, { op: 'open', password, as }, rules);
};

const onExit = (state: SlotState, processId: number, rules: SlotRules): SlotStep => {
  if (state.process?.id !== processId) return stay(state);
  const gone = { ...state, process: null, held: [] };
  // While bytes are only being fetched, nothing has been asked of the process.
  return state.phase === 'loading' ? stay(gone) : loseProcess(gone, 'crash', rules);
};

type Answer = Extract<FromParser, { readonly id: number }>;
const onAnswer = (state: Extract<SlotState, Asked>, message: Answer, rules: SlotRules): SlotStep => {
  const { job, kind, size, phase } = state;
  switch (message.type) {
    case 'identified':
      return stay({ ...state, kind: message.kind });
    case 'part':
      return { state, effects: [{ do: 'pages', jobId: job.id, pages: message.pages }] };
    case 'done':
      if (phase === 'answering') return settle(state, { do: 'answer', jobId: job.id, value: message.value }, rules);
      return withEffects(
        [{ do: 'unwatch' }],
        proceed(state, job, { key: job.key, size, opened: message.value as Opened }, rules),
      );
    case 'refused':
      return withEffects(
        phase === 'opening' ? [{ do: 'post', message: { type: 'drop', key: job.key } }] : [],
        settle(state, { do: 'refuse', jobId: job.id, reason: message.reason, kind }, rules),
      );
    case 'broken':
      // After an error that nobody expected, the state of the parsers is unknown.
      return loseProcess(state, 'crash', rules);
    default:
      return assertNever(message);
  }
};

const onMessage = (before: SlotState, processId: number, message: FromParser, rules: SlotRules): SlotStep => {
  if (before.process?.id !== processId) return stay(before);
  const process = { ...before.process, ...('resident' in message && { resident: message.resident }) };
  if (message.type === 'ready') {
    const state = { ...before, process: { ...process, baseline: message.resident, isReady: true } };
    // Only now does the time count that the call itself takes.
    return { state, effects: 'callId' in state ? [watch(state, rules)] : [] };
  }
  const state = { ...before, process };
  if (message.type === 'weight' || !('callId' in state) || state.callId !== message.id) return stay(state);
  return onAnswer(state, message, rules);
};

const onWeighed = (state: SlotState, callId: number, resident: number, rules: SlotRules): SlotStep => {
  if (!('callId' in state) || state.callId !== callId) return stay(state);
  const most = (state.process?.baseline ?? 0) + rules.limits.resident + state.size * 3;
  return resident > most ? loseProcess(state, 'memory', rules) : stay(state);
};

/** Only a call that runs takes its process with it: until then the process has nothing to be kept from. */
const cancelCurrent = (state: SlotState, job: Job, rules: SlotRules): SlotStep => {
  if ('callId' in state) return loseProcess(state, 'cancelled', rules);
  const lost: SlotEffect = { do: 'lose', jobId: job.id, reason: 'cancelled', kind: 'unknown' };
  return withEffects(unfeed(state, job.key), settle(state, lost, rules));
};

const loseWaiting = (state: SlotState, concerns: (job: Job) => boolean): SlotStep => ({
  state: { ...state, queue: state.queue.filter((job) => !concerns(job)) },
  effects: state.queue
    .filter(concerns)
    .map((job) => ({ do: 'lose', jobId: job.id, reason: 'cancelled', kind: 'unknown' })),
});

const cancel = (before: SlotState, key: string, rules: SlotRules): SlotStep =>
  chain(
    loseWaiting(before, (job) => job.key === key),
    (state) => {
      const job = jobOf(state);
      return job?.key === key
        ? cancelCurrent(state, job, rules)
        : chain(forget(state, key), (after) => renewWhenGrown(after, rules));
    },
  );

const close = (before: SlotState): SlotStep => {
  const job = jobOf(before);
  const kind = 'kind' in before ? before.kind : 'unknown';
  const effects: SlotEffect[] = [
    { do: 'wake' },
    { do: 'unwatch' },
    ...(job === null ? [] : [{ do: 'lose' as const, jobId: job.id, reason: 'cancelled' as const, kind }]),
  ];
  return withEffects(
    effects,
    chain(
      loseWaiting(before, () => true),
      (state) => endProcess({ ...sharedOf(state), phase: 'closed' }),
    ),
  );
};

/**
 * What a slot for one parser process does next, and where it stands then. Pure. Every job that is asked is settled once,
 * calls run one at a time, and a process that is lost is replaced when the next job needs it.
 */
export const stepSlot = (state: SlotState, event: SlotEvent, rules: SlotRules): SlotStep => {
  if (state.phase === 'closed')
    return event.type === 'asked'
      ? { state, effects: [{ do: 'lose', jobId: event.job.id, reason: 'cancelled', kind: 'unknown' }] }
      : stay(state);
  switch (event.type) {
    case 'asked':
      return ask(state, event.job, event.isUrgent, rules);
    case 'loaded':
      return onLoaded(state, event.jobId, event.size);
    case 'not-loaded':
      return onNotLoaded(state, event.jobId, event.error, rules);
    case 'fed':
      return onFed(state, event.jobId, rules);
    case 'heard':
      return onMessage(state, event.processId, event.message, rules);
    case 'exited':
      return onExit(state, event.processId, rules);
    case 'overdue':
      return 'callId' in state && state.callId === event.callId ? loseProcess(state, 'time', rules) : stay(state);
    case 'weighed':
      return onWeighed(state, event.callId, event.resident, rules);
    case 'dropped':
      return chain(forget(state, event.key), (after) => renewWhenGrown(after, rules));
    case 'cancelled':
      return cancel(state, event.key, rules);
    case 'rested':
      return state.phase === 'idle' ? endProcess(state) : stay(state);
    case 'closed':
      return close(state);
    default:
      return assertNever(event);
  }
};
