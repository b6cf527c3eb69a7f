/**
 * Runs works under the same key one after the other, in the order in which they come, and those under different keys
 * side by side.
 */
export const newTurns = <K>(): (<T>(key: K, work: () => Promise<T>) => Promise<T>) => {
  const last = new Map<K, Promise<unknown>>();
  return (key, work) => {
    const turn = (last.get(key) ?? Promise.resolve()).then(work);
    const end = turn
      .catch(() => undefined)
      .finally(() => {
        if (last.get(key) === end) last.delete(key);
      });
    last.set(key, end);
    return turn;
  };
};
