import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Megabytes that the application may add to Electron, unpacked. */
const MOST_MEGABYTES = 350;

const sizeOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

/** What the application adds to Electron in `resources`: megabytes, the sentence of it, and whether it is little enough. */
export const sizeBesideElectron = (resources, what) => {
  const megabytes = Math.round(sizeOf(resources) / 1e6);
  const sentence = `${what} has ${megabytes} MB beside Electron, at most ${MOST_MEGABYTES}`;
  return { megabytes, sentence, isSo: megabytes <= MOST_MEGABYTES };
};

/** Where each platform's unpacked application keeps what is not Electron's own, below `out`. */
const RESOURCES = /^(linux|win)(-\w+)?-unpacked$/;
const resourcesIn = (out, name) => {
  if (RESOURCES.test(name)) return join(out, name, 'resources');
  const app = /^mac/.test(name) ? readdirSync(join(out, name)).find((inside) => inside.endsWith('.app')) : undefined;
  return app === undefined ? null : join(out, name, app, 'Contents', 'Resources');
};

/** `package-sizes.js [OUT]`: prints what was packed there and fails where it is too much, or nothing was. */
const printSizes = (out) => {
  const names = existsSync(out) ? readdirSync(out) : [];
  const sizes = names.flatMap((name) => {
    const resources = resourcesIn(out, name);
    return resources === null || !existsSync(resources) ? [] : [sizeBesideElectron(resources, name)];
  });
  sizes.forEach(({ sentence, isSo }) => console.log(`${isSo ? 'holds ' : 'FAILS '} ${sentence}`));
  names
    .filter((name) => /\.(AppImage|deb|exe|dmg)$/.test(name))
    .forEach((name) =>
      console.log(`       ${name}: ${Math.round(statSync(join(out, name)).size / 1e6)} MB to install`),
    );
  if (sizes.length === 0) console.log('FAILS  nothing was packed');
  return sizes.length > 0 && sizes.every(({ isSo }) => isSo) ? 0 : 1;
};

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.exitCode = printSizes(process.argv[2] ?? fileURLToPath(new URL('../../out', import.meta.url)));
