import { z } from 'zod';

/**
 * In what a sentence differs from its sources. `denied`: it denies what they do not; `stated`: it states what they deny;
 * `other-side`, `other-strength`: they give the part, or the drug, and only with another; `opposite`: they say the
 * opposite.
 */
export const DriftKind = z.enum([
  'date',
  'number',
  'side',
  'other-side',
  'level',
  'drug',
  'strength',
  'other-strength',
  'denied',
  'stated',
  'opposite',
]);
export type DriftKind = z.infer<typeof DriftKind>;

/** Words of a sentence that its sources do not bear out; `says`: the word that they have in their place. */
export type Drift = {
  readonly kind: DriftKind;
  readonly start: number;
  readonly end: number;
  readonly says?: string;
};
