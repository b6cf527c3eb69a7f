import { z } from 'zod';
import { HEADER_LABELS } from './letter.ts';
import { PartialDate } from './partial-date.ts';
import { RecordKind } from './record.ts';

/** A record as the list of documents reviewed names it (8 CCR 9792.10.6). */
export const ReviewedDocument = z.strictObject({
  kind: RecordKind,
  provider: z.string(),
  dates: z.array(PartialDate),
  pages: z.int(),
});
export type ReviewedDocument = z.infer<typeof ReviewedDocument>;

/** How fine the list of documents reviewed is: a line for each report, or one for each provider, as mailed letters had. */
export const DocumentsGrain = z.enum(['report', 'provider']);
export type DocumentsGrain = z.infer<typeof DocumentsGrain>;

/**
 * What goes beside the letter: the evidence behind it, the list of documents reviewed, the organisation's cover page.
 */
export const BesidePart = z.enum(['evidence', 'documents', 'cover']);
export type BesidePart = z.infer<typeof BesidePart>;
export const FileFormat = z.enum(['docx', 'pdf']);
export type FileFormat = z.infer<typeof FileFormat>;

/** The organisation's cover page: its name, its fields, and which of them a case does not fill. */
export const CoverTemplate = z.strictObject({
  name: z.string(),
  fields: z.array(z.string()),
  messages: z.array(z.string()),
});
export type CoverTemplate = z.infer<typeof CoverTemplate>;

/** The fields that a case fills in a cover page; what else a template asks for is typed in the case. */
export const COVER_FIELDS: readonly string[] = [
  ...Object.keys(HEADER_LABELS),
  'organisation',
  'result',
  'outcome',
  'itemCount',
  'items',
  'documentCount',
  'pageCount',
];
