import { AsyncLocalStorage } from 'node:async_hooks';
import type { Topic } from '../../shared/topic.ts';

const tracked = new AsyncLocalStorage<Set<Topic>>();

/** Notes that the answer under way rests on these. The store does so by itself; others for what no table holds. */
export const noteReads = (topics: readonly Topic[]): void => {
  const reads = tracked.getStore();
  if (reads !== undefined) for (const topic of topics) reads.add(topic);
};

/** Computes an answer and says what it rests on. */
export const withReads = async <T>(
  answer: () => T | Promise<T>,
): Promise<{ readonly value: T; readonly restsOn: Topic[] }> => {
  const reads = new Set<Topic>();
  const value = await tracked.run(reads, answer);
  return { value, restsOn: [...reads] };
};
