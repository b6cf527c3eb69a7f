import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A parser process that was taken over: asked for a folder, it tries what it may do there, and tells what came of it. */
const attempt = (what: () => unknown): string => {
  try {
    what();
    return 'done';
  } catch (error) {
    return (error as { readonly code?: string }).code ?? 'failed';
  }
};

process.on('disconnect', () => process.exit(0));
process.on('message', ({ folder }: { readonly folder: string }) => {
  process.send?.({
    read: attempt(() => readFileSync(join(folder, 'another.txt'))),
    list: attempt(() => readdirSync(folder)),
    write: attempt(() => {
      writeFileSync(join(folder, 'left.txt'), 'words');
    }),
    start: attempt(() => spawnSync(process.execPath, ['--version'])),
    own: attempt(() => readFileSync(import.meta.filename)),
  });
});
