import { z } from 'zod';
import { Statement } from './guideline.ts';
import { ItemId } from './ids.ts';
import { TextSpan } from './span.ts';

/** The only two decision words. */
export const Decision = z.enum(['Upheld', 'Overturned']);
export type Decision = z.infer<typeof Decision>;

/** What each word means; the screen always shows both (domain, section 1). */
export const DECISION_MEANINGS: Readonly<Record<Decision, string>> = {
  Upheld: 'The denial stands. Not medically necessary.',
  Overturned: 'The denial is reversed. Medically necessary.',
};

/** A partly authorised request (domain, section 4); `remaining` is what the letter decides. */
export const PartialRequest = z.strictObject({
  form: z.enum(['remaining-portion', 'original-request']),
  original: z.string(),
  authorised: z.string(),
  remaining: z.string(),
});
export type PartialRequest = z.infer<typeof PartialRequest>;

export const Evidence = z.strictObject({ span: TextSpan, note: z.string() });
export type Evidence = z.infer<typeof Evidence>;

/** A disputed item as the reviewer works on it. The letter prints `heading`, `decision`, both statements and `rationale`. */
export const ItemDraft = z.strictObject({
  heading: z.string(),
  decision: Decision.nullable(),
  claims: Statement,
  reviewer: Statement,
  rationale: z.string(),
  evidence: z.array(Evidence),
  partial: PartialRequest.nullable(),
  /** The item that this one stands or falls with. */
  parent: ItemId.nullable(),
});
export type ItemDraft = z.infer<typeof ItemDraft>;

export const Item = ItemDraft.extend({ id: ItemId });
export type Item = z.infer<typeof Item>;
