import type { Output } from '../../../shared/contract.ts';
import type { RecordId } from '../../../shared/ids.ts';

export type Hit = Output<'search.run'>['hits'][number];

/** One match of all: the hit's page and the place on it. */
export type Match = { readonly record: RecordId; readonly page: number; readonly start: number; readonly end: number };

/** Words found side by side are one match: `low` and `back` in "low back". Offsets, start and end alternating. */
export const joinNeighbours = (offsets: readonly number[]): number[] =>
  Array.from(
    { length: Math.floor(offsets.length / 2) },
    (_, index) => [offsets[2 * index] ?? 0, offsets[2 * index + 1] ?? 0] as const,
  ).reduce<number[]>((joined, [start, end]) => {
    const last = joined.at(-1);
    return last !== undefined && start - last <= 1 ? [...joined.slice(0, -1), end] : [...joined, start, end];
  }, []);

/** Every match of every hit, best page first, in the order of the text on each. */
export const matchesOf = (hits: readonly Hit[]): Match[] =>
  hits.flatMap(({ record, page, matches }) => {
    const joined = joinNeighbours(matches);
    return Array.from({ length: joined.length / 2 }, (_, index) => ({
      record,
      page,
      start: joined[2 * index] ?? 0,
      end: joined[2 * index + 1] ?? 0,
    }));
  });
