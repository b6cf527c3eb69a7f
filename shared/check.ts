import { z } from 'zod';

export const Severity = z.enum(['block', 'warn', 'info']);
export type Severity = z.infer<typeof Severity>;

/**
 * One finding of a letter check (numbers as in the list of checks, domain section 8). `where` is the part of the letter
 * it concerns: `header.caseNumber`, `summary`, `items.0.rationale`, `reviewer`, `letter`; `quote` the words in it, where
 * there are any.
 */
export const Finding = z.strictObject({
  check: z.int().min(1).max(45),
  severity: Severity,
  where: z.string(),
  message: z.string(),
  quote: z.string().optional(),
});
export type Finding = z.infer<typeof Finding>;
