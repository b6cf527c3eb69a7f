import type { VerifiedPart } from '../../shared/verification.ts';
import { caseFilesIn, readCaseKeys } from './case-keys.ts';
import { isDamage } from './error-sentences.ts';
import type { CaseId } from '../../shared/ids.ts';
import type { Database } from './open-database.ts';
import { readVaultFile } from './vault-file.ts';

const verifyFile = (dir: string): VerifiedPart => {
  const { isWhole } = readVaultFile(dir);
  return {
    part: 'vault-file',
    isSound: isWhole,
    said: isWhole ? 'vault.json and its copy are whole.' : 'vault.json or its copy is damaged; the other one serves.',
  };
};

const verifyDatabase = (db: Database): VerifiedPart => {
  const isSound = ((): boolean => {
    try {
      return db.pragma('integrity_check', { simple: true }) === 'ok';
    } catch (error) {
      if (isDamage(error)) return false;
      throw error;
    }
  })();
  return {
    part: 'vault',
    isSound,
    said: isSound
      ? 'All pages of vault.db can be read and belong together.'
      : 'Pages of vault.db cannot be read; lock and unlock the vault, and it is made anew from what can be read.',
  };
};

const verifyKeys = (dir: string, key: Buffer, ids: readonly CaseId[]): VerifiedPart => {
  const kept = new Set(readCaseKeys(dir, key).map(({ id }) => id));
  const without = ids.filter((id) => !kept.has(id));
  return {
    part: 'keys',
    isSound: without.length === 0,
    said:
      without.length === 0
        ? 'Every case has the second copy of its key.'
        : `The second copy of the key is damaged or missing for ${without.join(', ')}; it is written again when the vault is next unlocked.`,
  };
};

/** Files that belong to no case hurt nobody, but whoever put them there may miss them in the list. */
const verifyFolder = (dir: string, ids: readonly CaseId[]): VerifiedPart[] => {
  const others = caseFilesIn(dir).filter((id) => !ids.includes(id));
  return others.length === 0
    ? []
    : [
        {
          part: 'other-files',
          isSound: true,
          said: `In the folder of the cases stand files that belong to no case of this vault: ${others.map((id) => `${id}.db`).join(', ')}. They are left alone.`,
        },
      ];
};

/** Looks at what a vault is made of beside its cases. */
export const verifyVault = (dir: string, key: Buffer, db: Database, ids: readonly CaseId[]): VerifiedPart[] => [
  verifyFile(dir),
  verifyDatabase(db),
  verifyKeys(dir, key, ids),
  ...verifyFolder(dir, ids),
];
