import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { STANDARD_OUTPUT } from './weigh-while-busy.ts';

/** Milliseconds between two looks, as many as where another process looks. */
const EVERY = 100;

/** The thread of `weighWhileBusy`: asleep until the parser is busy, and never anything but asleep or writing. */
const isBusy = workerData as Int32Array;
for (;;) {
  Atomics.wait(isBusy, 0, 0);
  writeSync(STANDARD_OUTPUT, `${String(process.memoryUsage.rss())}\n`);
  Atomics.wait(isBusy, 0, 1, EVERY);
}
