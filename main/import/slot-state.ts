import type { PlainReason } from '../../shared/reason.ts';
import type { FileKind } from '../../shared/record.ts';
import type { ParserLimits } from './limits.ts';
import type { LossReason } from './parser-loss.ts';
import type { FromParser, Opened, ParserAnswer, ParserCall, ReadAs, ToParser } from './parser-protocol.ts';
import type { ReadPage } from './read-page.ts';

/** Something asked of a slot; `call` is null where the file is only to be opened. */
export type Job = {
  readonly id: number;
  readonly key: string;
  readonly password: string;
  readonly as: ReadAs;
  readonly call: ParserCall | null;
};

/** A living process. `baseline` and `resident` are bytes: when it had started, and when it last answered. */
type Live = {
  readonly id: number;
  readonly isReady: boolean;
  readonly baseline: number;
  readonly resident: number;
};
/** A file that the process has open. */
export type Held = { readonly key: string; readonly size: number; readonly opened: Opened };

/** What a slot knows whatever it is doing. */
export type Shared = {
  readonly process: Live | null;
  readonly queue: readonly Job[];
  /** The one used last stands last. */
  readonly held: readonly Held[];
  /** Number of the next process or call. */
  readonly next: number;
};
/** A call that the process was asked, and the job that it belongs to. */
export type Asked = { readonly job: Job; readonly size: number; readonly callId: number; readonly kind: FileKind };

/**
 * What a slot is doing: nothing; waiting for the bytes of a file; handing them to the process; waiting for the process
 * to open the file, or to answer a call about it; or nothing ever again.
 */
export type SlotState = Shared &
  (
    | { readonly phase: 'idle' | 'closed' }
    | { readonly phase: 'loading'; readonly job: Job }
    | { readonly phase: 'feeding'; readonly job: Job; readonly size: number }
    | ({ readonly phase: 'opening' } & Asked)
    | ({ readonly phase: 'answering' } & Asked)
  );

/** What happened to a slot. */
export type SlotEvent =
  | { readonly type: 'asked'; readonly job: Job; readonly isUrgent: boolean }
  | { readonly type: 'loaded'; readonly jobId: number; readonly size: number }
  | { readonly type: 'not-loaded'; readonly jobId: number; readonly error: unknown }
  | { readonly type: 'fed'; readonly jobId: number }
  | { readonly type: 'heard'; readonly processId: number; readonly message: FromParser }
  | { readonly type: 'exited'; readonly processId: number }
  | { readonly type: 'overdue'; readonly callId: number }
  | { readonly type: 'weighed'; readonly callId: number; readonly resident: number }
  | { readonly type: 'dropped' | 'cancelled'; readonly key: string }
  | { readonly type: 'rested' | 'closed' };

/** What is to be done, in this order; exactly one of the last four settles each job. */
export type SlotEffect =
  | { readonly do: 'start' | 'kill'; readonly processId: number }
  | { readonly do: 'post'; readonly message: ToParser }
  | { readonly do: 'load' | 'feed'; readonly jobId: number }
  /** Reports `overdue` after so many milliseconds and `weighed` now and then, until it is told to watch again or not. */
  | { readonly do: 'watch'; readonly callId: number; readonly limit: number }
  | { readonly do: 'unwatch' }
  /** Reports `rested` when nothing has been asked for some time. */
  | { readonly do: 'rest' }
  | { readonly do: 'wake' }
  | { readonly do: 'pages'; readonly jobId: number; readonly pages: readonly ReadPage[] }
  | { readonly do: 'answer'; readonly jobId: number; readonly value: ParserAnswer }
  | { readonly do: 'refuse'; readonly jobId: number; readonly reason: PlainReason; readonly kind: FileKind }
  | { readonly do: 'lose'; readonly jobId: number; readonly reason: LossReason; readonly kind: FileKind }
  | { readonly do: 'fail'; readonly jobId: number; readonly error: unknown };

/** Where a slot stands after an event, and what is to be done about it. */
export type SlotStep = { readonly state: SlotState; readonly effects: readonly SlotEffect[] };

/** `isKept`: the process is started before it is needed and stays; otherwise it starts when asked and may rest. */
export type SlotRules = { readonly limits: ParserLimits; readonly isKept: boolean };

/** The job that the slot works on; null where it has none. */
export const jobOf = (state: SlotState): Job | null => ('job' in state ? state.job : null);

/** Jobs that run or wait. */
export const busyOf = (state: SlotState): number => state.queue.length + (jobOf(state) === null ? 0 : 1);

/** Whether the bytes of this job's file are still wanted. */
export const isFeeding = (state: SlotState, jobId: number): boolean =>
  state.phase === 'feeding' && state.job.id === jobId;
