import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseId } from '../../shared/ids.ts';
import { openVault } from '../../main/store/vault.ts';
import { runUntilKilled } from './run-until-killed.ts';
import { seededRandom } from './sample/seeded-random.ts';
import { lostIn, PASSPHRASE, seeStore, type Noted, type SeenCase } from './vault-work.ts';

const DRIVER = join(import.meta.dirname, 'vault-driver.ts');

/** What came of one kill. */
export type Killed = {
  readonly acknowledged: number;
  /** Acknowledged, and not there when the vault was opened again. */
  readonly lost: number;
  /** Cases that were called damaged or set back, though nothing had been done to their files. */
  readonly unsound: number;
  /** The same vault, opened after its logs were removed. */
  readonly withoutLogs: {
    /** Cases that were called sound though something acknowledged was missing in them, or that were gone. */
    readonly silent: number;
    readonly named: number;
    /** Milliseconds from the first thing that is missing to the kill; where a log was just being written into its file, 0. */
    readonly missing: number;
  };
};

const parse = (out: string): Noted[] =>
  out
    .split('\n')
    // The last line may be cut off by the kill.
    .filter((line) => line.startsWith('{') && line.endsWith('}'))
    .map((line) => JSON.parse(line) as Noted);

const isUnsound = ({ condition }: SeenCase): boolean => condition.state !== 'sound';

/** The cases whose log was being written into the file when the process was killed. */
const foldingIn = (storeDir: string): ReadonlySet<CaseId> => {
  const vault = openVault(storeDir, PASSPHRASE);
  const folding = vault.memories.all().flatMap(({ id, folding: frames }) => (frames > 0 ? [id] : []));
  vault.close();
  return new Set(folding);
};

const removeLogs = (storeDir: string): void => {
  for (const folder of [storeDir, join(storeDir, 'cases')])
    for (const name of readdirSync(folder))
      if (/-(wal|shm|journal)$/.test(name)) rmSync(join(folder, name), { force: true });
};

const withoutLogs = async (
  storeDir: string,
  log: readonly Noted[],
  killedAt: number,
): Promise<Killed['withoutLogs']> => {
  removeLogs(storeDir);
  const folding = foldingIn(storeDir);
  const seen = await seeStore(storeDir);
  const lost = lostIn(log, seen);
  const isNamed = (caseId: CaseId): boolean => {
    const one = seen.get(caseId);
    return one !== undefined && isUnsound(one);
  };
  const counted = lost.filter(({ deed }) => !folding.has(deed.caseId));
  return {
    silent: lost.filter(({ deed }) => !isNamed(deed.caseId)).length,
    named: [...seen.values()].filter(isUnsound).length,
    missing: counted.length === 0 ? 0 : killedAt - Math.min(...counted.map(({ at }) => at)),
  };
};

/**
 * Lets two clients work in a copy of a vault, kills them after `after` milliseconds, and compares what they were told
 * with what is there: once as the kill left it, once with the logs removed.
 */
export const killOnce = async (
  { storeDir, cases }: { readonly storeDir: string; readonly cases: readonly CaseId[] },
  folder: string,
  seed: number,
  after: number,
): Promise<Killed> => {
  const [killed, bare, out] = ['killed', 'bare', 'out'].map((name) => join(folder, `${name}-${String(seed)}`)) as [
    string,
    string,
    string,
  ];
  cpSync(storeDir, killed, { recursive: true });
  mkdirSync(out);
  const ending = await runUntilKilled(DRIVER, [killed, out, String(seed), ...cases], after);
  const killedAt = Date.now();
  cpSync(killed, bare, { recursive: true });
  const log = parse(ending.out);
  const seen = await seeStore(killed);
  const result: Killed = {
    acknowledged: log.filter(({ when }) => when === 'done').length,
    lost: lostIn(log, seen).length,
    unsound: [...seen.values()].filter(isUnsound).length,
    withoutLogs: await withoutLogs(bare, log, killedAt),
  };
  [killed, bare, out].forEach((path) => rmSync(path, { recursive: true, force: true }));
  return result;
};

/** Milliseconds after which to kill: mostly soon, now and then after several writings of the log into the file. */
export const killMoments = (count: number, seed: number): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, at) => Math.floor(random() * (at % 10 === 9 ? 9000 : 2500)));
};
