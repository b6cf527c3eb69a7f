import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { connectBackend } from '../../main/app/backend/connect-backend.ts';
import type { Backend } from '../../main/app/backend/backend.ts';
import { openDatabase } from '../../main/store/open-database.ts';
import type { CaseId } from '../../shared/ids.ts';
import { flipStore, makeFlipStore } from '../support/flip-vault.ts';
import { killImports } from '../support/kill-import.ts';
import { killMoments, killOnce, type Killed } from '../support/kill-vault.ts';
import { ASSETS } from '../support/open-backend.ts';
import { asking, makeStore, openStore, PASSPHRASE } from '../support/vault-work.ts';
import { percentile, printed, type Bench, type Figure } from './figure.ts';

const KILLS = Number(process.env.IMR_VAULT_KILLS ?? 300);
const FLIPS = Number(process.env.IMR_VAULT_FLIPS ?? 1000);
const PAGES = Number(process.env.IMR_VAULT_PAGES ?? 10_000);
const CASES = Number(process.env.IMR_VAULT_CASES ?? 500);
const IMPORT_KILLS = Number(process.env.IMR_VAULT_IMPORT_KILLS ?? 200);
const COMMANDS = 400;
const LONGEST_MISSING = 5000;

const none = (name: string, value: number): Figure => ({ name, value, unit: '', goal: '0', holds: value === 0 });
const below = (name: string, value: number, unit: string, most: number): Figure => ({
  name,
  value,
  unit,
  goal: `< ${most.toLocaleString('en-US')} ${unit}`,
  holds: value < most,
});
const sum = (all: readonly Killed[], of: (killed: Killed) => number): number => all.reduce((n, one) => n + of(one), 0);

const benchKills = async (folder: string, say: (line: string) => void): Promise<Figure[]> => {
  const storeDir = join(folder, 'killed-store');
  const cases = await makeStore(storeDir, 3);
  const killed: Killed[] = [];
  for (const [at, after] of killMoments(KILLS, 7).entries()) {
    killed.push(await killOnce({ storeDir, cases }, folder, at + 1, after));
    if ((at + 1) % 25 === 0) say(`${String(at + 1)} of ${String(KILLS)} kills`);
  }
  const bare = killed.map(({ withoutLogs }) => withoutLogs);
  return [
    printed('kills while two clients type, decide, import, export, make and erase', killed.length, 'kills'),
    printed(
      'changes acknowledged before the kills',
      sum(killed, ({ acknowledged }) => acknowledged),
      'changes',
    ),
    none(
      'acknowledged changes lost by the kills',
      sum(killed, ({ lost }) => lost),
    ),
    none(
      'cases damaged or set back by the kills',
      sum(killed, ({ unsound }) => unsound),
    ),
    none(
      'acknowledged changes missing without a word, with the logs removed after the kills',
      sum(killed, ({ withoutLogs }) => withoutLogs.silent),
    ),
    printed(
      'cases called set back or damaged for it',
      sum(killed, ({ withoutLogs }) => withoutLogs.named),
      'cases',
    ),
    below(
      'longest work missing with the log removed, where it was not just being written into the file',
      Math.max(...bare.map(({ missing }) => missing)) / 1000,
      's',
      LONGEST_MISSING / 1000,
    ),
  ];
};

const benchFlips = async (folder: string, say: (line: string) => void): Promise<Figure[]> => {
  const storeDir = await makeFlipStore(folder);
  const flips = await flipStore(storeDir, folder, FLIPS, 11, (done) => {
    if (done % 100 === 0) say(`${String(done)} of ${String(FLIPS)} flipped bits`);
  });
  const changing = flips.filter(({ changes }) => changes);
  return [
    printed('flipped bits in vault.db, vault.json, its copy, keys, case files and logs', flips.length, 'bits'),
    printed('of these, that change what a reader would see', changing.length, 'bits'),
    none('of these, neither noticed nor named', changing.filter(({ silent }) => silent).length),
    none('flipped bits that hide another case', flips.filter(({ hides }) => hides).length),
  ];
};

const benchImports = async (folder: string, say: (line: string) => void): Promise<Figure[]> => {
  say(`${String(IMPORT_KILLS)} kills of imports that are resumed`);
  const { undisturbed, moments, ended } = await killImports(join(folder, 'imports'), IMPORT_KILLS, 7);
  return [
    printed('kills of an import, resumed and killed again until nothing waits', moments.length, 'kills'),
    none(
      'of these imports, ended otherwise than an undisturbed one',
      ended.filter((end) => !isDeepStrictEqual(end, undisturbed)).length,
    ),
  ];
};

/** A case with so many pages, of a text file with as many page breaks. */
const makeLargeCase = async (storeDir: string): Promise<CaseId> => {
  const backend = await openStore(storeDir);
  const ask = asking(backend);
  await ask('vault.create', { passphrase: PASSPHRASE });
  const { caseId } = await ask('case.create', { letter: { items: [{}] } as never, origin: 'records' });
  const page = Array.from({ length: 30 }, (_, line) => `Line ${String(line)} of a note about the low back.`).join('\n');
  const text = Array.from({ length: PAGES }, (_, at) => `Sheet ${String(at)}\n${page}`).join('\f');
  const files = await backend.offer([{ kind: 'bytes', name: 'chart.txt', bytes: new TextEncoder().encode(text) }]);
  await ask('record.import', { caseId, files });
  const { pages } = await ask('case.show', { caseId });
  if (pages !== PAGES) throw new Error(`${String(pages)} pages of ${String(PAGES)}`);
  await backend.close();
  return caseId;
};

const millisecondsOf = async (work: () => unknown): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};

/** One insert, synced, in a file of the same kind. */
const bareCommit = (folder: string): (() => void) => {
  const db = openDatabase(
    join(folder, 'bare.db'),
    Buffer.alloc(32, 5),
    [{ version: 1, sql: 'CREATE TABLE line (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;' }],
    true,
  );
  const insert = db.prepare('INSERT INTO line (text) VALUES (?)');
  return () => void insert.run('a line of a note');
};

const connect = async (storeDir: string): Promise<Backend> => {
  const backend = await connectBackend({ storeDir, assetsDir: ASSETS, parsers: 1, recognisesByItself: false });
  await backend.call('vault.unlock', { passphrase: PASSPHRASE });
  return backend;
};

const benchCommands = async (folder: string, say: (line: string) => void): Promise<Figure[]> => {
  say(`a case of ${PAGES.toLocaleString('en-US')} pages`);
  const storeDir = join(folder, 'large');
  const caseId = await makeLargeCase(storeDir);
  const backend = await connect(storeDir);
  const ask = asking(backend);
  const [item] = await ask('item.list', { caseId });
  const commit = bareCommit(folder);
  const [commands, commits]: [number[], number[]] = [[], []];
  for (let at = 0; at < COMMANDS; at += 1) {
    const change = { rationale: `The worker was seen, ${String(at)}.` };
    commands.push(
      await millisecondsOf(() =>
        at % 2 === 0
          ? ask('item.edit', { caseId, id: item!.id, change })
          : ask('case.update', { caseId, facts: { organisation: `Example Reviews ${String(at)}` } }),
      ),
    );
    commits.push(await millisecondsOf(commit));
    // As fast as a person types, so that the log is written into the file in between, as it is in work.
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await backend.close();
  const pages = PAGES.toLocaleString('en-US');
  return [
    below(
      `a command in a case of ${pages} pages, from call to synced reply, 95 of 100`,
      percentile(commands, 0.95),
      'ms',
      15,
    ),
    printed('the same, half of them', percentile(commands, 0.5), 'ms'),
    printed('a bare synced commit in the same run, 95 of 100', percentile(commits, 0.95), 'ms'),
    printed('the same, half of them', percentile(commits, 0.5), 'ms'),
  ];
};

const benchList = async (folder: string, say: (line: string) => void): Promise<Figure[]> => {
  say(`a vault of ${String(CASES)} cases`);
  const storeDir = join(folder, 'many');
  await makeStore(storeDir, 0);
  const making = await openStore(storeDir);
  await making.call('vault.unlock', { passphrase: PASSPHRASE });
  for (let at = 0; at < CASES; at += 1)
    await asking(making)('case.create', {
      letter: {
        header: { caseNumber: `CM16-${String(9_900_000 + at)}` },
        items: [{ heading: 'Lumbar brace' }],
      } as never,
      origin: 'records',
    });
  await making.close();
  const backend = await connect(storeDir);
  const times: number[] = [];
  for (let time = 0; time < 20; time += 1) times.push(await millisecondsOf(() => asking(backend)('case.list', {})));
  await backend.close();
  const name = `the list of ${String(CASES)} cases`;
  return [
    below(`${name}, the first time after unlocking`, times[0] ?? NaN, 'ms', 50),
    below(`${name}, 95 of 100`, percentile(times, 0.95), 'ms', 50),
  ];
};

/** What a vault bears and what it costs: kills, lost logs, flipped bits, a command's time, the list of cases. */
export const benchVault: Bench = async (say) => {
  const folder = mkdtempSync(join(tmpdir(), 'imr-bench-vault-'));
  try {
    return [
      ...(await benchCommands(folder, say)),
      ...(await benchList(folder, say)),
      ...(await benchFlips(folder, say)),
      ...(await benchKills(folder, say)),
      ...(await benchImports(folder, say)),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
