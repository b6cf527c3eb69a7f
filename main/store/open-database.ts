import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Refusal } from '../../shared/reply.ts';
import { migrate, type Migration } from './migrate.ts';

export type Database = Database.Database;

/** 32 random bytes that open one encrypted file. */
export type FileKey = Buffer;

export const KEY_BYTES = 32;

/**
 * The code of an error of SQLite's or the system's, empty for any other: by its shape, as a copy of the module in
 * another realm has classes of its own.
 */
const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

const setUp = (db: Database, key: FileKey): void => {
  // Order matters: the cipher before the key, the key before everything else.
  db.pragma(`cipher = 'aegis'`);
  db.pragma(`key = 'raw:${key.toString('hex')}'`);
  db.pragma('page_size = 8192');
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('secure_delete = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('temp_store = MEMORY');
  db.pragma('cache_size = -65536');
};

/**
 * Opens an encrypted database with its raw key and brings its schema up to date. Refuses with `not-found` where
 * `create` is false and there is no file, `damaged` where the file cannot be read with this key, `newer-version` where
 * a later version of the programme wrote it.
 */
export const openDatabase = (
  path: string,
  key: FileKey,
  migrations: readonly Migration[],
  create: boolean,
): Database => {
  if (key.length !== KEY_BYTES)
    throw new Refusal('damaged', 'The key of this file is damaged; restore it from a backup.');
  if (!create && !existsSync(path))
    throw new Refusal('not-found', 'The file of this case is missing; restore it from a backup.');
  const db = new Database(path);
  try {
    setUp(db, key);
    migrate(db, migrations);
    return db;
  } catch (error) {
    db.close();
    const code = codeOf(error);
    if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
      throw new Refusal('damaged', 'This file is damaged or was not written by IMR Desk; restore it from a backup.', {
        code,
      });
    }
    throw error;
  }
};

/** True for the errors that SQLite or the system gives on a full disk. */
export const isDiskFull = (error: unknown): boolean => {
  const code = codeOf(error);
  return ['SQLITE_FULL', 'ENOSPC', 'EDQUOT'].includes(code) || code.startsWith('SQLITE_IOERR_WRITE');
};
