import { parentPort, workerData } from 'node:worker_threads';
import { VECTORS } from '../../../main/store/crypto-self-test.ts';
import { openDatabase } from '../../../main/store/open-database.ts';

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
parentPort?.postMessage({
  kept,
  vectors: VECTORS.map(({ name, expected, compute }) => [name, compute().toString('hex') === expected]),
});
