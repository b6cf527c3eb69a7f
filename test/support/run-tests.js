import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** `npm test`: builds the page, which the browser tests open, then runs every test; arguments go on to jest. */
if (Number(process.versions.node.split('.')[0]) < 22) {
  console.error(`The tests need Node 22 or newer; this is ${process.version}. Run "npm ci" first: it brings Node 24 along on Linux and Windows.`);
  process.exit(1);
}
const bin = (path) => fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url));
const run = (...args) => spawnSync(process.execPath, args, { stdio: 'inherit', cwd: fileURLToPath(new URL('../..', import.meta.url)) }).status ?? 1;
const built = process.env.IMR_SKIP_BUILD === '1' ? 0 : run(bin('vite/bin/vite.js'), 'build', '--logLevel', 'warn');
process.exit(built !== 0 ? built : run(bin('jest/bin/jest.js'), ...process.argv.slice(2)));
