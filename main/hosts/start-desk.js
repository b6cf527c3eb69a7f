import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { connectBackend } from '../app/backend/connect-backend.ts';
import { prepareFolder } from '../app/backend/prepare-folder.ts';
import { defaultStore } from '../app/backend/default-store.ts';
import { buildWhenOlder } from './build-when-older.js';
import { buildElectron } from './electron/build.js';
import { serve } from './loopback/serve.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ELECTRON = join(ROOT, 'node_modules', 'electron');
const FETCH_MS = 60_000;
/** An application that ends this early with an error has not been seen by anybody. */
const STILLBORN_MS = 10_000;

const sources = (...rooms) => rooms.map((room) => join(ROOT, room));
const buildPage = () =>
  buildWhenOlder(join(ROOT, 'dist/renderer/index.html'), sources('renderer', 'shared'), () =>
    build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' }),
  );
const buildMain = () =>
  buildWhenOlder(join(ROOT, 'dist/main/preload.cjs'), sources('main', 'shared'), () => buildElectron());

const electronBinary = () => {
  const name = join(ELECTRON, 'path.txt');
  const binary = existsSync(name) ? join(ELECTRON, 'dist', readFileSync(name, 'utf8')) : null;
  return binary !== null && existsSync(binary) ? binary : null;
};

const fetchElectron = () => {
  console.log('Fetching Electron, once ...');
  spawnSync(process.execPath, [join(ELECTRON, 'install.js')], { stdio: 'ignore', timeout: FETCH_MS });
  return electronBinary();
};

/** The programme, or the reason why the window cannot be had. */
const findElectron = () => {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return { reason: 'Electron has no screen here to open a window on' };
  if (!existsSync(join(ELECTRON, 'install.js'))) return { reason: 'Electron is not installed here' };
  const binary = electronBinary() ?? fetchElectron();
  return binary === null ? { reason: 'Electron could not be fetched here' } : { binary };
};

/** Resolves with the exit code, or null where the window never opened. */
const runElectron = (binary, store) =>
  new Promise((done) => {
    const started = Date.now();
    const child = spawn(binary, [ROOT], { stdio: 'inherit', env: { ...process.env, IMR_STORE: store } });
    child.on('error', () => done(null));
    child.on('exit', (code) => done(code !== 0 && Date.now() - started < STILLBORN_MS ? null : (code ?? 1)));
  });

const untilStopped = () => new Promise((done) => ['SIGINT', 'SIGTERM'].forEach((signal) => process.once(signal, done)));

const serveLoopback = async (reason, store) => {
  process.umask(0o077);
  prepareFolder(store).forEach((warning) => console.error(warning));
  const backend = await connectBackend({ storeDir: store, assetsDir: join(ROOT, 'assets'), openedBy: 'browser' });
  const host = await serve({ backend, rendererDir: join(ROOT, 'dist', 'renderer') });
  console.log(
    `${reason}, so IMR Desk is served to a browser on this computer, at this address, which works once:\n${host.url}`,
  );
  await untilStopped();
  await host.close();
  await backend.close();
  return 0;
};

const USAGE = 'npm start -- [--store DIR]';

const optionsOf = (words) => {
  // The address is said on standard output alone: in the command line of a browser every user of this computer could
  // read it. So nothing is opened, and `--no-open` is only still understood.
  const { values } = parseArgs({ args: words, options: { store: { type: 'string' }, 'no-open': { type: 'boolean' } } });
  return { store: resolve(values.store ?? defaultStore()) };
};

const readOptions = (words) => {
  try {
    return optionsOf(words);
  } catch {
    return null;
  }
};

/** Opens the application: in Electron where it is or can be fetched, else in a browser. Resolves with the exit code. */
export const startDesk = async (words) => {
  // The window asks for the passphrase itself: no process started from here needs it.
  delete process.env.IMR_PASSPHRASE;
  const options = readOptions(words);
  if (options === null) {
    console.error(`These options are not known here. Usage: ${USAGE}`);
    return 2;
  }
  const { store } = options;
  process.chdir(ROOT);
  await buildPage();
  const found = findElectron();
  if (found.binary === undefined) return serveLoopback(found.reason, store);
  await buildMain();
  return (await runElectron(found.binary, store)) ?? serveLoopback('Electron does not run here', store);
};
