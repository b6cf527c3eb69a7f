import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * `npm run test:electron`: everything that only Electron itself can show, in this order. Where its binary, a screen or
 * the right user is missing, a step is skipped with its reason; over the stand-in it runs everywhere.
 */
const STEPS = [
  ['threads, databases, cryptography, parsers and their environment', 'test/electron/probe.test.ts'],
  ['the application from its sources: page, drops, typing, closing, crashing', 'test/electron/electron.test.ts'],
  ['the application as it is packed, with its fuses, and a tampered one', 'test/electron/packed.test.ts'],
];

const root = fileURLToPath(new URL('../..', import.meta.url));
const jest = fileURLToPath(new URL('../../node_modules/jest/bin/jest.js', import.meta.url));
let failed = 0;
for (const [what, file] of STEPS) {
  console.log(`\n${what}`);
  failed +=
    spawnSync(process.execPath, [jest, '--maxWorkers=1', file], { cwd: root, stdio: 'inherit' }).status === 0 ? 0 : 1;
}
process.exit(failed === 0 ? 0 : 1);
