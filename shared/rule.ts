import { z } from 'zod';
import { CheckName } from './check-list.ts';
import { Certainty } from './guideline.ts';
import { DayDate } from './partial-date.ts';

/** `practice`: no rule asks for it, letters or usage do. `suggestion`: nobody has read it where it stands. */
export const RuleKind = z.enum(['rule', 'practice', 'suggestion']);
export type RuleKind = z.infer<typeof RuleKind>;

const shape = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]*$/u),
  title: z.string().trim().min(1),
  kind: RuleKind,
  /** What it asks, in plain words. */
  asks: z.string().trim().min(1),
  /** Where it stands: `LC 4610.6(e)`. */
  stands: z.string().trim().min(1),
  certainty: Certainty,
  /** The first day of the text as it is told here; null where nobody looked it up. */
  since: DayDate.nullable(),
  /** The day from which it no longer holds. */
  until: DayDate.nullable(),
  note: z.string(),
  source: z.string(),
  /** The checks that hold a letter to it. */
  checks: z.array(CheckName),
});

/** A rule, a practice or a suggestion, with where it stands and how sure that is. Nothing from memory is a rule. */
export const Rule = shape.refine(({ kind, certainty }) => certainty !== 'memory' || kind === 'suggestion', {
  error: 'Nothing that is from memory becomes a rule; keep it as a suggestion, or look it up.',
  path: ['kind'],
});
export type Rule = z.infer<typeof Rule>;

/** A rule as it is listed: `isOwn` where the organisation wrote it. */
export const ListedRule = z.strictObject({ ...shape.shape, isOwn: z.boolean() });
export type ListedRule = z.infer<typeof ListedRule>;

/** Those of the rules named that hold on a day, in the order in which they are named. */
export const rulesOn = (rules: readonly ListedRule[], ids: readonly string[], day: string): ListedRule[] =>
  ids
    .flatMap((id) => rules.filter((rule) => rule.id === id))
    .filter(({ since, until }) => (since === null || since <= day) && (until === null || day < until));
