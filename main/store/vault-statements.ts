import type { Statement } from 'better-sqlite3';
import type { Topic } from '../../shared/topic.ts';
import type { Database } from './open-database.ts';
import { queryOf, statementOf } from './statements.ts';

/** How `vault.db` is read and written: what is read is noted, what is written is gathered by {@link VaultStatements.change}. */
export type VaultStatements = {
  readonly query: <P extends unknown[], R>(sql: string) => Statement<P, R>;
  readonly write: <P extends unknown[]>(sql: string) => Statement<P, unknown>;
  /** Runs `work` as one transaction and says what it changed. */
  readonly change: <T>(work: () => T) => { readonly value: T; readonly topics: readonly Topic[] };
};

const changed = new WeakMap<Database, Set<Topic>>();

export const vaultStatements = (db: Database): VaultStatements => ({
  query: (sql) => queryOf(db, sql),
  write: <P extends unknown[]>(sql: string) => {
    const { statement, topics } = statementOf<P, unknown>(db, sql);
    for (const topic of topics) changed.get(db)?.add(topic);
    return statement;
  },
  change: (work) => {
    const topics = new Set<Topic>();
    changed.set(db, topics);
    try {
      return { value: db.transaction(work).immediate(), topics: [...topics] };
    } finally {
      changed.delete(db);
    }
  },
});
