import type { Reply } from '../../shared/reply.ts';

/** An edit is on its way at most this long after a key, however long one types without a pause. */
export const WRITE_AFTER_MS = 700;

/** What a change was made from: the revision that was shown, and the edit that writes again and again. */
export type MadeFrom = { readonly revision: number; readonly edit?: string };

/** Puts a value into the vault; give `from` to the command that does it. */
export type WriteEdit<T> = (value: T, from: MadeFrom) => Promise<Reply<unknown>>;

/** `isOpen`: there is a value that is not written; `hasFailed`: the last try was refused; `isStale`: by another's change. */
export type KeeperState = { readonly isOpen: boolean; readonly hasFailed: boolean; readonly isStale: boolean };

/** A value that was written and is still the newest; `revision` holds it. */
export type Written<T> = { readonly value: T; readonly revision: number };

export type EditKeeper<T> = {
  /** Takes a value that was made from what stood at `revision`. */
  readonly note: (value: T, revision: number) => void;
  /** Writes now what is not written yet; resolves when it is written or refused. */
  readonly flush: () => Promise<void>;
  /** Gives up what is not written. */
  readonly drop: () => void;
  /** The value that is not written; `isStale`: it would overwrite another's change. Null: all is written. */
  readonly unwritten: () => { readonly value: T; readonly isStale: boolean } | null;
  /** Sets what writes from now on, and what is called with a value that was written and is still the newest. */
  readonly use: (write: WriteEdit<T>, onWritten: (written: Written<T>) => void) => void;
};

type Pending<T> = { readonly value: T; readonly revision: number };

/**
 * Holds one edit's newest value until it is written. Writes never overlap, so that an older one cannot win; a refused
 * value is kept and tried again with the next key or flush. A value that would overwrite another's change waits for a
 * decision: it is written once it is noted again as made from a newer state. What is due by the clock waits for
 * `whenReleased`.
 */
export const makeEditKeeper = <T>(
  onState: (state: KeeperState) => void,
  whenReleased: (act: () => void) => void = (act) => act(),
): EditKeeper<T> => {
  const edit = crypto.randomUUID();
  let pending: Pending<T> | null = null;
  let isStale = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let write: WriteEdit<T> | null = null;
  let onWritten: (written: Written<T>) => void = () => undefined;
  let last: Promise<void> = Promise.resolve();

  const writePending = async (): Promise<void> => {
    if (pending === null || isStale || write === null) return;
    const own = pending;
    pending = null;
    const reply = await write(own.value, { revision: own.revision, edit });
    if (!reply.ok) {
      isStale = reply.error.code === 'stale';
      // What was typed meanwhile was made from the same state.
      pending ??= own;
    }
    onState({ isOpen: pending !== null, hasFailed: !reply.ok, isStale });
    if (reply.ok && pending === null) onWritten({ value: own.value, revision: reply.revision ?? own.revision });
  };
  const flush = (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    last = last.then(writePending);
    return last;
  };
  return {
    note: (value, revision) => {
      if (isStale && pending !== null && revision > pending.revision) isStale = false;
      pending = { value, revision };
      onState({ isOpen: true, hasFailed: isStale, isStale });
      timer ??= setTimeout(() => whenReleased(() => void flush()), WRITE_AFTER_MS);
    },
    flush,
    drop: () => {
      pending = null;
      isStale = false;
      onState({ isOpen: false, hasFailed: false, isStale: false });
    },
    unwritten: () => pending && { value: pending.value, isStale },
    use: (nextWrite, nextOnWritten) => {
      write = nextWrite;
      onWritten = nextOnWritten;
    },
  };
};
