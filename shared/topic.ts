import { z } from 'zod';

/** What a change touched and an answer rests on. Both follow from the tables that were written and read. */
export const Topic = z.enum([
  'vault',
  'settings',
  'precedents',
  'cases',
  'case',
  'records',
  'intake',
  'pages',
  'readings',
  'timeline',
  'summary',
  'items',
  'duplicates',
  'searches',
  'oddities',
  'letter',
  'history',
  /** What the background knows and no table holds: how far the recognition is, what was read by now, the dictionary. */
  'background',
]);
export type Topic = z.infer<typeof Topic>;
