import { z } from 'zod';
import { TextSpan } from './span.ts';

export const Severity = z.enum(['block', 'warn', 'info']);
export type Severity = z.infer<typeof Severity>;

/**
 * One finding of a letter check (numbers as in the list of checks, domain section 8). `where` is the part of the letter
 * it concerns: `header.caseNumber`, `summary`, `items.0.rationale`, `reviewer`, `letter`; `quote` the words in it,
 * where there are any.
 */
export const Finding = z.strictObject({
  check: z.int().min(1).max(45),
  severity: Severity,
  where: z.string(),
  message: z.string(),
  quote: z.string().optional(),
  /** Words of the case file that the finding points at. */
  places: z.array(TextSpan).optional(),
});
export type Finding = z.infer<typeof Finding>;

/**
 * A change that would settle a finding: in the part `where`, `from` becomes `to`; an empty `from` adds `to` at its end.
 * The part `items` adds an item of that heading.
 */
export const Mend = z.strictObject({ where: z.string(), from: z.string(), to: z.string() });
export type Mend = z.infer<typeof Mend>;

/** A finding in a case: `id` stays the same while the finding does, so that its override is kept. */
export const CaseFinding = Finding.extend({
  id: z.string(),
  mend: Mend.nullable(),
  /** The reason for which it was overridden (a warning: confirmed); null while it stands. */
  overridden: z.string().nullable(),
});
export type CaseFinding = z.infer<typeof CaseFinding>;

export const CheckGroup = z.enum([
  'header',
  'reviewer',
  'complete',
  'partial',
  'citation',
  'rationale',
  'summary',
  'hygiene',
]);
export type CheckGroup = z.infer<typeof CheckGroup>;

/**
 * One check of the list and how it stands: `found` what is open, `overridden` only what has its reason, `passed`
 * nothing; `silent` where it does not apply to this case or its input is not known (`reason` says which).
 */
export const CheckStatus = z.strictObject({
  check: z.int(),
  group: CheckGroup,
  severity: Severity,
  title: z.string(),
  state: z.enum(['passed', 'found', 'overridden', 'silent']),
  reason: z.string(),
  findings: z.array(z.string()),
});
export type CheckStatus = z.infer<typeof CheckStatus>;
