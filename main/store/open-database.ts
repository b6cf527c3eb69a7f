import { lstatSync, type Stats } from 'node:fs';
import { basename, toNamespacedPath } from 'node:path';
import Database from 'better-sqlite3';
import { Refusal } from '../../shared/reply.ts';
import { codeOf, isDamage } from './error-sentences.ts';
import { migrate, type Migration } from './migrate.ts';
import { nativeBinding } from './native-binding.ts';

export type Database = Database.Database;

/** 32 random bytes that open one encrypted file. */
export type FileKey = Buffer;

export const KEY_BYTES = 32;

/** Bytes of a page in every file of ours. */
export const PAGE_BYTES = 8192;

/**
 * `wal` keeps a log beside the file, which is fast and is written into the file from time to time ({@link foldLog});
 * `truncate` keeps everything in the file itself.
 */
export type Journal = 'wal' | 'truncate';

const setUp = (db: Database, key: FileKey, journal: Journal): void => {
  // Order matters: the cipher before the key, the key before everything else.
  db.pragma(`cipher = 'aegis'`);
  db.pragma(`key = 'raw:${key.toString('hex')}'`);
  db.pragma(`page_size = ${String(PAGE_BYTES)}`);
  db.pragma(`journal_mode = ${journal}`);
  db.pragma('synchronous = FULL');
  // A log that is written into the file in part cannot be told from one that was lost.
  db.pragma('wal_autocheckpoint = 0');
  db.pragma('foreign_keys = ON');
  db.pragma('secure_delete = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('temp_store = MEMORY');
  db.pragma('cache_size = -65536');
};

const statOf = (path: string): Stats | null => {
  try {
    return lstatSync(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
    throw error;
  }
};

const refusal = (code: 'damaged' | 'refused', path: string, sentence: string, sqlite = ''): Refusal =>
  new Refusal(code, sentence.replace('%', basename(path)), { file: basename(path), code: sqlite });
const damaged = (path: string, sentence: string, sqlite = ''): Refusal => refusal('damaged', path, sentence, sqlite);

/** A file that should be there is never made, and never looked for elsewhere. */
const refuseWhatIsNoFile = (path: string): void => {
  const found = statOf(path);
  if (found === null) throw damaged(path, 'The file % is missing; restore it from a backup.');
  if (found.isSymbolicLink())
    throw refusal('refused', path, 'In place of % stands a symbolic link; put the file itself there.');
  if (found.isDirectory())
    throw refusal('refused', path, 'In place of % stands a folder; move it away and put the file there.');
  if (!found.isFile())
    throw refusal('refused', path, 'In place of % stands something that is no file; put the file there.');
  if (found.size === 0) throw damaged(path, 'The file % is empty; restore it from a backup.');
};

/** A file of ours says which version wrote it; its size is what its first page says once nothing is left in a log. */
const refuseWhatIsNotWhole = (db: Database, path: string): void => {
  if (Number(db.pragma('user_version', { simple: true })) === 0)
    throw damaged(path, 'The file % was not written by IMR Desk; restore it from a backup.');
  const size = statOf(path)?.size ?? 0;
  const pages = Number(db.pragma('page_count', { simple: true }));
  if ((statOf(`${path}-wal`)?.size ?? 0) === 0 && size < pages * PAGE_BYTES)
    throw damaged(path, 'The end of the file % is missing; restore it from a backup.');
};

/**
 * Opens an encrypted database with its raw key and brings its schema up to date. Makes a file only where `create` is
 * true. Refuses with `damaged` what is missing, empty, cut off, or cannot be read with this key, with `refused` what is
 * no file, with `newer-version` what a later version of the program wrote.
 */
export const openDatabase = (
  path: string,
  key: FileKey,
  migrations: readonly Migration[],
  create: boolean,
  journal: Journal = 'wal',
): Database => {
  if (key.length !== KEY_BYTES)
    throw new Refusal('damaged', 'The key of this file is damaged; restore it from a backup.');
  if (!create) refuseWhatIsNoFile(path);
  const db = new Database(toNamespacedPath(path), { fileMustExist: !create, nativeBinding: nativeBinding() });
  try {
    setUp(db, key, journal);
    if (!create) refuseWhatIsNotWhole(db, path);
    migrate(db, migrations);
    return db;
  } catch (error) {
    db.close();
    if (!isDamage(error) || error instanceof Refusal) throw error;
    throw damaged(
      path,
      'The file % is damaged, or is one of another vault or program; restore it from a backup.',
      codeOf(error),
    );
  }
};

/** Opens a damaged database to read from it what can still be read; null where that is nothing. */
export const openDamaged = (path: string, key: FileKey): Database | null => {
  try {
    const db = new Database(toNamespacedPath(path), {
      readonly: true,
      fileMustExist: true,
      nativeBinding: nativeBinding(),
    });
    db.pragma(`cipher = 'aegis'`);
    db.pragma(`key = 'raw:${key.toString('hex')}'`);
    return db;
  } catch {
    return null;
  }
};
