import type { DraftTable, ReadCase, Row } from './case-file.ts';
import { databaseOf, queryOf, statementOf } from './statements.ts';

/** Of a record only this is stated by a person; the rest of its row belongs to the import, which alone adds and removes it. */
const RECORD_COLUMNS = 'CAST(id AS TEXT) AS id, title, kind, provider, date, touched';

/** A row of a draft as it stands; null where there is none. */
export const readRow = (file: ReadCase, table: DraftTable, id: string): Row | null =>
  queryOf<[string], Row>(
    databaseOf(file),
    `SELECT ${table === 'record' ? RECORD_COLUMNS : '*'} FROM ${table} WHERE id = ?`,
  ).get(id) ?? null;

/** Makes a row of a draft this one; null removes it. */
export const writeRow = (file: ReadCase, table: DraftTable, id: string, row: Row | null): void => {
  const db = databaseOf(file);
  if (table === 'record') {
    if (row === null) throw new Error('a record is removed only by the import');
    const names = Object.keys(row).filter((name) => name !== 'id');
    statementOf(
      db,
      `UPDATE record SET ${names.map((name) => `${name} = @${name}`).join(', ')} WHERE id = @id`,
    ).statement.run(row);
  } else if (row === null) {
    statementOf(db, `DELETE FROM ${table} WHERE id = ?`).statement.run(id);
  } else {
    const names = Object.keys(row);
    statementOf(
      db,
      `INSERT OR REPLACE INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
    ).statement.run(row);
  }
};

/** Whether two rows say the same, whoever has touched them. Columns that one of them does not name are not compared. */
export const sameRow = (a: Row | null, b: Row | null): boolean => {
  if (a === null || b === null) return a === b;
  return Object.keys(a).every((name) => name === 'touched' || !Object.hasOwn(b, name) || a[name] === b[name]);
};
