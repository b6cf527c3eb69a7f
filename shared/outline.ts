import { z } from 'zod';
import { Decision } from './item.ts';

const Role = z.enum(['caseNumber', 'decisionDate', 'issue', 'summary', 'guideline', 'rationale', 'outcome', 'other']);
export type Role = z.infer<typeof Role>;

/**
 * A determination that is only read, by its headings: an old form of the letter, or one of another programme. One file
 * each in `assets/letter/outlines`.
 */
export const Outline = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  /** Another programme, whose outcome words stay its own and whose determinations are precedents only; empty for ours. */
  programme: z.string(),
  /** What was not seen in a determination of this kind. */
  unconfirmed: z.array(z.string()),
  recognisedBy: z.array(z.string().min(1)).min(2),
  headings: z.array(z.strictObject({ role: Role, words: z.array(z.string().min(1)).min(1) })),
  /** The line with which an item begins, with `{number}` and `{heading}`; empty where there is one item. */
  item: z.string(),
  /** The sentence of a numbered result, with `{number}`, `{organisation}`, `{heading}` and `{outcome}`; or empty. */
  result: z.string(),
  /** Its outcome words, and what they mean here; null where no word of ours means it. */
  outcomes: z.array(z.strictObject({ words: z.string().min(1), decision: Decision.nullable() })).min(1),
});
export type Outline = z.infer<typeof Outline>;
