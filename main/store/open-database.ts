import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Refusal } from '../../shared/reply.ts';
import { codeOf, isDamage } from './error-sentences.ts';
import { migrate, type Migration } from './migrate.ts';
import { nativeBinding } from './native-binding.ts';

export type Database = Database.Database;

/** 32 random bytes that open one encrypted file. */
export type FileKey = Buffer;

export const KEY_BYTES = 32;

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
  const db = new Database(path, { nativeBinding: nativeBinding() });
  try {
    setUp(db, key);
    migrate(db, migrations);
    return db;
  } catch (error) {
    db.close();
    if (!isDamage(error)) throw error;
    throw new Refusal('damaged', 'This file is damaged or was not written by IMR Desk; restore it from a backup.', {
      code: codeOf(error),
    });
  }
};
