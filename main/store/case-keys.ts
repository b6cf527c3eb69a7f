import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { CaseId } from '../../shared/ids.ts';
import { unwrapKey } from './keys.ts';
import { writeFileAtomic } from './write-file.ts';

/** A case's key under the vault's, and when the case was made: what is needed to find it without `vault.db`. */
export type CaseKey = { readonly id: CaseId; readonly wrapped: Buffer; readonly createdAt: string };

const folderOf = (dir: string): string => join(dir, 'cases');
export const casePath = (dir: string, id: CaseId): string => join(folderOf(dir), `${id}.db`);
const keyPath = (dir: string, id: CaseId): string => join(folderOf(dir), `${id}.key`);

/** Short names, so that no word of a record can be found in it by chance. */
type KeyFile = { readonly v: number; readonly at: string; readonly k: string };

const sumOf = (file: object): string => createHash('sha256').update(JSON.stringify(file)).digest('base64');

const textOf = ({ createdAt, wrapped }: CaseKey): string => {
  const file: KeyFile = { v: 1, at: createdAt, k: wrapped.toString('base64') };
  return JSON.stringify({ ...file, sum: sumOf(file) });
};

const readText = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

const readKeyFile = (dir: string, id: CaseId, vaultKey: Buffer): CaseKey | null => {
  try {
    const { sum, ...file } = JSON.parse(readText(keyPath(dir, id))) as KeyFile & { readonly sum: string };
    const wrapped = Buffer.from(file.k, 'base64');
    const isOurs = sum === sumOf(file) && unwrapKey(wrapped, vaultKey, id) !== null;
    return isOurs ? { id, wrapped, createdAt: file.at } : null;
  } catch {
    return null;
  }
};

/** Keeps a second copy of the key beside the case, where there is none or another. */
export const keepCaseKey = (dir: string, key: CaseKey): void => {
  const [path, text] = [keyPath(dir, key.id), textOf(key)];
  if (readText(path) !== text) writeFileAtomic(path, Buffer.from(text));
};

const namesIn = (dir: string): string[] => {
  try {
    return readdirSync(folderOf(dir));
  } catch {
    return [];
  }
};

const idsOf = (dir: string, ending: string): CaseId[] =>
  namesIn(dir)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length) as CaseId)
    .sort();

/** The ids of the case files in the folder, whosever they are. */
export const caseFilesIn = (dir: string): CaseId[] => idsOf(dir, '.db');

/** The keys that stand beside cases and open under this vault's key. */
export const readCaseKeys = (dir: string, vaultKey: Buffer): CaseKey[] =>
  idsOf(dir, '.key').flatMap((id) => readKeyFile(dir, id, vaultKey) ?? []);

/** Writes over the key before its file goes, so that it cannot be found on the disk. */
const destroyKey = (path: string): void => {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return;
  const handle = openSync(path, 'r+');
  try {
    writeSync(handle, randomBytes(fstatSync(handle).size), 0);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** Destroys the second copy of a case's key, then every file of the case. */
export const removeCaseFiles = (dir: string, id: CaseId): void => {
  destroyKey(keyPath(dir, id));
  namesIn(dir)
    .filter((name) => name.startsWith(`${id}.`))
    .forEach((name) => rmSync(join(folderOf(dir), name), { recursive: true, force: true }));
};
