import { z } from 'zod';
import { Decision } from './item.ts';

/** Words that the reviewer uses often, called by typing their name. `{fields}` are filled from the case. */
export const Snippet = z.strictObject({
  /** Empty for a new one. */
  id: z.string().max(40),
  /** Typed after a full stop: `.pt-not-needed`. */
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/u, 'is not small letters, figures and dashes'),
  text: z.string().min(1, 'has no words').max(20_000),
  /** The decision that it is for; null: for either. */
  decision: Decision.nullable(),
});
export type Snippet = z.infer<typeof Snippet>;

/** The fields that the case fills in a snippet; any other is a blank to fill by hand. */
export const SNIPPET_FIELDS = [
  'item',
  'service',
  'bodyPart',
  'side',
  'drug',
  'strength',
  'count',
  'decision',
  'injuryDate',
  'urDate',
  'organisation',
  'guidelineLabel',
  'person',
] as const;

/**
 * A snippet filled from the case. `blanks` are fields that it cannot fill; they stand in the text and block the export
 * until they are (check 41).
 */
export const FilledSnippet = z.strictObject({ text: z.string(), blanks: z.array(z.string()) });
export type FilledSnippet = z.infer<typeof FilledSnippet>;
