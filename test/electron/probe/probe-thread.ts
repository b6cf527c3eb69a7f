import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { CaseId } from '../../../shared/ids.ts';
import { VECTORS } from '../../../main/store/crypto-self-test.ts';
import { openDatabase } from '../../../main/store/open-database.ts';
import { createVault, openVault } from '../../../main/store/vault.ts';

/** A thread of its own, as the backend is: opens an encrypted database twice, and gives what came of it. */
const path = workerData as string;
const migrations = [{ version: 1, sql: 'CREATE TABLE probe (word TEXT) STRICT' }];
const key = Buffer.alloc(32, 7);
const first = openDatabase(path, key, migrations, true);
first.prepare('INSERT INTO probe (word) VALUES (?)').run('kept');
first.close();
const second = openDatabase(path, key, migrations, false);
const kept = second.prepare('SELECT word FROM probe').get();
second.close();

/** Windows opens no path of more than 260 characters unless it is asked to in its own way. */
const deep = join(
  dirname(path),
  'a folder with a long name '.repeat(4).trim(),
  'another one within it '.repeat(5).trim(),
  'vault '.repeat(9).trim(),
);
const keptDeep = ((): boolean => {
  createVault(deep, 'a passphrase of the test', 2 ** 10);
  const vault = openVault(deep, 'a passphrase of the test');
  const caseId = 'c'.repeat(19) as CaseId;
  vault.createCase(caseId, new Date(0).toISOString());
  const isThere = vault.caseIds().includes(caseId);
  vault.close();
  return isThere;
})();
parentPort?.postMessage({
  kept,
  deep: [deep.length > 260, keptDeep],
  vectors: VECTORS.map(({ name, expected, compute }) => [name, compute().toString('hex') === expected]),
});
