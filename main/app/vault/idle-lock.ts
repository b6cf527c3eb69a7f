import { contract, type Method } from '../../../shared/contract.ts';

export type IdleLock = {
  /** Does what a host asks, and takes it as a sign of work where a person is behind it. */
  readonly during: <T>(method: string, work: () => Promise<T>) => Promise<T>;
  /** Locks as soon as no job runs; not if somebody is at work again by then. */
  readonly lockAfterJobs: () => void;
  readonly close: () => void;
};

/** Milliseconds by the calendar, which a sleep of the computer moves on, and by a clock that nobody can set back. */
type Clocks = () => { readonly calendar: number; readonly steady: number };

export type IdleLockOptions = {
  /** Minutes without work after which the vault locks; null while it is locked. */
  readonly minutes: () => number | null;
  readonly lock: () => void;
  readonly clocks?: Clocks;
};

const LOOK_MS = 5000;
const MINUTE = 60_000;

const kindOf = (method: string): string => (Object.hasOwn(contract, method) ? contract[method as Method].kind : '');

/** Commands that a page gives by itself, with nobody before it. */
const BY_ITSELF = ['page.markRead', 'view.keep'];
const isWork = (method: string): boolean => ['command', 'job'].includes(kindOf(method)) && !BY_ITSELF.includes(method);

/**
 * Locks the vault when nobody has been at work for some time, whatever the host. Commands and `vault.touch` are signs
 * of work; queries are not, nor what else a page does by itself. A job that a person started is finished first: it needs the
 * open vault.
 */
export const newIdleLock = ({
  minutes,
  lock,
  clocks = () => ({ calendar: Date.now(), steady: performance.now() }),
}: IdleLockOptions): IdleLock => {
  let last = clocks();
  let jobs = 0;
  let isWanted = false;

  const idleFor = (): number => {
    const now = clocks();
    return Math.max(now.calendar - last.calendar, now.steady - last.steady);
  };
  const look = (): void => {
    const limit = minutes();
    if (jobs === 0 && limit !== null && (isWanted || idleFor() >= limit * MINUTE)) {
      isWanted = false;
      lock();
    }
  };
  const timer = setInterval(look, LOOK_MS).unref();
  return {
    during: async (method, work) => {
      // Too late is too late, also for the first touch after a sleep.
      look();
      if (isWork(method)) last = clocks();
      // Only a hand on mouse or keyboard shows that somebody is back.
      if (method === 'vault.touch') isWanted = false;
      if (kindOf(method) !== 'job') return work();
      jobs += 1;
      try {
        return await work();
      } finally {
        jobs -= 1;
        if (isWanted) look();
      }
    },
    lockAfterJobs: () => {
      isWanted = true;
      look();
    },
    close: () => {
      clearInterval(timer);
    },
  };
};
