import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

/** The oldest Node on which types are stripped and the native SQLite runs. */
const OLDEST = [22, 18];

const isNewEnough = () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
};

/** The Node that `npm ci` brought along. npm 11 also links it into the path of scripts; npm 10 does not. */
const broughtAlong = () => {
  const name = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const path = fileURLToPath(new URL(`../../node_modules/node-${platform}-${process.arch}/${name}`, import.meta.url));
  return existsSync(path) ? path : null;
};

const runOn = (node, args) =>
  new Promise((resolve) => {
    const child = spawn(node, args, { stdio: 'inherit' });
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    signals.forEach((signal) => process.on(signal, () => child.kill(signal)));
    child.once('error', () => resolve(1));
    child.once('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });

/**
 * True where this Node is new enough to go on. Otherwise the file is run again on the Node that `npm ci` brought along,
 * or, where there is none, one sentence says what is needed; the exit code is set either way.
 */
export const hasNewerNode = async (file, args) => {
  if (isNewEnough()) return true;
  const node = broughtAlong();
  if (node === null)
    console.error(
      `IMR Desk needs Node ${OLDEST.join('.')} or newer; this is ${process.version}. Run "npm ci" first, which brings Node 24 along on Linux and Windows, or install a newer Node.`,
    );
  process.exitCode = node === null ? 1 : await runOn(node, [file, ...args]);
  return false;
};

// As a program: runs a file of the project, `node main/hosts/newer-node.js FILE ARGS...`.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [file, ...args] = process.argv.slice(2);
  if (await hasNewerNode(file, args)) process.exitCode = await runOn(process.execPath, [file, ...args]);
}
