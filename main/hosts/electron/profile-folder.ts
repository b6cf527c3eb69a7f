import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type ProfileFolder = { readonly folder: string; readonly warning: string | null };

/**
 * Where Chromium keeps its own files: `wanted`, or a folder for this one start where nothing can be written there, for
 * Electron would take that to mean that another instance runs, and end without a word.
 */
export const profileFolder = (wanted: string, temporary = tmpdir()): ProfileFolder => {
  try {
    mkdirSync(wanted, { recursive: true, mode: 0o700 });
    accessSync(wanted, constants.W_OK);
    return { folder: wanted, warning: null };
  } catch {
    return {
      folder: mkdtempSync(join(temporary, 'imr-desk-window-')),
      warning:
        'Nothing can be written to your home folder, so the window will not be where it was left when IMR Desk is started again; a vault in another folder is kept as always.',
    };
  }
};
