import { spawnSync } from 'node:child_process';

/**
 * Type-checks every room against its own library and types, so that `document` in main or `fs` in the page fails. What
 * was checked before and has not changed since is known from a file beside the packages.
 */
const tsc = new URL('../../node_modules/typescript/bin/tsc', import.meta.url).pathname;
const known = new URL('../../node_modules/.cache/types/', import.meta.url).pathname;
const rooms = ['shared', 'main', 'renderer', 'test'];
const failed = rooms.filter(
  (room) =>
    spawnSync(
      process.execPath,
      [tsc, '-p', room, '--incremental', '--tsBuildInfoFile', `${known}${room}.tsbuildinfo`],
      { stdio: 'inherit' },
    ).status !== 0,
);
if (failed.length > 0) {
  console.error(`Types do not hold in: ${failed.join(', ')}`);
  process.exit(1);
}
