import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ReaderPool } from '../../main/import/read-page.ts';
import { SHARED } from './optional.ts';
import type { WholeRead } from './read-file.ts';
import { readFile } from './read-file.ts';

/** A file of the corpus, how it was read and how long that took in milliseconds. */
export type CorpusRead = WholeRead & { readonly name: string; readonly path: string; readonly took: number };

const CORPUS = join(SHARED, 'corpus');

const filesIn = (folder: string): string[] =>
  readdirSync(join(CORPUS, folder))
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(join(CORPUS, path)).isDirectory() ? filesIn(path) : [path];
    });

/** The files of those sets of the corpus whose name begins so; their names are relative to the corpus. */
export const corpusFiles = (prefix: string): string[] =>
  readdirSync(CORPUS)
    .filter((set) => set.startsWith(prefix))
    .flatMap(filesIn);

export const corpusPath = (name: string): string => join(CORPUS, name);

/** Does something with each of them, a few at a time, and keeps their order. */
export const inLanes = async <T, R>(
  items: readonly T[],
  lanes: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> => {
  const results: R[] = [];
  const queue = [...items.entries()];
  const lane = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) results[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
};

/** Reads files of the corpus, two at a time. */
export const readCorpus = (pool: ReaderPool, names: readonly string[]): Promise<CorpusRead[]> =>
  inLanes(names, 2, async (name) => {
    const begun = performance.now();
    const read = await readFile(pool, readFileSync(corpusPath(name)));
    return { ...read, name, path: corpusPath(name), took: performance.now() - begun };
  });

/** The names of those that were neither read whole, page by page in order, nor refused with one reason. */
export const unanswered = (reads: readonly CorpusRead[]): string[] =>
  reads
    .filter(({ status, pages, read, reasons }) =>
      status === 'read'
        ? pages < 1 || read.length !== pages || read.some(({ number }, at) => number !== at + 1)
        : reasons.length !== 1,
    )
    .map(({ name }) => name);

/** The longest that a file may take, in milliseconds. */
export const LONGEST = 30_000;
