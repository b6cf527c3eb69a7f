import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { hasNewerNode } from '../../main/hosts/newer-node.js';

/** `npm test`: builds the page, which the browser tests open, then runs every test; arguments go on to jest. */
const bin = (path) => fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url));
const run = (...args) =>
  spawnSync(process.execPath, args, { stdio: 'inherit', cwd: fileURLToPath(new URL('../..', import.meta.url)) })
    .status ?? 1;
// The tests start this programme hundreds of times: with its code compiled once, each start takes half as long.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../../node_modules/.cache/imr-desk-code', import.meta.url));
const runTests = () => {
  const built = process.env.IMR_SKIP_BUILD === '1' ? 0 : run(bin('vite/bin/vite.js'), 'build', '--logLevel', 'warn');
  return built !== 0 ? built : run(bin('jest/bin/jest.js'), ...process.argv.slice(2));
};

if (await hasNewerNode(fileURLToPath(import.meta.url), process.argv.slice(2))) process.exitCode = runTests();
