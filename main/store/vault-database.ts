import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CaseId } from '../../shared/ids.ts';
import { Refusal } from '../../shared/reply.ts';
import { caseFilesIn, keepCaseKey, readCaseKeys, type CaseKey } from './case-keys.ts';
import { isDamage } from './error-sentences.ts';
import { subKey } from './keys.ts';
import { VAULT_MIGRATIONS } from './migrations/vault.ts';
import { openDamaged, openDatabase, type Database } from './open-database.ts';
import { salvageVault, type Salvage } from './salvage-vault.ts';

export type OpenedVaultDatabase = {
  readonly db: Database;
  /** What the user has to know: a sentence for each thing that was damaged and mended. */
  readonly notices: readonly string[];
};

const pathIn = (dir: string): string => join(dir, 'vault.db');
const SUFFIXES = ['', '-journal', '-wal', '-shm'] as const;

const openAt = (path: string, vaultKey: Buffer, create: boolean): Database =>
  openDatabase(path, subKey(vaultKey, 'vault.db'), VAULT_MIGRATIONS, create, 'truncate');

/** Makes `vault.db` where there is none; what stands there without a `vault.json` is the rest of an attempt. */
export const createVaultDatabase = (dir: string, vaultKey: Buffer): void => {
  SUFFIXES.forEach((suffix) => rmSync(`${pathIn(dir)}${suffix}`, { force: true }));
  openAt(pathIn(dir), vaultKey, true).close();
};

/** Every page is read: a damaged one is found now and not in the middle of the work. */
const openSound = (dir: string, vaultKey: Buffer): Database => {
  const db = openAt(pathIn(dir), vaultKey, false);
  try {
    if (db.pragma('integrity_check', { simple: true }) !== 'ok') throw new Refusal('damaged', 'vault.db is damaged.');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

const isDamaged = (error: unknown): boolean => (error instanceof Refusal ? error.code === 'damaged' : isDamage(error));

const insertKeys = (db: Database, keys: readonly CaseKey[]): void => {
  const insert = db.prepare(
    'INSERT OR IGNORE INTO case_key (id, wrapped, created_at) VALUES (@id, @wrapped, @createdAt)',
  );
  keys.forEach((key) => insert.run(key));
};

const counted = (count: number, one: string, many: string): string => `${String(count)} ${count === 1 ? one : many}`;

const noticeOf = (keptAs: string | null, cases: number, without: readonly CaseId[], { lost }: Salvage): string =>
  [
    keptAs === null
      ? 'vault.db was missing and was made anew:'
      : `vault.db was damaged and was made anew (the damaged file is kept as ${keptAs}):`,
    without.length === 0
      ? `${counted(cases, 'case is', 'cases are all')} there,`
      : `${counted(cases, 'case is', 'cases are')} there, ${counted(without.length, 'case file has', 'case files have')} lost the key (${without.join(', ')}),`,
    lost.length === 0 ? 'and nothing else is missing.' : `and what could not be read is gone: ${lost.join('; ')}.`,
  ].join(' ');

const stampOf = (now: Date): string => now.toISOString().slice(0, 19).replaceAll(/[-:]/gu, '').replace('T', '-');

const setAside = (path: string, now: Date): string | null => {
  if (!existsSync(path)) return null;
  const keptAs = `${path}.damaged-${stampOf(now)}`;
  SUFFIXES.forEach((suffix) => {
    if (existsSync(`${path}${suffix}`)) renameSync(`${path}${suffix}`, `${keptAs}${suffix}`);
  });
  return basename(keptAs);
};

/** Makes `vault.db` of what can still be read in it and of the keys beside the cases. */
const rebuild = (dir: string, vaultKey: Buffer, now: Date, why: unknown): OpenedVaultDatabase => {
  const [path, fresh] = [pathIn(dir), `${pathIn(dir)}.new`];
  SUFFIXES.forEach((suffix) => rmSync(`${fresh}${suffix}`, { force: true }));
  const keys = readCaseKeys(dir, vaultKey);
  const db = openAt(fresh, vaultKey, true);
  let salvage: Salvage;
  try {
    const damaged = openDamaged(path, subKey(vaultKey, 'vault.db'));
    insertKeys(db, keys);
    salvage = salvageVault(damaged, db);
    damaged?.close();
  } finally {
    db.close();
  }
  const opened = openAt(fresh, vaultKey, false);
  const ids = new Set(
    opened
      .prepare<[], { id: CaseId }>('SELECT id FROM case_key')
      .all()
      .map(({ id }) => id),
  );
  opened.close();
  const without = caseFilesIn(dir).filter((id) => !ids.has(id));
  if (ids.size === 0 && without.length > 0) {
    SUFFIXES.forEach((suffix) => rmSync(`${fresh}${suffix}`, { force: true }));
    throw why;
  }
  const keptAs = setAside(path, now);
  renameSync(fresh, path);
  return { db: openAt(path, vaultKey, false), notices: [noticeOf(keptAs, ids.size, without, salvage)] };
};

/** A stop between the two renames of {@link rebuild} leaves the new file under its other name. */
const finishRebuild = (path: string): void => {
  if (!existsSync(path) && existsSync(`${path}.new`)) renameSync(`${path}.new`, path);
};

/**
 * Opens `vault.db`; one that is damaged or missing is made anew from the keys beside the cases and from what can still
 * be read, and set aside under another name. Refuses with `damaged` where no key of a case is left.
 */
export const openVaultDatabase = (dir: string, vaultKey: Buffer, now: Date): OpenedVaultDatabase => {
  finishRebuild(pathIn(dir));
  try {
    return { db: openSound(dir, vaultKey), notices: [] };
  } catch (error) {
    if (!isDamaged(error)) throw error;
    return rebuild(dir, vaultKey, now, error);
  }
};

/** Gives every case its second copy of the key. */
export const keepCaseKeys = (dir: string, db: Database): void => {
  db.prepare<[], CaseKey>('SELECT id, wrapped, created_at AS createdAt FROM case_key')
    .all()
    .forEach((key) => keepCaseKey(dir, key));
};
