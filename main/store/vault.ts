import { randomBytes } from 'node:crypto';
import type { CaseCondition } from '../../shared/case.ts';
import type { CaseId } from '../../shared/ids.ts';
import { Refusal } from '../../shared/reply.ts';
import type { VerifiedPart } from '../../shared/verification.ts';
import type { ReadCase } from './case-file.ts';
import { EMPTY_HEAD, readHead } from './case-head.ts';
import { casePath, keepCaseKey, removeCaseFiles } from './case-keys.ts';
import { foldLog } from './case-log.ts';
import { isDiskFull } from './error-sentences.ts';
import { caseMemories, SOUND, type CaseMemories } from './case-memory.ts';
import { keepAsItStands } from './keep-case.ts';
import { deriveKey, foldRecoveryKey, newKdf, newRecoveryKey, unwrapKey, wrapKey } from './keys.ts';
import { CASE_MIGRATIONS } from './migrations/case.ts';
import { openCaseFile } from './open-case.ts';
import { openRememberedCase } from './open-remembered-case.ts';
import { KEY_BYTES, openDatabase, type Database } from './open-database.ts';
import { precedentStore, type PrecedentStore } from './precedents.ts';
import { databaseOf } from './statements.ts';
import { createVaultDatabase, keepCaseKeys, openVaultDatabase } from './vault-database.ts';
import {
  mendVaultFile,
  newVaultFile,
  readVaultFile,
  vaultExists,
  writeVaultFile,
  type VaultFile,
} from './vault-file.ts';
import { makeVaultFolder } from './vault-folder.ts';
import { verifyVault } from './verify-vault.ts';
import { lockVault, type Opener } from './vault-lock.ts';
import { vaultStatements, type VaultStatements } from './vault-statements.ts';

/** An open case, and whether it can be worked on. */
type OpenedCase = { readonly file: ReadCase; readonly condition: CaseCondition };

/** An opened vault, which no other process can open meanwhile. Its key lives in memory until {@link Vault.close}. */
export type Vault = {
  readonly caseIds: () => CaseId[];
  readonly createdAt: (id: CaseId) => string;
  /** Makes an empty case file with a random key of its own. */
  readonly createCase: (id: CaseId, at: string, onWritten?: () => void) => ReadCase;
  /**
   * Opens a case and compares it with what the vault remembers: one that is older can only be read. Refuses with
   * `not-found`, `damaged`, `refused` or `newer-version`; never makes a file.
   */
  readonly openCase: (id: CaseId, onWritten?: () => void, now?: Date) => OpenedCase;
  /** Writes the log of an open case into its file. */
  readonly foldCase: (file: ReadCase) => void;
  /** Takes a case that is set back as it stands, and says so in its log. It is then to be closed and opened again. */
  readonly keepCase: (file: ReadCase, now: Date) => void;
  /** Destroys the wrapped key, then the file: what is left of it anywhere can no longer be read. */
  readonly eraseCase: (id: CaseId) => void;
  /** What the vault remembers of its cases. */
  readonly memories: CaseMemories;
  readonly setting: (name: string) => string | null;
  readonly saveSetting: (name: string, value: string) => void;
  readonly precedents: PrecedentStore;
  /** Runs `work` as one transaction and says what it changed. */
  readonly change: VaultStatements['change'];
  /** Looks at what the vault is made of beside its cases. */
  readonly verify: () => VerifiedPart[];
  /** What was found damaged when the vault was opened, and mended: one sentence each. */
  readonly notices: readonly string[];
  readonly close: () => void;
};

const refuseToMakeOver = (dir: string): void => {
  if (vaultExists(dir)) throw new Refusal('exists', 'There is a vault in this folder already; unlock it instead.');
};

/**
 * Makes a vault: `vault.json` with its copy, `vault.db`, `cases/`. Returns the recovery key, which is kept nowhere.
 * Refuses with `exists`, and with `in-use` while another process makes it.
 */
export const createVault = (dir: string, passphrase: string, kdfCost?: number): string => {
  refuseToMakeOver(dir);
  makeVaultFolder(dir);
  const release = lockVault(dir, undefined, new Date());
  try {
    refuseToMakeOver(dir);
    const kdf = newKdf(kdfCost);
    const key = randomBytes(KEY_BYTES);
    const recoveryKey = newRecoveryKey();
    createVaultDatabase(dir, key);
    writeVaultFile(
      dir,
      newVaultFile({
        kdf,
        pw: wrapKey(key, deriveKey(passphrase, kdf), 'passphrase').toString('base64'),
        rk: wrapKey(key, deriveKey(foldRecoveryKey(recoveryKey), kdf), 'recovery').toString('base64'),
      }),
    );
    return recoveryKey;
  } finally {
    release();
  }
};

const unwrapVaultKey = (file: VaultFile, secret: string): Buffer => {
  const key =
    unwrapKey(Buffer.from(file.pw, 'base64'), deriveKey(secret, file.kdf), 'passphrase') ??
    (foldRecoveryKey(secret).length === 32
      ? unwrapKey(Buffer.from(file.rk, 'base64'), deriveKey(foldRecoveryKey(secret), file.kdf), 'recovery')
      : null);
  if (key !== null) return key;
  throw new Refusal('wrong-passphrase', 'This passphrase does not open the vault; try again or use the recovery key.');
};

/** Refuses with `wrong-passphrase` what is neither the passphrase nor the recovery key of the vault. */
export const checkSecret = (dir: string, secret: string): void =>
  void unwrapVaultKey(readVaultFile(dir).file, secret).fill(0);

/** Finishes what a stop left half done: the files of cases that were being made or erased. */
const sweepLeftovers = (dir: string, db: Database): void => {
  const left = db
    .prepare<[], { id: CaseId }>('SELECT id FROM leftover WHERE id NOT IN (SELECT id FROM case_key)')
    .all();
  left.forEach(({ id }) => removeCaseFiles(dir, id));
  if (left.length > 0) db.prepare('DELETE FROM leftover').run();
};

/**
 * Opens the vault with its passphrase or recovery key, and holds it for this process. Refuses with `not-found`,
 * `wrong-passphrase`, `in-use`, `damaged`, `newer-version`, and with `refused` where it can only be read.
 */
export const openVault = (dir: string, secret: string, openedBy?: Opener, now = new Date()): Vault => {
  const { file, isWhole } = readVaultFile(dir);
  const key = unwrapVaultKey(file, secret);
  const release = lockVault(dir, openedBy, now);
  try {
    if (!isWhole) mendVaultFile(dir, file);
    const { db, notices } = openVaultDatabase(dir, key, now);
    try {
      sweepLeftovers(dir, db);
      keepCaseKeys(dir, db);
    } catch (error) {
      // A full disk must not keep anybody from what is there; it is done when the vault is next opened.
      if (!isDiskFull(error)) throw error;
    }
    return vaultOver(dir, key, db, notices, release);
  } catch (error) {
    release();
    throw error;
  }
};

type KeyRow = { readonly wrapped: Buffer; readonly created_at: string };

const vaultOver = (dir: string, key: Buffer, db: Database, notices: readonly string[], release: () => void): Vault => {
  const statements = vaultStatements(db);
  const { query, write, change } = statements;
  const memories = caseMemories(statements);
  const row = (id: CaseId): KeyRow => {
    const found = query<[string], KeyRow>('SELECT wrapped, created_at FROM case_key WHERE id = ?').get(id);
    if (found === undefined)
      throw new Refusal('not-found', 'There is no case with this id; list the cases to see their ids.', { caseId: id });
    return found;
  };
  const keyOf = (id: CaseId): Buffer => {
    const caseKey = unwrapKey(row(id).wrapped, key, id);
    if (caseKey !== null) return caseKey;
    throw new Refusal('damaged', 'The key of this case is damaged; restore it from a backup.', { caseId: id });
  };
  const fold = (id: CaseId, file: Database): void => foldLog(file, casePath(dir, id), memories, id);
  const addKey = (id: CaseId, wrapped: Buffer, createdAt: string): void =>
    void write('INSERT INTO case_key (id, wrapped, created_at) VALUES (?, ?, ?)').run(id, wrapped, createdAt);
  const expectLeftover = (id: CaseId): void => void write('INSERT OR IGNORE INTO leftover (id) VALUES (?)').run(id);
  const forgetLeftover = (id: CaseId): void => void write('DELETE FROM leftover WHERE id = ?').run(id);
  return {
    caseIds: () => memories.all().map(({ id }) => id),
    createdAt: (id) => row(id).created_at,
    createCase: (id, createdAt, onWritten) => {
      const caseKey = randomBytes(KEY_BYTES);
      const wrapped = wrapKey(caseKey, key, id);
      expectLeftover(id);
      keepCaseKey(dir, { id, wrapped, createdAt });
      const created = openDatabase(casePath(dir, id), caseKey, CASE_MIGRATIONS, true);
      created.pragma('wal_checkpoint(TRUNCATE)');
      change(() => {
        addKey(id, wrapped, createdAt);
        memories.saveHead(id, readHead(created), null);
        forgetLeftover(id);
      });
      return openCaseFile(id, created, { ...(onWritten && { onWritten }) });
    },
    openCase: (id, onWritten, now = new Date()) => {
      const toOpen = { path: casePath(dir, id), key: keyOf(id), memory: memories.of(id), now };
      const { db: opened, condition } = openRememberedCase({ ...toOpen, fold: (file) => fold(id, file) });
      const file = openCaseFile(id, opened, { ...(onWritten && { onWritten }), readOnlyBecause: condition.reason });
      return { file, condition };
    },
    foldCase: (file) => fold(file.id, databaseOf(file)),
    keepCase: (file, now) => {
      const before = memories.of(file.id)?.head ?? EMPTY_HEAD;
      const kept = keepAsItStands(file, before, now);
      change(() => {
        memories.saveHead(file.id, kept, null);
        memories.saveCondition(file.id, SOUND);
        memories.saveFolding(file.id, 0);
      });
    },
    eraseCase: (id) => {
      row(id);
      change(() => {
        expectLeftover(id);
        write('DELETE FROM precedent_letter WHERE case_id = ?').run(id);
        write('DELETE FROM case_key WHERE id = ?').run(id);
      });
      removeCaseFiles(dir, id);
      forgetLeftover(id);
    },
    memories,
    setting: (name) =>
      query<[string], { value: string }>('SELECT value FROM setting WHERE name = ?').get(name)?.value ?? null,
    saveSetting: (name, value) => {
      write(
        'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
      ).run(name, value);
    },
    precedents: precedentStore(db),
    change,
    notices,
    verify: () =>
      verifyVault(
        dir,
        key,
        db,
        memories.all().map(({ id }) => id),
      ),
    close: () => {
      key.fill(0);
      db.close();
      release();
    },
  };
};
