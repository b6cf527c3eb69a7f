import { z } from 'zod';
import { EntryId, SentenceId } from './ids.ts';
import { TextSpan } from './span.ts';

/** One sentence of the clinical case summary with the record words and timeline entries that it rests on. */
export const Sentence = z.strictObject({
  id: SentenceId,
  text: z.string(),
  sources: z.array(TextSpan),
  entries: z.array(EntryId),
});
export type Sentence = z.infer<typeof Sentence>;
