import { readdirSync, readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '..');

/** Room -> what it may import: rooms of ours, packages, and `node` for Node's own modules. The first match counts. */
const LAW: readonly (readonly [room: string, may: readonly string[]])[] = [
  ['shared', ['shared', 'zod']],
  ['main/store', ['main/store', 'shared', 'node', 'better-sqlite3']],
  [
    'main/import',
    [
      'main/import',
      'shared',
      'node',
      '@embedpdf/pdfium',
      '@kenjiuno/decompressrtf',
      '@kenjiuno/msgreader',
      'postal-mime',
      'libheif-js',
      'mammoth',
      'parse5',
      'sharp',
      'tesseract.js-core',
      'fflate',
      '@zip.js/zip.js',
      'saxes',
      'iconv-lite',
    ],
  ],
  ['main/reading', ['main/reading', 'shared']],
  ['main/letters', ['main/letters', 'shared', 'docx', 'mammoth', 'fflate', 'pdfkit']],
  [
    'main/app',
    [
      'main/app',
      'main/store',
      'main/import',
      'main/reading',
      'main/letters',
      'shared',
      'node',
      'zod',
      'pino',
      'nspell',
    ],
  ],
  ['main/hosts/electron', ['main/hosts/electron', 'main/app', 'shared', 'node', 'electron']],
  ['main/hosts/loopback', ['main/hosts/loopback', 'main/app', 'shared', 'node']],
  ['main/hosts/cli', ['main/hosts/cli', 'main/hosts/loopback', 'main/app', 'shared', 'node']],
  ['main/hosts', ['main/hosts', 'main/app', 'shared', 'node']],
  [
    'renderer',
    [
      'renderer',
      'shared',
      'zod',
      'react',
      'react-dom',
      'react-aria-components',
      'react-resizable-panels',
      '@tanstack/react-query',
      '@tanstack/react-virtual',
      'diff',
      '@tiptap/core',
      '@tiptap/pm',
      '@tiptap/react',
      'zustand',
      '@fontsource-variable/inter',
    ],
  ],
];

/** Rooms whose files are pure: no Node module at all. */
const PURE = ['shared', 'main/reading'];
const TOP_LEVEL = ['main', 'renderer', 'shared', 'assets', 'test', 'docs', '.ci', '.github'];

const filesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder)).flatMap((name) => {
    const path = join(folder, name);
    return statSync(join(ROOT, path)).isDirectory() ? filesIn(path) : /\.(ts|tsx)$/.test(name) ? [path] : [];
  });

const packageOf = (specifier: string): string =>
  specifier.startsWith('@') ? specifier.split('/').slice(0, 2).join('/') : (specifier.split('/')[0] ?? specifier);

type Import = { readonly file: string; readonly target: string };

const importsOf = (file: string): Import[] =>
  ts.preProcessFile(readFileSync(join(ROOT, file), 'utf8'), true, true).importedFiles.map(({ fileName }) => ({
    file,
    target: fileName.startsWith('.')
      ? relative(ROOT, resolve(ROOT, dirname(file), fileName))
      : fileName.startsWith('node:') || builtinModules.includes(fileName)
        ? 'node'
        : packageOf(fileName),
  }));

const within = (path: string, room: string): boolean => path === room || path.startsWith(`${room}/`);
const allowed = ({ file, target }: Import): boolean => {
  const law = LAW.find(([room]) => within(file, room));
  return law !== undefined && law[1].some((room) => within(target, room));
};

const files = ['shared', 'main', 'renderer'].flatMap(filesIn);
const imports = files.flatMap(importsOf);

describe('the rooms of the house', () => {
  it('has every source file in a room that the table names', () => {
    expect(files.filter((file) => !LAW.some(([room]) => within(file, room)))).toEqual([]);
  });

  it('imports only what the table allows', () => {
    expect(imports.filter((found) => !allowed(found)).map(({ file, target }) => `${file} imports ${target}`)).toEqual(
      [],
    );
  });

  it('never lets one feature of the page import another', () => {
    const feature = (path: string): string | undefined => /^renderer\/features\/([^/]+)/.exec(path)?.[1];
    const crossing = imports.filter(
      ({ file, target }) =>
        feature(file) !== undefined && feature(target) !== undefined && feature(file) !== feature(target),
    );
    expect(crossing.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  it.each(PURE)('keeps %s free of Node', (room) => {
    expect(imports.filter(({ file, target }) => within(file, room) && target === 'node')).toEqual([]);
  });

  it('keeps SQL in the store', () => {
    const statement =
      /[`'"]\s*(SELECT\s.+\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+(VIRTUAL\s+)?TABLE|PRAGMA)\s/;
    const outside = files.filter(
      (file) => !within(file, 'main/store') && statement.test(readFileSync(join(ROOT, file), 'utf8')),
    );
    expect(outside).toEqual([]);
  });

  it('shows the database to nobody outside the store', () => {
    const inside = ['statements', 'vault-statements', 'draft-rows', 'stale-fields', 'open-database', 'migrate'].map(
      (name) => `main/store/${name}.ts`,
    );
    const outside = imports.filter(({ file, target }) => !within(file, 'main/store') && inside.includes(target));
    expect(outside.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  it('keeps readers of imported bytes away from the store', () => {
    expect(imports.filter(({ file, target }) => within(file, 'main/import') && within(target, 'main/store'))).toEqual(
      [],
    );
  });

  it('exports names only, and never by the barrel', () => {
    const barrels = files.filter(
      (file) => /^export \* from/m.test(readFileSync(join(ROOT, file), 'utf8')) || /(^|\/)index\.tsx?$/.test(file),
    );
    expect(barrels).toEqual([]);
  });

  it('has no file over 300 lines', () => {
    const long = files.filter((file) => readFileSync(join(ROOT, file), 'utf8').split('\n').length > 301);
    expect(long).toEqual([]);
  });

  it('has the agreed top level and no other folder', () => {
    const folders = readdirSync(ROOT).filter((name) => statSync(join(ROOT, name)).isDirectory());
    expect(
      folders.filter((name) => ![...TOP_LEVEL, '.git', 'node_modules', 'dist', 'out', 'coverage'].includes(name)),
    ).toEqual([]);
  });
});
