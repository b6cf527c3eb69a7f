import { basename } from 'node:path';
import type { FileToken } from '../../../shared/ids.ts';
import { refusalOfTarget } from '../../store/error-sentences.ts';
import { writeFileAtomic } from '../../store/write-file.ts';
import type { App } from './app.ts';

const writeAt = (path: string, bytes: Uint8Array): void => {
  try {
    writeFileAtomic(path, bytes);
  } catch (error) {
    throw refusalOfTarget(error) ?? error;
  }
};

/**
 * Puts the bytes where the host was told to write, in one step; returns the name that they have there. Refuses in one
 * sentence where they cannot be written there.
 */
export const writeTarget = (app: App, token: FileToken, bytes: Uint8Array): string => {
  const target = app.offers.target(token);
  if (target.kind === 'download') app.offers.keepDownload(token, target.name, bytes);
  else writeAt(target.path, bytes);
  return target.kind === 'download' ? target.name : basename(target.path);
};
