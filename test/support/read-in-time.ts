import type { ReaderPool } from '../../main/import/read-page.ts';
import { readFile } from './read-file.ts';

/** A file may take so long, in milliseconds, and no longer, whatever it is. */
export const LONGEST = 30_000;

/** Reads the file, and holds that it was answered in time: with its pages, or with one reason. */
export const readInTime = async (pool: ReaderPool, bytes: Buffer): Promise<Awaited<ReturnType<typeof readFile>>> => {
  const begun = performance.now();
  const outcome = await readFile(pool, bytes);
  expect(performance.now() - begun).toBeLessThan(LONGEST);
  if (outcome.status === 'read')
    expect(outcome.read.map(({ number }) => number)).toEqual(Array.from({ length: outcome.pages }, (_, at) => at + 1));
  else expect(outcome.reasons).toEqual([expect.objectContaining({ code: expect.any(String) })]);
  return outcome;
};
