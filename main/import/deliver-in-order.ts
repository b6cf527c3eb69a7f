import type { ReadPage, ReadRequest } from './read-page.ts';

/** Hands on pages in order, though they arrive in batches from several processes. */
export type Delivery = {
  /**
   * Takes pages; settles at once, or when the receiver is behind, after it has caught up. Rejects with the receiver's
   * error.
   */
  readonly accept: (pages: readonly ReadPage[]) => Promise<void>;
  /** Settles when the receiver has taken everything that was accepted. */
  readonly done: () => Promise<void>;
};

/** Pages that may wait for the receiver before the readers are held back. */
const MOST_WAITING = 128;

export const deliverInOrder = (onPages: ReadRequest['onPages'], promised: number): Delivery => {
  const waiting = new Map<number, ReadPage>();
  let next = 1;
  let last: Promise<void> = Promise.resolve();

  const takeReady = (): ReadPage[] => {
    const ready: ReadPage[] = [];
    for (let page = waiting.get(next); page !== undefined; page = waiting.get(next)) {
      waiting.delete(next);
      ready.push(page);
      next += 1;
    }
    return ready;
  };
  const handOn = async (): Promise<void> => {
    const ready = takeReady();
    if (ready.length > 0) await onPages(ready, promised);
  };
  return {
    accept: (pages) => {
      for (const page of pages) waiting.set(page.number, page);
      last = last.then(handOn);
      // Who waits gets the error at once; `done` gives it to the others.
      last.catch(() => undefined);
      return waiting.size > MOST_WAITING ? last : Promise.resolve();
    },
    done: () => last,
  };
};
