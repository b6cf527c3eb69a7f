import type { Database } from './open-database.ts';
import { queryOf } from './statements.ts';

/**
 * Where a case file stands: number and hash of its last change (0 and empty where there is none), how many transactions
 * wrote to it, those of imports too, and when the last change was made.
 */
export type CaseHead = {
  readonly seq: number;
  readonly hash: string;
  readonly writes: number;
  readonly at: string;
};

export const EMPTY_HEAD: CaseHead = { seq: 0, hash: '', writes: 0, at: '' };

export const readHead = (db: Database): CaseHead => {
  const last = queryOf<[], Omit<CaseHead, 'writes'>>(
    db,
    'SELECT seq, hash, at FROM change ORDER BY seq DESC LIMIT 1',
  ).get();
  const head = queryOf<[], { writes: number }>(db, 'SELECT writes FROM head').get();
  return { ...EMPTY_HEAD, ...last, writes: head?.writes ?? 0 };
};

/** The hash of the change with this number; undefined where there is none. */
export const hashAt = (db: Database, seq: number): string | undefined =>
  queryOf<[number], { hash: string }>(db, 'SELECT hash FROM change WHERE seq = ?').get(seq)?.hash;
