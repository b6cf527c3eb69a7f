import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../shared/reply.ts';
import { codeOf } from './error-sentences.ts';
import type { KdfParameters } from './keys.ts';
import { writeFileAtomic } from './write-file.ts';

const VERSION = 1;

/**
 * `vault.json`. Its names are short, so that no word of a record can be found in it by chance. Fields of a newer
 * version are kept.
 */
export type VaultFile = {
  readonly v: number;
  readonly kdf: KdfParameters;
  /** The vault key, base64, under the passphrase's key. */
  readonly pw: string;
  /** The same under the recovery key's. */
  readonly rk: string;
};

/** Both files hold the same: a damaged one is read from the other. */
const NAMES = ['vault.json', 'vault.json.copy'] as const;
const SMALLEST_COST = 2 ** 4;
const LARGEST_COST = 2 ** 22;

const pathsIn = (dir: string): string[] => NAMES.map((name) => join(dir, name));

/** Base64 of SHA-256 over all the other fields in their order. */
const sumOf = (file: object): string => createHash('sha256').update(JSON.stringify(file)).digest('base64');

const isKdf = (value: unknown): value is KdfParameters => {
  if (typeof value !== 'object' || value === null) return false;
  const { name, N, r, p, salt } = value as Readonly<Record<string, unknown>>;
  const isCost = Number.isInteger(N) && Number(N) >= SMALLEST_COST && Number(N) <= LARGEST_COST;
  return name === 'scrypt' && isCost && r === 8 && p === 1 && typeof salt === 'string';
};

const isVaultFile = (value: object): value is VaultFile => {
  const { v, kdf, pw, rk } = value as Readonly<Record<string, unknown>>;
  return Number.isInteger(v) && isKdf(kdf) && typeof pw === 'string' && typeof rk === 'string';
};

type Found = { readonly text: string; readonly file: VaultFile; readonly isSealed: boolean };

/** Null for what is missing, is no vault file, or does not carry its own sum. */
const readOne = (path: string): Found | null => {
  try {
    const text = readFileSync(path, 'utf8');
    const { sum, ...file } = JSON.parse(text) as { readonly sum?: unknown };
    if (sum !== undefined && sum !== sumOf(file)) return null;
    return isVaultFile(file) ? { text, file, isSealed: sum !== undefined } : null;
  } catch {
    return null;
  }
};

const textOf = (file: VaultFile): string => JSON.stringify({ ...file, sum: sumOf(file) }, null, 2);

/** Writes both files, the copy first: at every moment one of the two is whole. */
export const writeVaultFile = (dir: string, file: VaultFile): void =>
  pathsIn(dir)
    .reverse()
    .forEach((path) => writeFileAtomic(path, Buffer.from(textOf(file))));

/** A new file of this version. */
export const newVaultFile = (keys: Omit<VaultFile, 'v'>): VaultFile => ({ v: VERSION, ...keys });

const CLOSED =
  'The vault folder is closed to you: it belongs to another user of this computer, or its permissions were changed; ask its owner, or choose a folder of your own.';

/** Refuses with `refused` where it cannot be known, which is not the same as there being nothing. */
const isThere = (path: string): boolean => {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    if (codeOf(error) === 'EACCES' || codeOf(error) === 'EPERM') throw new Refusal('refused', CLOSED);
    return false;
  }
};

const hasCases = (dir: string): boolean => {
  try {
    return readdirSync(join(dir, 'cases')).some((name) => name.endsWith('.db'));
  } catch {
    return false;
  }
};

/** True where a vault has been made in this folder, also where its vault.json was lost. Refuses a folder that is closed. */
export const vaultExists = (dir: string): boolean => pathsIn(dir).some(isThere) || hasCases(dir);

/**
 * Reads vault.json, or its copy where it is damaged or missing. `isWhole` is false where one of the two has to be
 * written anew. Refuses with `not-found`, `damaged` or `newer-version`.
 */
export const readVaultFile = (dir: string): { readonly file: VaultFile; readonly isWhole: boolean } => {
  if (!vaultExists(dir)) throw new Refusal('not-found', 'There is no vault in this folder yet; make one first.');
  const found = pathsIn(dir).map(readOne);
  // A vault of 0.1.0 has no sum and no copy; where there is a sealed one, the other has lost its sum by damage.
  const best = found.find((one) => one?.isSealed) ?? found[0];
  if (!best)
    throw new Refusal(
      'damaged',
      'vault.json and its copy are damaged or missing, and without them nothing in this vault can be opened; restore one of them from a backup.',
    );
  if (best.file.v > VERSION)
    throw new Refusal(
      'newer-version',
      'This vault was written by a newer version of IMR Desk; install that version to open it.',
    );
  const text = textOf(best.file);
  return { file: best.file, isWhole: found.every((one) => one?.text === text) };
};

/** Makes both files whole again where one is damaged, and gives a vault of 0.1.0 its sum and copy. */
export const mendVaultFile = (dir: string, file: VaultFile): void => {
  try {
    writeVaultFile(dir, file);
  } catch {
    // A folder stands in its place, or the disk is full: the other file goes on serving.
  }
};
