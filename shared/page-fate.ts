import { z } from 'zod';

/** By which rule words of a page became nothing on the timeline. */
export const LeftOutRule = z.enum([
  'fax stamp',
  'running head',
  'page count',
  'who it is about',
  'form print',
  'choice not marked',
  'signature',
  'letterhead',
  'address',
  'courtesy',
  'head of a table',
  'struck out',
  'row of a table',
  'heading',
  'day of the visit',
  'body of a report',
  'section',
  'kind of record',
  'other patient',
  'record removed',
  'nothing told',
]);
export type LeftOutRule = z.infer<typeof LeftOutRule>;

/** Each rule as the reader's tint says it. */
export const LEFT_OUT_WORDS: Readonly<Record<LeftOutRule, string>> = {
  'fax stamp': 'Printed by a fax machine.',
  'running head': 'Stands the same on most pages of the record.',
  'page count': 'Counts the pages.',
  'who it is about': 'Says whom the record is about.',
  'form print': 'Printed on the form.',
  'choice not marked': 'A choice that is not marked.',
  signature: 'A signature.',
  letterhead: 'A letterhead.',
  address: 'An address or telephone number.',
  courtesy: 'A courtesy of letters.',
  'head of a table': 'Names the columns of a table.',
  'struck out': 'Was struck out, or is denied by the record itself.',
  'row of a table': 'A row of a table that gives no entry.',
  heading: 'A heading or the number of a list.',
  'day of the visit': 'Gives the day of the visit, which its card bears.',
  'body of a report': 'The report is told by its conclusion.',
  section: 'Stands under a heading that gives no entries.',
  'kind of record': 'This kind of record gives no entries but its own.',
  'other patient': 'This page is of another patient.',
  'record removed': 'This record was removed from the case.',
  'nothing told': 'Tells nothing of complaint, finding, treatment or work.',
};

/** How many lines of a page became facts, were folded or left out, by rule; a line counts for the best of its parts. */
export const FateCount = z.strictObject({
  facts: z.int(),
  folded: z.int(),
  leftOut: z.partialRecord(LeftOutRule, z.int()),
});
export type FateCount = z.infer<typeof FateCount>;

/** What became of a range of a page's text; `rule` says why it was left out and is null for the rest. */
export const PageFate = z.strictObject({
  start: z.int().min(0),
  end: z.int().min(0),
  fate: z.enum(['fact', 'folded', 'left-out']),
  rule: LeftOutRule.nullable(),
});
export type PageFate = z.infer<typeof PageFate>;
