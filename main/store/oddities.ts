import type { ReadCase, WriteCase } from './case-file.ts';
import { put, query, remove } from './statements.ts';

/** Why something odd was dismissed, by its id. */
export const dismissedOddities = (file: ReadCase): ReadonlyMap<string, string> =>
  new Map(
    query<[], { id: string; reason: string }>(file, 'SELECT id, reason FROM oddity')
      .all()
      .map(({ id, reason }) => [id, reason]),
  );

export const dismissOddity = (file: WriteCase, id: string, reason: string): void => put(file, 'oddity', { id, reason });

export const reopenOddity = (file: WriteCase, id: string): void => remove(file, 'oddity', id);
