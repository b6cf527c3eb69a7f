import { z } from 'zod';
import { Decision } from './item.ts';
import { DayDate } from './partial-date.ts';

/** One decided item of an earlier determination. */
export const Precedent = z.strictObject({
  id: z.string(),
  /** Of the letter that it stands in; empty where it gives none. */
  caseNumber: z.string(),
  decisionDate: z.union([DayDate, z.literal('')]),
  heading: z.string(),
  /** Null where another programme has an outcome that no word of ours means. */
  decision: Decision.nullable(),
  /** The outcome in the words of another programme; empty where it is our decision. */
  outcome: z.string(),
  /** The other programme; empty for ours. */
  programme: z.string(),
  claimsGuideline: z.string(),
  reviewerGuideline: z.string(),
  rationale: z.string(),
  /** Whether the reviewer decided it: others' decisions are shown, one's own are held against one. */
  isOwn: z.boolean(),
});
export type Precedent = z.infer<typeof Precedent>;

/** `similarity` 1: asks for the same; 0: for nothing alike. */
export const SimilarPrecedent = z.strictObject({ precedent: Precedent, similarity: z.number() });
export type SimilarPrecedent = z.infer<typeof SimilarPrecedent>;

/** A determination that precedents were loaded from. */
export const PrecedentLetter = z.strictObject({
  id: z.string(),
  caseNumber: z.string(),
  decisionDate: Precedent.shape.decisionDate,
  items: z.int(),
  isOwn: z.boolean(),
  loadedAt: z.string(),
});
export type PrecedentLetter = z.infer<typeof PrecedentLetter>;

/** What became of one file that was given: `known` was loaded before. */
export const PrecedentFile = z.strictObject({
  name: z.string(),
  status: z.enum(['loaded', 'known', 'failed']),
  items: z.int(),
  messages: z.array(z.string()),
});
export type PrecedentFile = z.infer<typeof PrecedentFile>;
