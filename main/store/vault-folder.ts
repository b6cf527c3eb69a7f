import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Refusal } from '../../shared/reply.ts';

/** The folder itself, or the nearest above it that is there. */
export const nearestFolder = (folder: string): string =>
  existsSync(folder) || dirname(folder) === folder ? folder : nearestFolder(dirname(folder));

const canBeWritten = (folder: string): boolean => {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

/** Makes the folders of a vault, their owner's alone. Refuses with `refused` where they cannot be made. */
export const makeVaultFolder = (dir: string): void => {
  try {
    mkdirSync(join(dir, 'cases'), { recursive: true, mode: 0o700 });
  } catch (error) {
    // Its code alone does not tell: on a disk that can only be read Node says that something is not there.
    if (canBeWritten(nearestFolder(dir))) throw error;
    throw new Refusal(
      'refused',
      'The folder for the vault can only be read; make it writable, or start IMR Desk with --store=FOLDER and a folder that is.',
    );
  }
};
