import { z } from 'zod';
import { UNKNOWNS } from './edition-standing.ts';
import { GuidelineRow } from './guideline.ts';
import { DayDate } from './partial-date.ts';

const Basis = z.enum(['service', 'decision', 'request', 'denial']);

/** The editions of the table as they stand for an item, and the days that tell it. */
export const ItemEditions = z.strictObject({
  days: z.strictObject({
    basis: z.enum(['service', 'decision']),
    first: z.string(),
    last: DayDate,
    request: z.strictObject({ basis: z.enum(['request', 'denial']), day: DayDate }).nullable(),
  }),
  completeTo: DayDate,
  editions: z.array(
    z.strictObject({
      row: GuidelineRow,
      standing: z.strictObject({
        state: z.enum(['in-force', 'not-in-force', 'not-known']),
        basis: Basis,
        day: DayDate,
        why: z.enum(UNKNOWNS).nullable(),
      }),
      end: DayDate.nullable(),
    }),
  ),
});
export type ItemEditions = z.infer<typeof ItemEditions>;
