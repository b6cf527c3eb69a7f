import { z } from 'zod';
import { DayDate } from './partial-date.ts';

/**
 * One edition of an MTUS chapter (8 CCR 9792.20 to 9792.27): names, year, sections and dates only, no licensed text.
 */
export const GuidelineRow = z.strictObject({
  id: z.string(),
  /** As letters write it, without the year: `Low Back Complaints`. */
  chapter: z.string(),
  /** As forms that cite no year write it: `ACOEM Chapter 12 Low Back Complaints`. */
  chapter2014: z.string(),
  year: z.int(),
  /** Section of the regulation, `9792.23.5`. */
  regulation: z.string(),
  effectiveFrom: DayDate,
  /** Null while in force. */
  effectiveTo: DayDate.nullable(),
  sections: z.array(z.string()),
  /** Letters cite this chapter without a section. */
  sectionOptional: z.boolean(),
  /** False where a date or wording is from memory and should be confirmed by the user. */
  confirmed: z.boolean(),
});
export type GuidelineRow = z.infer<typeof GuidelineRow>;

export const MtusCitation = z.strictObject({ chapter: z.string(), year: z.string(), sections: z.string() });
export type MtusCitation = z.infer<typeof MtusCitation>;

/** The four forms of a guideline statement (domain, section 3), or free words. */
export const Statement = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('typed'), text: z.string() }),
  z.strictObject({ form: z.literal('mtus'), mtus: z.array(MtusCitation) }),
  z.strictObject({ form: z.literal('mtus-and-other'), mtus: z.array(MtusCitation), other: z.string() }),
  z.strictObject({ form: z.literal('other'), other: z.string() }),
  z.strictObject({ form: z.literal('none') }),
]);
export type Statement = z.infer<typeof Statement>;
export type StatementSide = 'claims' | 'reviewer';

/** Where medical evidence is looked for, in this order (8 CCR 9792.21.1). */
export const SEARCH_ORDER = [
  'The current MTUS.',
  'Where the MTUS does not address the condition, or its presumption is challenged: current ACOEM or ODG.',
  'Other nationally recognised guidelines that rest on evidence.',
  'Peer-reviewed studies.',
] as const;

/** What became of a table that was read from a file: the rows taken, and a sentence for each that was not. */
export const GuidelineImport = z.strictObject({ rows: z.int(), messages: z.array(z.string()) });
