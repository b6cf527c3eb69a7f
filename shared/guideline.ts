import { z } from 'zod';
import { DayDate } from './partial-date.ts';

/** How sure a row of the table is: read in a source, partly, or from memory and never judged by. */
export const Certainty = z.enum(['confirmed', 'partly', 'memory']);
export type Certainty = z.infer<typeof Certainty>;

/**
 * One edition of an MTUS chapter (8 CCR 9792.20 to 9792.27): names, year, sections and dates only, no licensed text.
 */
export const GuidelineRow = z.strictObject({
  id: z.string(),
  /** As letters write it, without the year: `Low Back Complaints`. */
  chapter: z.string(),
  /** What the chapter is called besides. */
  otherNames: z.array(z.string()),
  /** As forms that cite no year write it: `ACOEM Chapter 12 Low Back Complaints`. */
  chapter2014: z.string(),
  /** Null where no source gives it: it is left blank in a citation. */
  year: z.int().min(1000).max(9999).nullable(),
  /** The date of the edition as its source gives it. */
  edition: z.string(),
  publisher: z.string(),
  /** Section of the regulation, `9792.23.5`. */
  regulation: z.string(),
  /** A proposal is shown and never judged by. */
  status: z.enum(['adopted', 'proposed']),
  /** The first day of the services that it applies to; null where that is not known, or nothing was adopted. */
  effectiveFrom: DayDate.nullable(),
  /** The day from which it no longer applies; null where no later edition was found. */
  effectiveTo: DayDate.nullable(),
  /** The day from which nothing says whether it still applies. */
  unknownFrom: DayDate.nullable(),
  /** It applies to treatment that was requested from this day on, whatever the day of service. */
  requestsFrom: DayDate.nullable(),
  /** It goes on for treatment that was requested before this day. */
  requestsTo: DayDate.nullable(),
  certainty: Certainty,
  /** What there is to say of its dates. */
  note: z.string(),
  source: z.string(),
  sections: z.array(z.string()),
  /** Letters cite this chapter without a section. */
  sectionOptional: z.boolean(),
});
export type GuidelineRow = z.infer<typeof GuidelineRow>;

/** A row as a file or an older vault gives it: what it leaves out is filled in. */
export const GivenGuidelineRow = GuidelineRow.extend({
  otherNames: GuidelineRow.shape.otherNames.default([]),
  edition: GuidelineRow.shape.edition.default(''),
  publisher: GuidelineRow.shape.publisher.default(''),
  status: GuidelineRow.shape.status.default('adopted'),
  unknownFrom: GuidelineRow.shape.unknownFrom.default(null),
  requestsFrom: GuidelineRow.shape.requestsFrom.default(null),
  requestsTo: GuidelineRow.shape.requestsTo.default(null),
  certainty: GuidelineRow.shape.certainty.default('memory'),
  note: GuidelineRow.shape.note.default(''),
  source: GuidelineRow.shape.source.default(''),
});

/** The editions, and the last day up to which nothing is missing among them. */
export const GuidelineTable = z.strictObject({ completeTo: DayDate, rows: z.array(GuidelineRow) });
export type GuidelineTable = z.infer<typeof GuidelineTable>;

/** `Low Back Complaints 2004`; the chapter alone where its year is not known. */
export const editionName = ({ chapter, year }: Pick<GuidelineRow, 'chapter' | 'year'>): string =>
  year === null ? chapter : `${chapter} ${String(year)}`;

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

/** A table read from a file, and what taking it would change; nothing is taken yet. */
export const GuidelineDifference = z.strictObject({
  table: GuidelineTable,
  /** What there is to say of how the file was read. */
  messages: z.array(z.string()),
  added: z.array(GuidelineRow),
  removed: z.array(GuidelineRow),
  changed: z.array(z.strictObject({ before: GuidelineRow, after: GuidelineRow, what: z.array(z.string()) })),
});
export type GuidelineDifference = z.infer<typeof GuidelineDifference>;
