import { z } from 'zod';
import { CaseId } from './ids.ts';

/** One thing that was looked at, and what was found, in a sentence that never holds words of a record. */
export const VerifiedPart = z.strictObject({
  part: z.enum(['file', 'chain', 'originals', 'letters', 'pages', 'vault-file', 'vault', 'keys', 'other-files']),
  isSound: z.boolean(),
  said: z.string(),
});
export type VerifiedPart = z.infer<typeof VerifiedPart>;

/** What was checked of a case, and when. */
export const CaseVerification = z.strictObject({
  caseId: CaseId,
  /** As the vault remembers it; empty where the case never had one. */
  caseNumber: z.string(),
  at: z.string(),
  isSound: z.boolean(),
  parts: z.array(VerifiedPart),
});
export type CaseVerification = z.infer<typeof CaseVerification>;

/** What was checked of the vault itself, and of every case in it. */
export const VaultVerification = z.strictObject({
  at: z.string(),
  isSound: z.boolean(),
  parts: z.array(VerifiedPart),
  cases: z.array(CaseVerification),
});
export type VaultVerification = z.infer<typeof VaultVerification>;
