import { z } from 'zod';
import { DocumentId, RecordId } from './ids.ts';
import { PartialDate } from './partial-date.ts';
import { FileKind, RecordKind } from './record.ts';

/** `removed`: out of timeline, search and page counts, and kept in the list. */
const DocumentState = z.enum(['proposed', 'confirmed', 'removed']);

/** Whom a document names: whom the case is about, as far as it tells, or somebody else. */
const DocumentPatient = z.enum(['worker', 'other']);

/**
 * A document: a range of a file's pages with its own kind, date and provider. The screens and `imr records` call it a
 * record; in the code a *record* still is the whole file (docs/decisions/24). The documents of a file follow each other
 * without a gap, so that each ends where the next begins.
 */
export const DocumentRow = z.strictObject({
  id: DocumentId,
  file: RecordId,
  /** Pages of the file, both included. */
  first: z.int(),
  last: z.int(),
  kind: RecordKind,
  title: z.string(),
  date: PartialDate.nullable(),
  provider: z.string(),
  patient: DocumentPatient,
  state: DocumentState,
  /** Why it begins where it does, in a sentence, and what there is to say of it. */
  reason: z.string(),
  /** False where a sign is missing or contradicts another: to be looked at before it is accepted. */
  isSure: z.boolean(),
  fileName: z.string(),
  fileKind: FileKind,
  pages: z.int(),
  pagesRead: z.int(),
  pagesNeedingOcr: z.int(),
  /** The smallest OCR confidence of its pages, 0 to 100; null where none was recognised. */
  confidence: z.number().nullable(),
  /** What there is to say of the file; with its first document only. */
  messages: z.array(z.string()),
});
export type DocumentRow = z.infer<typeof DocumentRow>;

/** What a person may state of a document. */
export const DocumentFacts = DocumentRow.pick({ kind: true, title: true, date: true, provider: true });
export type DocumentFacts = z.infer<typeof DocumentFacts>;
