import { useCallback, useEffect, useState } from 'react';
import { create } from 'zustand';
import { makeEditKeeper } from './edit-keeper.ts';
import type { EditKeeper, KeeperState, WriteEdit } from './edit-keeper.ts';
import { isInConflict, madeFrom, newEdit, withAnswer, withChange, withWritten } from './edit-state.ts';
import { showToast } from '../ui/toast-queue.ts';
import { whenReleased } from './pointer-release.ts';
import { useReadRevision } from './read-revision.ts';

const keepers = new Set<Pick<EditKeeper<unknown>, 'flush'>>();
/** What is not saved, by its edit. */
const unsaved = create<{ readonly by: ReadonlyMap<object, KeeperState> }>(() => ({ by: new Map() }));

const noteUnsaved = (edit: object, state: KeeperState): void =>
  unsaved.setState(({ by }) => {
    const next = new Map(by);
    if (state.isOpen || state.hasFailed) next.set(edit, state);
    else next.delete(edit);
    return { by: next };
  });

/** Whether every edit of the page stands in the vault. */
export const useSaveState = (): 'saved' | 'saving' | 'failed' =>
  unsaved(({ by }) =>
    [...by.values()].some(({ hasFailed }) => hasFailed) ? 'failed' : by.size > 0 ? 'saving' : 'saved',
  );

/** Writes every edit now: before locking, undoing, exporting, closing. */
export const flushEdits = async (): Promise<void> => {
  await Promise.all([...keepers].map((keeper) => keeper.flush()));
};

/** Later than every change: to be kept in any case. */
const IN_ANY_CASE = Number.MAX_SAFE_INTEGER;

/**
 * What is not written when its field is gone: a value that was refused stays on the list, to be tried again; one that
 * waits for a decision is handed over to a message, for there is no field any more to decide in.
 */
const closeKeeper = async <T>(keeper: EditKeeper<T>): Promise<void> => {
  await keeper.flush();
  const left = keeper.unwritten();
  if (left === null) keepers.delete(keeper);
  if (left?.isStale !== true) return;
  keeper.drop();
  keepers.delete(keeper);
  const words = typeof left.value === 'string' ? `: “${left.value}”` : '.';
  showToast({
    tone: 'block',
    text: `This was not saved, as the same was changed elsewhere meanwhile${words}`,
    action: {
      label: 'Keep mine',
      perform: () => {
        keeper.note(left.value, IN_ANY_CASE);
        void keeper.flush();
      },
    },
  });
};

/** Two changes of one field at once: what was typed here, and what stands there now. */
export type Conflict<T> = {
  readonly mine: T;
  readonly theirs: T;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
};

export type Edit<T> = {
  /** What the field shows. */
  readonly value: T;
  /** A change while one types: written at most a second later. */
  readonly change: (value: T) => void;
  /** A choice: written at once. */
  readonly choose: (value: T) => void;
  /** Writes at once, or when the press that takes the focus away is over; give it to `onBlur`. */
  readonly flush: () => void;
  readonly conflict: Conflict<T> | null;
};

/**
 * A value that saves itself. What is changed here is shown until the revision that holds it has been read; then the
 * field follows what is read, also an undo or another's change. Where another has changed the same meanwhile, nothing
 * is overwritten: both stand in `conflict`. `isSame` finds what the backend only put in order. `saved` is of the
 * revision that {@link useReadRevision} gives.
 */
export const useEdit = <T>(saved: T, write: WriteEdit<T>, isSame: (a: T, b: T) => boolean = Object.is): Edit<T> => {
  const revision = useReadRevision();
  const [state, setState] = useState(() => newEdit(saved, revision));
  const next = withAnswer(state, saved, revision, isSame);
  if (next !== state) setState(next);
  const [keeper] = useState(() => {
    const edit = {};
    return makeEditKeeper<T>((now) => {
      noteUnsaved(edit, now);
      setState((before) => (before.isStale === now.isStale ? before : { ...before, isStale: now.isStale }));
    }, whenReleased);
  });

  useEffect(() => {
    keeper.use(write, (written) => setState((now) => withWritten(now, written.value, written.revision)));
  }, [keeper, write]);
  useEffect(() => {
    keepers.add(keeper);
    return () => void closeKeeper(keeper);
  }, [keeper]);

  const from = madeFrom(next, revision);
  const change = useCallback(
    (value: T) => {
      setState((now) => withChange(now, value, from));
      keeper.note(value, from);
    },
    [keeper, from],
  );
  const flush = useCallback(() => whenReleased(() => void keeper.flush()), [keeper]);
  const choose = useCallback(
    (value: T) => {
      change(value);
      void keeper.flush();
    },
    [change, keeper],
  );
  const hasConflict = isInConflict(next, revision);
  const takeTheirs = (): void => {
    keeper.drop();
    setState(newEdit(saved, revision));
  };
  const isWaiting = next.isStale;
  useEffect(() => {
    if (!isWaiting && keeper.unwritten()?.isStale === true) keeper.drop();
  }, [isWaiting, keeper]);
  const keepMine = (): void => {
    setState((now) => ({ ...now, isStale: false, from: revision }));
    keeper.note(next.shown, revision);
    void keeper.flush();
  };
  return {
    value: next.shown,
    change,
    choose,
    flush,
    conflict: hasConflict ? { mine: next.shown, theirs: saved, keepMine, takeTheirs } : null,
  };
};
