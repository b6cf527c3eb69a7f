import { extractAll, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { buildElectron } from '../../main/hosts/electron/build.js';
import { sizeBesideElectron } from './package-sizes.js';
import { runPacked } from './run-packed.ts';
import { writeStubElectron } from './stub-electron.js';

/** `npm run pack:check`: packs the application for Linux without fetching anything, and looks into what was packed. */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const REAL = join(ROOT, 'node_modules', 'electron', 'dist');
const hasReal = process.platform === 'linux' && process.arch === 'x64' && existsSync(join(REAL, 'electron'));
const folder = mkdtempSync(join(tmpdir(), 'imr-pack-'));
const problems = [];
const hold = (isSo, sentence) => {
  console.log(`${isSo ? 'holds ' : 'FAILS '} ${sentence}`);
  if (!isSo) problems.push(sentence);
};

const pack = (electronDist) => {
  const cli = join(ROOT, 'node_modules', 'electron-builder', 'cli.js');
  const done = spawnSync(
    process.execPath,
    [
      cli,
      '--linux',
      'dir',
      '--x64',
      '--publish',
      'never',
      `-c.electronDist=${electronDist}`,
      `-c.directories.output=${folder}/out`,
    ],
    { cwd: ROOT, encoding: 'utf8' },
  );
  if (done.status !== 0) throw new Error(`electron-builder ended with ${done.status}:\n${done.stdout}\n${done.stderr}`);
  return join(folder, 'out', 'linux-unpacked');
};

const MUST_HAVE = [
  '/package.json',
  '/dist/main/electron.cjs',
  '/dist/main/preload.cjs',
  '/dist/main/backend-worker.cjs',
  '/dist/main/reading-worker.cjs',
  '/dist/main/parser-process.cjs',
  '/dist/main/weigh-thread.cjs',
  '/dist/renderer/index.html',
  '/dist/licences.txt',
  '/assets/letter/forms/2014.json',
  '/assets/letter/forms/2016.json',
  '/assets/guidelines/mtus.json',
  '/assets/sample-case/case.json',
  '/assets/ocr/eng.traineddata',
  '/assets/ocr/LICENSE',
  '/node_modules/tesseract.js-core/tesseract-core-simd-lstm.wasm',
  '/node_modules/better-sqlite3/prebuilds/linux-x64.node',
  '/node_modules/@embedpdf/pdfium/dist/pdfium.wasm',
  '/node_modules/zod/package.json',
  '/node_modules/libheif-js/libheif-wasm/libheif.js',
  '/node_modules/libheif-js/libheif-wasm/libheif.wasm',
  '/node_modules/libheif-js/libheif-wasm/LICENSE',
  '/node_modules/@img/sharp-wasm32/LICENSE',
];
const MUST_LACK = [
  [/^\/(main|renderer|shared|test|docs|\.ci|\.github|assets\/packaging)(\/|$)/, 'source, tests or documents'],
  [/loopback/, 'the loopback host'],
  [/^\/node_modules\/node-(linux|win)/, 'a Node of its own'],
  [
    /^\/node_modules\/(electron|electron-builder|vite|react|jest|typescript|playwright-core|@sparticuz)(\/|$)/,
    'tools of development',
  ],
  [/\/prebuilds\/(?!linux-x64)[^/]+$/, 'libraries for other systems'],
  [/^\/node_modules\/libheif-js\/(libheif\/|.*bundle)/, 'other builds of the HEIC decoder'],
  [/^\/node_modules\/tesseract\.js-core\/.*(relaxedsimd|core\.|simd\.|wasm\.js)/, 'other builds of the recogniser'],
  [/\.tsx?$/, 'TypeScript'],
  [/^\/node_modules\/@img\/sharp-(linux|libvips|darwin|win32)/, "native builds of sharp, which Electron's GLib ends"],
];

const UNPACKED = [
  'node_modules/better-sqlite3/prebuilds/linux-x64.node',
  'node_modules/libheif-js/libheif-wasm/libheif.wasm',
  'node_modules/@img/sharp-wasm32/index.cjs',
];

const checkFiles = (app) => {
  const asar = join(app, 'resources', 'app.asar');
  const files = listPackage(asar, { isPack: false }).map((path) => path.replaceAll('\\', '/'));
  MUST_HAVE.forEach((path) => hold(files.includes(path), `${path} is packed`));
  MUST_LACK.forEach(([pattern, what]) => {
    const found = files.filter((path) => pattern.test(path));
    hold(
      found.length === 0,
      `there is no sign of ${what}${found.length > 0 ? `: ${found.slice(0, 3).join(', ')}` : ''}`,
    );
  });
  UNPACKED.forEach((path) =>
    hold(
      existsSync(join(`${asar}.unpacked`, path)),
      `${path} lies beside the archive, where it can be loaded or replaced`,
    ),
  );
  console.log(`       the archive has ${files.length} files and ${Math.round(statSync(asar).size / 1e6)} MB`);
  return asar;
};

/** What the installers write, as electron-builder works it out before it fetches the tools that would build them. */
const optionsOf = async (app, target, read) => {
  let options;
  const { createTargets, Platform, build: makeInstaller } = await import('electron-builder');
  await makeInstaller({
    targets: createTargets([Platform.LINUX], target, 'x64'),
    prepackaged: app,
    publish: 'never',
    effectiveOptionComputed: (computed) => {
      options = read(computed);
      return Promise.resolve(true);
    },
    config: { directories: { output: join(folder, 'out') } },
  });
  return options;
};

const checkDesktopEntry = (entry, what) => {
  const line = /^Exec=(.*)$/m.exec(entry)?.[1] ?? '';
  hold(
    /%U$/.test(line) && !/--/.test(line),
    `the desktop entry of the ${what} starts the application without switches: ${line}`,
  );
};

const checkInstallers = async (app) => {
  checkDesktopEntry(await optionsOf(app, 'AppImage', ({ desktop }) => desktop), 'AppImage');
  checkDesktopEntry(await optionsOf(app, 'deb', ([, path]) => readFileSync(path, 'utf8')), 'deb package');
  // Working out what NSIS is given fetches it, so only what it is told is looked at.
  const told = readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8');
  hold(
    /^ {2}perMachine: false$/m.test(told) && /^ {2}allowElevation: false$/m.test(told),
    'the installer for Windows is told to install for one user, without an administrator',
  );
};

const checkSizes = (app) => {
  const { sentence, isSo } = sizeBesideElectron(join(app, 'resources'), 'the package for Linux');
  hold(isSo, sentence);
};

const loadsOf = (path) => [
  ...new Set([...readFileSync(path, 'utf8').matchAll(/\brequire\("([^"]+)"\)/g)].map((match) => match[1])),
];
const isOutside = (name) => !/^node:|^\.\/|^url$|^electron$/.test(name);

const checkScripts = (app) => {
  const { main, dependencies } = JSON.parse(readFileSync(join(app, 'package.json'), 'utf8'));
  const loads = (name) => loadsOf(join(app, 'dist', 'main', name));
  hold(main === 'dist/main/electron.cjs', 'package.json names the main script');
  hold(loads('preload.cjs').join() === 'electron', 'the preload loads Electron and nothing else');
  const outside = ['electron.cjs', 'backend-worker.cjs', 'reading-worker.cjs', 'parser-process.cjs', 'weigh-thread.cjs']
    .flatMap(loads)
    .filter(isOutside);
  const strange = outside.filter(
    (name) => !Object.keys(dependencies).some((dependency) => name === dependency || name.startsWith(`${dependency}/`)),
  );
  hold(
    strange.length === 0,
    `the scripts load only packages that are packed${strange.length > 0 ? `: not ${strange.join(', ')}` : ''}`,
  );
};

const FUSES = {
  RunAsNode: false,
  EnableCookieEncryption: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  GrantFileProtocolExtraPrivileges: false,
};

const checkFuses = async (app) => {
  if (!hasReal)
    console.log("       the fuses below were set in a stand-in: Electron's own binary is not installed here");
  const wire = await getCurrentFuseWire(join(app, 'imr-desk'));
  Object.entries(FUSES).forEach(([name, isOn]) =>
    hold(wire[FuseV1Options[name]] === (isOn ? 49 : 48), `the fuse ${name} is ${isOn ? 'on' : 'off'}`),
  );
};

try {
  process.chdir(ROOT);
  await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' });
  await buildElectron();
  const stub = join(folder, 'electron');
  writeStubElectron(stub, JSON.parse(readFileSync(join(ROOT, 'node_modules/electron/package.json'), 'utf8')).version);
  const app = pack(hasReal ? REAL : stub);
  const asar = checkFiles(app);
  await checkFuses(app);
  checkSizes(app);
  await checkInstallers(app);
  const opened = join(folder, 'app');
  extractAll(asar, opened);
  checkScripts(opened);
  for (const [sentence, isSo] of await runPacked(opened, join(folder, 'vault'))) hold(isSo, sentence);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(
  problems.length === 0 ? 'The package is whole.' : `The package is not whole: ${problems.length} of the above fail.`,
);
process.exit(problems.length === 0 ? 0 : 1);
