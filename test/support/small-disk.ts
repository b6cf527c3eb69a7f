import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Want } from './optional.ts';

/** Mounts a disk in memory over a folder; `options` are those of `mount -o`. */
export const mountDisk = (folder: string, options: string): boolean =>
  process.platform === 'linux' &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'imr-test', folder], { stdio: 'ignore' }).status === 0;

export const remountDisk = (folder: string, options: string): boolean =>
  spawnSync('mount', ['-o', `remount,${options}`, folder], { stdio: 'ignore' }).status === 0;

export const unmountDisk = (folder: string): void => void spawnSync('umount', [folder], { stdio: 'ignore' });

/** Holds where a disk in memory can be mounted, which takes the rights of root. */
export const wantSmallDisk = (): Want => {
  const folder = mkdtempSync(join(tmpdir(), 'imr-disk-'));
  const present = mountDisk(folder, 'size=1m');
  if (present) unmountDisk(folder);
  rmSync(folder, { recursive: true });
  return { present, reason: 'a small disk cannot be mounted here' };
};
