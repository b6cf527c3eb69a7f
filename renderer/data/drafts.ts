import { useCallback, useEffect, useState } from 'react';
import { create } from 'zustand';

/** A draft is on its way at most this long after a key, however long one types without a pause. */
const WRITE_AFTER_MS = 700;

type SaveState = 'saved' | 'saving' | 'failed';
const open = create<{ readonly unsaved: ReadonlySet<object>; readonly failed: ReadonlySet<object> }>(() => ({ unsaved: new Set(), failed: new Set() }));

/** Whether every draft of the page stands in the vault. */
export const useSaveState = (): SaveState => open(({ unsaved, failed }) => (failed.size > 0 ? 'failed' : unsaved.size > 0 ? 'saving' : 'saved'));

const withIf = (set: ReadonlySet<object>, one: object, isIn: boolean): ReadonlySet<object> => {
  const rest = [...set].filter((other) => other !== one);
  return new Set(isIn ? [...rest, one] : rest);
};

type Write = (text: string) => Promise<boolean>;

type Keeper = {
  readonly note: (text: string) => void;
  readonly flush: () => Promise<void>;
  readonly use: (write: Write, onWritten: (text: string) => void) => void;
};

const keepers = new Set<Keeper>();

/** Holds one draft's newest text until it is written; writes never overlap, so that an older one cannot win. */
const makeKeeper = (): Keeper => {
  const me = {};
  let pending: string | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let write: Write = () => Promise.resolve(false);
  let onWritten: (text: string) => void = () => undefined;
  let last: Promise<void> = Promise.resolve();

  const mark = (failed: boolean): void =>
    open.setState((state) => ({ unsaved: withIf(state.unsaved, me, pending !== null), failed: withIf(state.failed, me, failed) }));

  const writePending = async (): Promise<void> => {
    if (pending === null) return;
    const text = pending;
    pending = null;
    const isWritten = await write(text);
    if (!isWritten) pending ??= text;
    mark(!isWritten);
    if (isWritten && pending === null) onWritten(text);
  };
  const flush = (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    last = last.then(writePending);
    return last;
  };
  return {
    note: (text) => {
      pending = text;
      mark(false);
      timer ??= setTimeout(() => void flush(), WRITE_AFTER_MS);
    },
    flush,
    use: (nextWrite, nextOnWritten) => {
      write = nextWrite;
      onWritten = nextOnWritten;
    },
  };
};

/** Writes every draft now: before locking, undoing, exporting, closing. */
export const flushDrafts = async (): Promise<void> => {
  await Promise.all([...keepers].map((keeper) => keeper.flush()));
};

export type Draft = {
  /** What the field shows. */
  readonly text: string;
  readonly change: (text: string) => void;
  /** Writes at once; give it to `onBlur`. */
  readonly flush: () => void;
};

/**
 * A text that saves itself: `write` is called at most a second after a key and at once on blur, lock and close, and says
 * whether it was written. When `saved` changes from elsewhere (undo), the field follows, unless one is typing in it.
 */
export const useDraft = (saved: string, write: Write): Draft => {
  const [state, setState] = useState({ text: saved, base: saved, isDirty: false });
  const [keeper] = useState(makeKeeper);
  if (state.base !== saved) setState({ text: state.isDirty ? state.text : saved, base: saved, isDirty: state.isDirty });

  useEffect(() => {
    keeper.use(write, (text) => setState((now) => (now.text === text ? { ...now, isDirty: false } : now)));
  }, [keeper, write]);
  useEffect(() => {
    keepers.add(keeper);
    return () => {
      void keeper.flush();
      keepers.delete(keeper);
    };
  }, [keeper]);

  const change = useCallback((text: string) => {
    setState((now) => ({ ...now, text, isDirty: true }));
    keeper.note(text);
  }, [keeper]);
  const flush = useCallback(() => void keeper.flush(), [keeper]);
  return { text: state.text, change, flush };
};
