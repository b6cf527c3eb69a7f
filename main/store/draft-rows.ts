import type { DraftTable, ReadCase, Row } from './case-file.ts';
import { databaseOf, queryOf, statementOf } from './statements.ts';

/** A row of a draft as it stands; null where there is none. */
export const readRow = (file: ReadCase, table: DraftTable, id: string): Row | null =>
  queryOf<[string], Row>(databaseOf(file), `SELECT * FROM ${table} WHERE id = ?`).get(id) ?? null;

/** Makes a row of a draft this one; null removes it. */
export const writeRow = (file: ReadCase, table: DraftTable, id: string, row: Row | null): void => {
  const db = databaseOf(file);
  if (row === null) {
    statementOf(db, `DELETE FROM ${table} WHERE id = ?`).statement.run(id);
    return;
  }
  const names = Object.keys(row);
  statementOf(
    db,
    `INSERT OR REPLACE INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
  ).statement.run(row);
};

/** Whether two rows say the same, whoever has touched them. Columns that one of them does not name are not compared. */
export const sameRow = (a: Row | null, b: Row | null): boolean => {
  if (a === null || b === null) return a === b;
  return Object.keys(a).every((name) => name === 'touched' || !Object.hasOwn(b, name) || a[name] === b[name]);
};
