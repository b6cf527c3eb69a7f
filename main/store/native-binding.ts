import { closeSync, openSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The head of a program's file names the loader that starts it: musl's where the program was built for musl. */
const HEAD = 4096;

const isBuiltForMusl = (program: string): boolean => {
  const file = openSync(program, 'r');
  try {
    const head = Buffer.alloc(HEAD);
    readSync(file, head, 0, HEAD, 0);
    return head.includes('/ld-musl-');
  } finally {
    closeSync(file);
  }
};

/** The file name of SQLite's native library: `linux-x64`, `linuxmusl-arm64`, `win32-x64`. */
export const bindingName = (platform: string, arch: string, program: string): string =>
  `${platform === 'linux' && isBuiltForMusl(program) ? 'linuxmusl' : platform}-${arch}`;

/**
 * Where SQLite's native library for this machine lies. The package would find it by itself, but asks Node's diagnostic
 * report which C library is in use, and that ends some builds of Electron on Linux.
 */
export const nativeBinding = (): string =>
  join(
    dirname(createRequire(import.meta.url).resolve('better-sqlite3/package.json')),
    'prebuilds',
    `${bindingName(process.platform, process.arch, process.execPath)}.node`,
  );
