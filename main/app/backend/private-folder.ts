import { chmodSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What others than the owner may do with a file or folder. */
const OTHERS = 0o077;
const FOLDER = 0o700;

/**
 * Makes an existing vault folder its owner's alone, where the system knows owners. Gives a sentence where it is open to
 * others and cannot be closed to them, null where all is well.
 */
export const makePrivate = (dir: string): string | null => {
  if (process.platform === 'win32') return null;
  const wide = [dir, join(dir, 'cases')].filter(
    (folder) => existsSync(folder) && (statSync(folder).mode & OTHERS) !== 0,
  );
  try {
    for (const folder of wide) chmodSync(folder, FOLDER);
    return null;
  } catch {
    return `Other users of this computer can look into the vault folder ${dir}; make it yours alone (chmod 700).`;
  }
};
