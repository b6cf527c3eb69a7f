import { realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { FileToken } from '../../../shared/ids.ts';
import { Refusal } from '../../../shared/reply.ts';
import { refusalOfTarget } from '../../store/error-sentences.ts';
import { writeFileAtomic } from '../../store/write-file.ts';
import type { App } from './app.ts';

/** The folder as it truly is, whatever links lead to it; as it was named where it is not there. */
const trueFolder = (folder: string): string => {
  try {
    return realpathSync(folder);
  } catch {
    return resolve(folder);
  }
};

const refuseVault = (path: string, storeDir: string): void => {
  const between = relative(trueFolder(storeDir), join(trueFolder(dirname(path)), basename(path)));
  if (between === '' || (!between.startsWith('..') && !isAbsolute(between)))
    throw new Refusal(
      'refused',
      'This place is in the vault itself, whose files must not be replaced; choose another folder.',
    );
};

const writeAt = (path: string, bytes: Uint8Array): void => {
  try {
    writeFileAtomic(path, bytes);
  } catch (error) {
    throw refusalOfTarget(error) ?? error;
  }
};

/**
 * Puts the bytes where the host was told to write, in one step; returns the name that they have there. Refuses in one
 * sentence where they cannot be written there, and any place in the vault.
 */
export const writeTarget = (app: App, token: FileToken, bytes: Uint8Array): string => {
  const target = app.offers.target(token);
  if (target.kind === 'download') app.offers.keepDownload(token, target.name, bytes);
  else {
    refuseVault(target.path, app.storeDir);
    writeAt(target.path, bytes);
  }
  return target.kind === 'download' ? target.name : basename(target.path);
};
