import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../../shared/reply.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { casePath } from '../../store/case-keys.ts';
import { theCase } from '../../store/open-case.ts';
import type { Vault } from '../../store/vault.ts';

const GONE =
  'The folder of the vault is no longer where it was opened, so nothing more is written; put it back or connect its disk again, and if that does not help, lock the vault and unlock it.';

/** Which file stands at a path; null where none does. Windows lets nobody move an open file away. */
const identityOf = (path: string): string | null => {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (found === undefined) return null;
  return process.platform === 'win32' ? 'there' : `${String(found.dev)} ${String(found.ino)}`;
};

/** Refuses with `unreadable` to write into a file that is no longer where it was opened. */
export type StillThere = { readonly holdCase: (file: ReadCase) => void; readonly holdVault: (vault: Vault) => void };

/**
 * Systems other than Windows let a file be written to that was moved away or removed while it was open: what is written
 * would be answered as kept, and be gone with the file.
 */
export const newStillThere = (storeDir: string): StillThere => {
  const known = new WeakMap<object, string>();
  const hold = (owner: object, path: string): void => {
    const found = identityOf(path);
    if (found === null || (known.get(owner) ?? found) !== found) throw new Refusal('unreadable', GONE);
    known.set(owner, found);
  };
  return {
    holdCase: (file) => hold(theCase(file), casePath(storeDir, file.id)),
    holdVault: (vault) => hold(vault, join(storeDir, 'vault.db')),
  };
};
