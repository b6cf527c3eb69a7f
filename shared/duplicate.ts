import { z } from 'zod';
import { PageId, RecordId } from './ids.ts';

/** `same`: the second run is a copy of the first. `different`: they only look alike. */
export const TwinDecision = z.enum(['open', 'same', 'different']);
export type TwinDecision = z.infer<typeof TwinDecision>;

const Run = z.strictObject({ record: RecordId, title: z.string(), from: z.int(), to: z.int(), firstPage: PageId });

/** A run of pages that may have come twice: pages `from` to `to` of one record, and as many of the same or another. */
export const PageTwins = z.strictObject({
  id: z.string(),
  a: Run,
  b: Run,
  /** `by`: found alike by their words or, having too few, by their pictures. */
  pages: z.array(z.strictObject({ a: PageId, b: PageId, likeness: z.number(), by: z.enum(['words', 'picture']) })),
  decision: TwinDecision,
});
export type PageTwins = z.infer<typeof PageTwins>;
