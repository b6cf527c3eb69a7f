import type { CaseId } from '../../../shared/ids.ts';
import { Refusal } from '../../../shared/reply.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { closeCaseFile } from '../../store/open-case.ts';
import type { Vault } from '../../store/vault.ts';

/** The unlocked vault and the case files that are open. */
export type Session = {
  readonly isUnlocked: () => boolean;
  readonly begin: (vault: Vault) => void;
  /** Refuses with `locked`. */
  readonly vault: () => Vault;
  /** The case's file, opened once. Refuses with `locked`, `not-found`, `damaged` or `newer-version`. */
  readonly case: (id: CaseId) => ReadCase;
  readonly adopt: (file: ReadCase) => void;
  readonly closeCase: (id: CaseId) => void;
  /** Closes every file and forgets the keys. */
  readonly end: () => void;
};

/** `onOpen` is told of every case file that is opened. */
export const newSession = (onOpen: (file: ReadCase) => void): Session => {
  let current: Vault | null = null;
  const open = new Map<CaseId, ReadCase>();
  const vault = (): Vault => {
    if (current === null) throw new Refusal('locked', 'The vault is locked; unlock it with the passphrase first.');
    return current;
  };
  const closeCase = (id: CaseId): void => {
    const file = open.get(id);
    if (file !== undefined) closeCaseFile(file);
    open.delete(id);
  };
  return {
    isUnlocked: () => current !== null,
    begin: (opened) => {
      current?.close();
      current = opened;
    },
    vault,
    case: (id) => {
      const known = open.get(id);
      if (known !== undefined) return known;
      const file = vault().openCase(id);
      open.set(id, file);
      onOpen(file);
      return file;
    },
    adopt: (file) => open.set(file.id, file),
    closeCase,
    end: () => {
      [...open.keys()].forEach(closeCase);
      current?.close();
      current = null;
    },
  };
};
