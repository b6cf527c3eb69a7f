import { fork } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ParserProcess } from './read-page.ts';
import { readWeights } from './read-weights.ts';
import { isMemoryTold } from './resident-memory.ts';

/** A Windows process cannot start threads without this. A parser needs nothing else of the environment. */
const NEEDED = ['SystemRoot'];

/**
 * glibc keeps what was freed, in a heap for every thread: a TIFF of 2,000 pages left 120 MB of it lying in two parsers.
 * Giving it back costs no time that could be measured.
 */
const THRIFTY_HEAP = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '131072' };

/**
 * `isWeighed`: the process tells how much memory it holds while it works. `reads`: folders that it may read beside the
 * program's own. `isBound`: it runs under Node's permission model.
 */
type ForkOptions = { readonly isWeighed?: boolean; readonly reads?: readonly string[]; readonly isBound?: boolean };

const ROOT = join(import.meta.dirname, '..', '..');

const realFolder = (folder: string): readonly string[] => (existsSync(folder) ? [folder, realpathSync(folder)] : []);

/**
 * Whether the library for pictures is a native one here. Its build in WebAssembly asks Node for what the permission
 * model never gives (`process.binding`): it would read no picture.
 */
const hasNativePictures = ['', 'musl'].some((libc) =>
  existsSync(join(ROOT, 'node_modules', '@img', `sharp-${process.platform}${libc}-${process.arch}`)),
);

/**
 * Node's permission model, where this Node has it: of all files the process reads the program's own alone, it writes
 * none and starts no process. The native library for pictures has to be allowed, and is bound by none of this.
 */
const permissions = (script: string, reads: readonly string[], isWeighed: boolean): readonly string[] =>
  process.allowedNodeEnvironmentFlags.has('--permission')
    ? [
        '--permission',
        '--allow-addons',
        ...(isWeighed ? ['--allow-worker'] : []),
        ...[ROOT, join(ROOT, 'node_modules'), dirname(script), ...reads]
          .flatMap(realFolder)
          .map((folder) => `--allow-fs-read=${folder}`),
      ]
    : [];

/**
 * Starts a parser process under plain Node. It inherits no file, no argument and no environment (a passphrase may stand
 * in there), it has nowhere to print to, and may do no more than {@link permissions} say.
 */
export const forkParser = (
  script = join(import.meta.dirname, 'parser-process.ts'),
  { isWeighed = !isMemoryTold, reads = [], isBound = hasNativePictures }: ForkOptions = {},
): ParserProcess => {
  const child = fork(script, [], {
    serialization: 'advanced',
    execArgv: ['--max-old-space-size=512', ...(isBound ? permissions(script, reads, isWeighed) : [])],
    env: {
      ...Object.fromEntries(
        NEEDED.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
      ),
      ...(process.platform === 'linux' && THRIFTY_HEAP),
      ...(isWeighed && { IMR_WEIGH: '1' }),
    },
    stdio: ['ignore', isWeighed ? 'pipe' : 'ignore', 'ignore', 'ipc'],
  });
  let sent: Promise<unknown> = Promise.resolve();
  return {
    pid: child.pid,
    post: (message) => {
      // The process may have ended a moment ago; its exit is reported on its own.
      if (!child.connected) return;
      sent = new Promise((resolve) => {
        child.send(message as object, resolve);
      });
    },
    isSent: () => sent,
    onMessage: (listener) => {
      child.on('message', listener);
      if (child.stdout !== null) readWeights(child.stdout, listener);
    },
    onExit: (listener) => {
      let isReported = false;
      const report = (code: number | null): void => {
        if (!isReported) listener(code);
        isReported = true;
      };
      child.once('exit', report);
      child.once('error', () => {
        report(null);
      });
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
};
