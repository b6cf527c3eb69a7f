import { useCallback, useEffect, useState } from 'react';
import { create } from 'zustand';
import { makeDraftKeeper } from './draft-keeper.ts';
import type { DraftKeeper, KeeperState, WriteDraft } from './draft-keeper.ts';
import { whenLetGo } from './let-go.ts';

const keepers = new Set<DraftKeeper>();
const states = create<{ readonly of: ReadonlyMap<object, KeeperState> }>(() => ({ of: new Map() }));

/** Whether every draft of the page stands in the vault. */
export const useSaveState = (): 'saved' | 'saving' | 'failed' =>
  states(({ of }) =>
    [...of.values()].some(({ hasFailed }) => hasFailed)
      ? 'failed'
      : [...of.values()].some(({ isOpen }) => isOpen)
        ? 'saving'
        : 'saved',
  );

const openKeeper = (): DraftKeeper => {
  const owner = {};
  return makeDraftKeeper((state) => states.setState(({ of }) => ({ of: new Map(of).set(owner, state) })), whenLetGo);
};

/** A draft whose last write was refused stays on the list, to be tried again, when its field is gone. */
const closeKeeper = async (keeper: DraftKeeper): Promise<void> => {
  await keeper.flush();
  if (!keeper.isOpen()) keepers.delete(keeper);
};

/** Writes every draft now: before locking, undoing, exporting, closing. */
export const flushDrafts = async (): Promise<void> => {
  await Promise.all([...keepers].map((keeper) => keeper.flush()));
};

export type Draft = {
  /** What the field shows. */
  readonly text: string;
  readonly change: (text: string) => void;
  /** Writes at once, or when the press that takes the focus away is over; give it to `onBlur`. */
  readonly flush: () => void;
};

/**
 * A text that saves itself: `write` is called at most a second after a key and at once on blur, lock and close, and
 * says whether it was written. When `saved` changes from elsewhere (undo), the field follows, unless one is typing in
 * it or `isSame` finds only what the backend put in order.
 */
export const useDraft = (
  saved: string,
  write: WriteDraft,
  isSame: (a: string, b: string) => boolean = Object.is,
): Draft => {
  const [state, setState] = useState({ text: saved, base: saved, isDirty: false });
  const [keeper] = useState(openKeeper);
  if (state.base !== saved)
    setState({
      text: state.isDirty || isSame(state.text, saved) ? state.text : saved,
      base: saved,
      isDirty: state.isDirty,
    });

  useEffect(() => {
    keeper.use(write, (text) => setState((now) => (now.text === text ? { ...now, isDirty: false } : now)));
  }, [keeper, write]);
  useEffect(() => {
    keepers.add(keeper);
    return () => void closeKeeper(keeper);
  }, [keeper]);

  const change = useCallback(
    (text: string) => {
      setState((now) => ({ ...now, text, isDirty: true }));
      keeper.note(text);
    },
    [keeper],
  );
  const flush = useCallback(() => whenLetGo(() => void keeper.flush()), [keeper]);
  return { text: state.text, change, flush };
};
