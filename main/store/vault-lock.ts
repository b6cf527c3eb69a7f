import { accessSync, constants, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join, toNamespacedPath } from 'node:path';
import Database from 'better-sqlite3';
import { Refusal } from '../../shared/reply.ts';
import { nativeBinding } from './native-binding.ts';
import { codeOf, isDamage, refusalOf } from './error-sentences.ts';
import { clockTime } from '../../shared/clock-time.ts';

/** Who opens a vault: the window of the application, a browser that is served to, or a command. */
export type Opener = 'window' | 'browser' | 'command-line';

const WHERE: Readonly<Record<Opener, string>> = {
  window: 'in the window',
  browser: 'in a browser',
  'command-line': 'on the command line',
};

/** How long a process waits for another that is just closing the vault. */
const WAIT_MS = 500;

const lockFile = (dir: string): string => join(dir, 'vault.lock');
/** Says who holds the lock; without the lock it means nothing. */
const openFile = (dir: string): string => join(dir, 'vault.open');

type Holder = { readonly by: Opener; readonly since: string };

const readHolder = (dir: string): Holder | null => {
  try {
    const { by, since } = JSON.parse(readFileSync(openFile(dir), 'utf8')) as Holder;
    return Object.hasOwn(WHERE, by) && !Number.isNaN(Date.parse(since)) ? { by, since } : null;
  } catch {
    return null;
  }
};

/** Without a name, whoever is refused is told of another program. */
const writeHolder = (dir: string, by: Opener | undefined, now: Date): void => {
  try {
    if (by === undefined) rmSync(openFile(dir), { force: true });
    else writeFileSync(openFile(dir), JSON.stringify({ by, since: now.toISOString() } satisfies Holder));
  } catch {
    // On a full disk the vault opens all the same.
  }
};

const inUse = (dir: string, now: Date): Refusal => {
  const holder = readHolder(dir);
  return new Refusal(
    'in-use',
    holder === null
      ? 'This vault is open in another program; close it there first.'
      : `This vault has been open ${WHERE[holder.by]} since ${clockTime(holder.since, now)}; close it there first.`,
    holder ?? {},
  );
};

/** The locks of this process: one that nothing pointed at would be collected, and the lock with it. */
const held = new Set<Database.Database>();

/**
 * SQLite's own lock on an empty database of its own: the operating system holds it, on every platform, and lets it go
 * with the process. No other part of the program may open this file: on POSIX systems closing any handle to a file
 * ends every lock that the process has on it.
 */
const takeLock = (path: string): Database.Database => {
  const db = new Database(toNamespacedPath(path), { timeout: WAIT_MS, nativeBinding: nativeBinding() });
  try {
    // Nothing is ever written, so no journal is to be left behind by a kill.
    db.pragma('journal_mode = OFF');
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

const takeMendedLock = (path: string): Database.Database => {
  try {
    return takeLock(path);
  } catch (error) {
    // Nothing is kept in this file, so bytes in it are damage; it stays the same file for whoever waits for it.
    if (!isDamage(error)) throw error;
    truncateSync(path);
    return takeLock(path);
  }
};

const isBusy = (error: unknown): boolean => /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));

/**
 * Takes the vault for this process until the returned function is called or the process ends. Refuses with `in-use`
 * where another has it, naming it, and with `refused` where nothing can be written to the folder.
 */
export const lockVault = (dir: string, by: Opener | undefined, now: Date): (() => void) => {
  try {
    accessSync(dir, constants.W_OK);
    const lock = takeMendedLock(lockFile(dir));
    writeHolder(dir, by, now);
    held.add(lock);
    return () => {
      held.delete(lock);
      rmSync(openFile(dir), { force: true });
      lock.close();
    };
  } catch (error) {
    if (isBusy(error)) throw inUse(dir, now);
    if (codeOf(error) === 'EROFS' || codeOf(error) === 'EACCES')
      throw new Refusal(
        'refused',
        'The folder of this vault can only be read; make it writable, or copy the vault to a disk that is, and open it there.',
      );
    throw refusalOf(error) ?? error;
  }
};
