import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { SHARED } from './optional.ts';

/** The folder of scanned letters beside the project: their pages, what stands on them, and how they were turned. */
export const SCANS = 'letters/scans';

export const SCAN_SETS = ['clean', 'fax', 'fax-pdf', 'photo-pdf'] as const;
export type ScanSet = (typeof SCAN_SETS)[number];

const folder = (...parts: readonly string[]): string => join(SHARED, SCANS, ...parts);

/** One page of a scanned letter. `truth`: its own text, as it was before it was printed and scanned. */
export type ScanPage = {
  readonly letter: string;
  readonly page: number;
  readonly path: string;
  readonly truth: string;
  readonly turned: number;
  readonly skew: number;
};

const readRotations = (): ReadonlyMap<string, { readonly skew: number; readonly turned: number }> =>
  new Map(
    readFileSync(folder('rotation.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => {
        const [letter, page, skew, turned] = row.split(',');
        return [`${letter} ${page}`, { skew: Number(skew), turned: Number(turned) }];
      }),
  );

/**
 * Every page of a set. The clean pages lie straight and the photographed ones upright; the faxed ones lie as
 * `rotation.csv` says.
 */
export const scanPages = (set: ScanSet): ScanPage[] => {
  const rotations = readRotations();
  return readdirSync(folder(set))
    .sort()
    .flatMap((file) => {
      const letter = basename(file, extname(file));
      const pages = readFileSync(folder('truth', `${letter}.txt`), 'utf8')
        .split('\f')
        .filter((text) => text.trim() !== '');
      return pages.map((truth, index) => {
        const { skew, turned } = rotations.get(`${letter} ${index + 1}`) ?? { skew: 0, turned: 0 };
        return {
          letter,
          page: index + 1,
          path: folder(set, file),
          truth,
          ...(set.startsWith('fax') ? { skew, turned } : { skew: 0, turned: 0 }),
        };
      });
    });
};

const countOf = (tokens: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
};

/** How many of the tokens stand in the others too, each as often as in both. */
const shared = (tokens: readonly string[], others: readonly string[]): number => {
  const counts = countOf(others);
  return [...countOf(tokens)].reduce((sum, [token, count]) => sum + Math.min(count, counts.get(token) ?? 0), 0);
};

const wordsOf = (text: string): string[] => text.match(/\S*[\p{L}\p{N}]\S*/gu) ?? [];
/** Dates in numbers, also where a line ends within one. */
const datesOf = (text: string): string[] =>
  (text.match(/(?<![\d/-])\d{1,2}([/-])\s*\d{1,2}\1\s*\d{2,4}(?!\d)/g) ?? []).map((date) => date.replaceAll(/\s/g, ''));

export type Share = { readonly found: number; readonly of: number };

/** Words of the truth that were read exactly so. */
export const wordsFound = (truth: string, read: string): Share => ({
  found: shared(wordsOf(truth), wordsOf(read)),
  of: wordsOf(truth).length,
});
/** Numeric dates of the truth that were read exactly so. */
export const datesFound = (truth: string, read: string): Share => ({
  found: shared(datesOf(truth), datesOf(read)),
  of: datesOf(truth).length,
});
export const addShares = (shares: readonly Share[]): Share =>
  shares.reduce((sum, { found, of }) => ({ found: sum.found + found, of: sum.of + of }), { found: 0, of: 0 });
