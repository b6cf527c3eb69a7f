import { join } from 'node:path';
import { flipStore, makeFlipStore } from '../support/flip-vault.ts';
import { killMoments, killOnce, type Killed } from '../support/kill-vault.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { makeStore } from '../support/vault-work.ts';

/** A shorter run of what `imr bench vault` measures. */
const KILLS = Number(process.env.IMR_VAULT_KILLS ?? 6);
const FLIPS = Number(process.env.IMR_VAULT_FLIPS ?? 24);
const SEED = Number(process.env.IMR_SEED ?? 3);

describe('a vault that two clients work in', () => {
  it(
    `loses nothing that was acknowledged when it is killed, and says so where its logs are removed (${String(KILLS)} times)`,
    async () => {
      const folder = temporaryFolder();
      const storeDir = join(folder, 'store');
      const cases = await makeStore(storeDir, 2);
      const killed: Killed[] = [];
      for (const [at, after] of killMoments(KILLS, SEED).entries())
        killed.push(await killOnce({ storeDir, cases }, folder, at + 1, after));
      expect(killed.map(({ lost, unsound, withoutLogs }) => ({ lost, unsound, silent: withoutLogs.silent }))).toEqual(
        killed.map(() => ({ lost: 0, unsound: 0, silent: 0 })),
      );
      expect(Math.max(...killed.map(({ withoutLogs }) => withoutLogs.missing))).toBeLessThan(5000);
      // Otherwise nothing was tried.
      expect(killed.reduce((sum, { acknowledged }) => sum + acknowledged, 0)).toBeGreaterThan(0);
      expect(killed.reduce((sum, { withoutLogs }) => sum + withoutLogs.named, 0)).toBeGreaterThan(0);
    },
    60_000 + KILLS * 30_000,
  );
});

describe('a flipped bit', () => {
  it(
    `in any file of a vault is noticed where it changes what a reader sees, and hides no other case (${String(FLIPS)} times)`,
    async () => {
      const folder = temporaryFolder();
      const flips = await flipStore(await makeFlipStore(folder), folder, FLIPS, SEED);
      expect(flips.filter(({ silent }) => silent)).toEqual([]);
      expect(flips.filter(({ hides }) => hides)).toEqual([]);
      expect(flips.filter(({ changes }) => changes).length).toBeGreaterThan(0);
    },
    60_000 + FLIPS * 20_000,
  );
});
