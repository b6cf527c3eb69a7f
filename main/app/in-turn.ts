import type { ReadCase } from '../store/case-file.ts';

/** Runs works over one case one after the other, and those over different cases side by side. */
export const newTurns = (): (<T>(file: ReadCase, work: () => Promise<T>) => Promise<T>) => {
  const last = new WeakMap<ReadCase, Promise<unknown>>();
  return (file, work) => {
    const turn = (last.get(file) ?? Promise.resolve()).then(work);
    last.set(file, turn.catch(() => undefined));
    return turn;
  };
};
