import { fileURLToPath } from 'node:url';
import { bundleForElectron } from '../../../main/hosts/electron/build.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Builds the probe as the application is built: for Electron's main process, a thread of it, and its parsers. */
export const buildProbe = (outDir) =>
  bundleForElectron(
    {
      'probe-main': `${root}/test/electron/probe/probe-main.ts`,
      'probe-thread': `${root}/test/electron/probe/probe-thread.ts`,
      'echo-parser': `${root}/test/hosts/fixtures/echo-parser.ts`,
      'parser-process': `${root}/main/import/parser-process.ts`,
    },
    outDir,
    true,
  );
