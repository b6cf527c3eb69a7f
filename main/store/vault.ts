import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseId } from '../../shared/ids.ts';
import { Refusal } from '../../shared/reply.ts';
import {
  deriveKey,
  foldRecoveryKey,
  newKdf,
  newRecoveryKey,
  subKey,
  unwrapKey,
  wrapKey,
  type KdfParameters,
} from './keys.ts';
import { CASE_MIGRATIONS } from './migrations/case.ts';
import { VAULT_MIGRATIONS } from './migrations/vault.ts';
import { KEY_BYTES, openDatabase, type Database } from './open-database.ts';
import type { ReadCase } from './case-file.ts';
import { openCaseFile } from './open-case.ts';
import { precedentStore, type PrecedentStore } from './precedents.ts';
import { vaultStatements } from './vault-statements.ts';
import type { Topic } from '../../shared/topic.ts';
import { writeFileAtomic } from './write-file.ts';

const VERSION = 1;

/** `vault.json`. Its names are short, so that no word of a record can be found in it by chance. */
type VaultFile = {
  readonly v: number;
  readonly kdf: KdfParameters;
  /** The vault key, base64, under the passphrase's key. */
  readonly pw: string;
  /** The same under the recovery key's. */
  readonly rk: string;
};

/** An opened vault. Its key lives in memory until {@link Vault.close}. */
export type Vault = {
  readonly caseIds: () => CaseId[];
  readonly createdAt: (id: CaseId) => string;
  /** Makes an empty case file with a random key of its own. */
  readonly createCase: (id: CaseId, at: string) => ReadCase;
  /** Refuses with `not-found`, `damaged` or `newer-version`. */
  readonly openCase: (id: CaseId) => ReadCase;
  /** Destroys the wrapped key, then the file: what is left of it anywhere can no longer be read. */
  readonly eraseCase: (id: CaseId) => void;
  readonly setting: (name: string) => string | null;
  readonly saveSetting: (name: string, value: string) => void;
  readonly precedents: PrecedentStore;
  /** Runs `work` as one transaction and says what it changed. */
  readonly change: <T>(work: () => T) => { readonly value: T; readonly topics: readonly Topic[] };
  readonly close: () => void;
};

const vaultFile = (dir: string): string => join(dir, 'vault.json');
const casePath = (dir: string, id: CaseId): string => join(dir, 'cases', `${id}.db`);

/** True where a vault has been made in this folder. */
export const vaultExists = (dir: string): boolean => existsSync(vaultFile(dir));

const isVaultFile = (value: unknown): value is VaultFile =>
  typeof value === 'object' && value !== null && 'v' in value && 'kdf' in value && 'pw' in value && 'rk' in value;

const readVaultFile = (dir: string): VaultFile => {
  if (!vaultExists(dir)) throw new Refusal('not-found', 'There is no vault in this folder yet; make one first.');
  try {
    const value: unknown = JSON.parse(readFileSync(vaultFile(dir), 'utf8'));
    if (!isVaultFile(value)) throw new Error('not a vault');
    if (value.v > VERSION)
      throw new Refusal(
        'newer-version',
        'This vault was written by a newer version of IMR Desk; install that version to open it.',
      );
    return value;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('damaged', 'vault.json is damaged; restore it from a backup.');
  }
};

/**
 * Makes a vault: `vault.json`, `vault.db`, `cases/`. Returns the recovery key, which is kept nowhere. Refuses with
 * `exists`.
 */
export const createVault = (dir: string, passphrase: string, kdfCost?: number): string => {
  if (vaultExists(dir)) throw new Refusal('exists', 'There is a vault in this folder already; unlock it instead.');
  mkdirSync(join(dir, 'cases'), { recursive: true, mode: 0o700 });
  const kdf = newKdf(kdfCost);
  const key = randomBytes(KEY_BYTES);
  const recoveryKey = newRecoveryKey();
  const file: VaultFile = {
    v: VERSION,
    kdf,
    pw: wrapKey(key, deriveKey(passphrase, kdf), 'passphrase').toString('base64'),
    rk: wrapKey(key, deriveKey(foldRecoveryKey(recoveryKey), kdf), 'recovery').toString('base64'),
  };
  // A vault.db without vault.json is the rest of an attempt that was cut off; nothing can open it.
  ['vault.db', 'vault.db-wal', 'vault.db-shm'].forEach((name) => rmSync(join(dir, name), { force: true }));
  openDatabase(join(dir, 'vault.db'), subKey(key, 'vault.db'), VAULT_MIGRATIONS, true).close();
  writeFileAtomic(vaultFile(dir), Buffer.from(JSON.stringify(file, null, 2)));
  return recoveryKey;
};

const unwrapVaultKey = (file: VaultFile, secret: string): Buffer | null =>
  unwrapKey(Buffer.from(file.pw, 'base64'), deriveKey(secret, file.kdf), 'passphrase') ??
  (foldRecoveryKey(secret).length === 32
    ? unwrapKey(Buffer.from(file.rk, 'base64'), deriveKey(foldRecoveryKey(secret), file.kdf), 'recovery')
    : null);

/**
 * Opens the vault with its passphrase or recovery key. Refuses with `not-found`, `wrong-passphrase`, `damaged`,
 * `newer-version`.
 */
export const openVault = (dir: string, secret: string): Vault => {
  const key = unwrapVaultKey(readVaultFile(dir), secret);
  if (key === null)
    throw new Refusal(
      'wrong-passphrase',
      'This passphrase does not open the vault; try again or use the recovery key.',
    );
  const db = openDatabase(join(dir, 'vault.db'), subKey(key, 'vault.db'), VAULT_MIGRATIONS, false);
  return vaultOver(dir, key, db);
};

const vaultOver = (dir: string, key: Buffer, db: Database): Vault => {
  const { query, write, change } = vaultStatements(db);
  const wrappedKey = db.prepare<[string], { wrapped: Buffer; created_at: string }>(
    'SELECT wrapped, created_at FROM case_key WHERE id = ?',
  );
  const row = (id: CaseId): { wrapped: Buffer; created_at: string } => {
    const found = wrappedKey.get(id);
    if (found === undefined)
      throw new Refusal('not-found', 'There is no case with this id; list the cases to see their ids.', { caseId: id });
    return found;
  };
  return {
    caseIds: () =>
      query<[], { id: CaseId }>('SELECT id FROM case_key ORDER BY created_at, id')
        .all()
        .map(({ id }) => id),
    createdAt: (id) => row(id).created_at,
    createCase: (id, at) => {
      const caseKey = randomBytes(KEY_BYTES);
      const created = openDatabase(casePath(dir, id), caseKey, CASE_MIGRATIONS, true);
      db.prepare('INSERT INTO case_key (id, wrapped, created_at) VALUES (?, ?, ?)').run(
        id,
        wrapKey(caseKey, key, id),
        at,
      );
      return openCaseFile(id, created);
    },
    openCase: (id) => {
      const caseKey = unwrapKey(row(id).wrapped, key, id);
      if (caseKey === null)
        throw new Refusal('damaged', 'The key of this case is damaged; restore it from a backup.', { caseId: id });
      return openCaseFile(id, openDatabase(casePath(dir, id), caseKey, CASE_MIGRATIONS, false));
    },
    eraseCase: (id) => {
      row(id);
      db.transaction(() => {
        db.prepare('DELETE FROM precedent_letter WHERE case_id = ?').run(id);
        db.prepare('DELETE FROM case_key WHERE id = ?').run(id);
      }).immediate();
      // The log still holds the page with the key until it is folded into the file.
      db.pragma('wal_checkpoint(TRUNCATE)');
      ['', '-wal', '-shm'].forEach((suffix) => rmSync(`${casePath(dir, id)}${suffix}`, { force: true }));
    },
    setting: (name) =>
      query<[string], { value: string }>('SELECT value FROM setting WHERE name = ?').get(name)?.value ?? null,
    saveSetting: (name, value) => {
      write(
        'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
      ).run(name, value);
    },
    precedents: precedentStore(db),
    change,
    close: () => {
      key.fill(0);
      db.close();
    },
  };
};
