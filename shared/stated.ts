/** `T` without the possibility that a key is there and undefined. */
export type Stated<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** A copy without the keys whose value is undefined, so that spreading it keeps what was there. */
export const stated = <T extends object>(change: T): Stated<T> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Stated<T>;
