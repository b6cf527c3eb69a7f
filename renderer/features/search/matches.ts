import type { Output } from '../../../shared/contract.ts';
import type { RecordId } from '../../../shared/ids.ts';

export type Hit = Output<'search.run'>['hits'][number];

/** One match of all: the hit's page and the place on it. */
export type Match = { readonly record: RecordId; readonly page: number; readonly start: number; readonly end: number };

/** Every match of every hit, best page first, in the order of the text on each. */
export const matchesOf = (hits: readonly Hit[]): Match[] =>
  hits.flatMap(({ record, page, matches }) =>
    Array.from({ length: Math.floor(matches.length / 2) }, (_, index) => ({ record, page, start: matches[2 * index] ?? 0, end: matches[2 * index + 1] ?? 0 })));
