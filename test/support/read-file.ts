import type { ReaderPool, ReadOutcome, ReadPage } from '../../main/import/read-page.ts';

export type WholeRead = ReadOutcome & { readonly read: readonly ReadPage[] };

/** Reads a whole file through the pool and keeps its pages. */
export const readFile = async (pool: ReaderPool, bytes: Uint8Array, password?: string): Promise<WholeRead> => {
  const read: ReadPage[] = [];
  const outcome = await pool.read({
    name: 'file',
    bytes,
    ...(password === undefined ? {} : { password }),
    onPages: (pages) => {
      read.push(...pages);
    },
  });
  return { ...outcome, read };
};

/** Each word of a page with its box, rounded to whole points. */
export const boxesOf = ({ text, words }: ReadPage): { readonly word: string; readonly box: readonly number[] }[] =>
  Array.from({ length: words.length / 6 }, (_, index) => {
    const [start = 0, end = 0, ...box] = words.subarray(index * 6, index * 6 + 6);
    return { word: text.slice(start, end), box: box.map(Math.round) };
  });
