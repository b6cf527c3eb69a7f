import { z } from 'zod';
import { TextSpan } from './span.ts';

/** What may be missing from the file, or odd in it. */
export const OddityKind = z.enum([
  'contradiction',
  'versions',
  'identity',
  'missing-record',
  'missing-reports',
  'gap',
  'after-decision',
]);
export type OddityKind = z.infer<typeof OddityKind>;

/** The heading of each kind in the list. */
export const ODDITY_KIND_NAMES: Readonly<Record<OddityKind, string>> = {
  contradiction: 'Records that contradict each other',
  versions: 'One visit in two versions',
  identity: 'Age or sex that does not fit',
  'missing-record': 'Named and not in the file',
  'missing-reports': 'Reports before the request',
  gap: 'Gaps',
  'after-decision': 'After the decision',
};

/** Something to look at, as it was found; nothing of it blocks. */
export const FoundOddity = z.strictObject({
  /** Names it for as long as the records say the same. */
  id: z.string(),
  kind: OddityKind,
  /** What is odd, in one sentence. */
  text: z.string(),
  /** Why it is shown, in one sentence. */
  reason: z.string(),
  /** The words on the pages that it rests on, those that contradict each other side by side. */
  places: z.array(z.strictObject({ span: TextSpan, says: z.string() })),
});
export type FoundOddity = z.infer<typeof FoundOddity>;

/** The same with the reason for which it was dismissed; null while it is open. */
export const Oddity = FoundOddity.extend({ dismissed: z.string().nullable() });
export type Oddity = z.infer<typeof Oddity>;
