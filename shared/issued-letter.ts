import { z } from 'zod';
import { LetterForm } from './letter.ts';

/** A letter as it was issued. It is kept unchanged; what is changed afterwards is a new version with its reason. */
export const IssuedLetter = z.strictObject({
  version: z.int(),
  form: LetterForm,
  issuedAt: z.string(),
  /** Of the Word file. */
  sha256: z.string(),
  /** Why it corrects the version before; empty for the first. */
  reason: z.string(),
  /** Whether the case would still give the same letter. */
  isCurrent: z.boolean(),
});
export type IssuedLetter = z.infer<typeof IssuedLetter>;
