import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { wantShared } from '../support/optional.ts';
import { notMeasured, type Figure } from './figure.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const HANDED = 'files of ../shared/faults/intake that come out right';
const OWN = 'files of our own, a kind each, that come out right';

type Result = { readonly status: string; readonly title: string };

/** What became of the tests of a file that ask whether something is right. */
const run = (name: string): readonly Result[] => {
  const { stdout } = spawnSync(
    process.execPath,
    [
      join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js'),
      '--json',
      '--silent',
      '--maxWorkers=1',
      join('test', 'import', `${name}.test.ts`),
    ],
    { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 100_000_000 },
  );
  const told = JSON.parse(stdout.slice(stdout.indexOf('{"'), stdout.lastIndexOf('}') + 1)) as {
    readonly testResults: readonly { readonly assertionResults: readonly Result[] }[];
  };
  return told.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ title }) => title.endsWith('is right'));
};

const allOf = (name: string, results: readonly Result[]): Figure => {
  const passed = results.filter(({ status }) => status === 'passed').length;
  return { name, value: passed, unit: `of ${String(results.length)}`, goal: 'all', holds: passed === results.length };
};

/** How many files that once came out wrong are right: the handed ones, and ours. */
export const benchIntakeKinds = (): Figure[] => {
  const shared = wantShared('faults/intake');
  return [
    shared.present ? allOf(HANDED, run('faults')) : notMeasured(HANDED, 'all', shared.reason),
    allOf(OWN, run('own-kinds')),
  ];
};
