import { z } from 'zod';

/** Opaque identifiers. Branded, so that a record's id is never passed where a case's is asked for. */
const id = z.string().regex(/^[a-z0-9]{1,40}$/, 'is not an id');

export const CaseId = id.brand<'CaseId'>();
export type CaseId = z.infer<typeof CaseId>;
export const RecordId = id.brand<'RecordId'>();
export type RecordId = z.infer<typeof RecordId>;
/** A document of a file: the file's id for the one that begins on its first page, else with that page behind it. */
export const DocumentId = z
  .string()
  .regex(/^[a-z0-9]{1,40}(?:-\d{1,9})?$/, 'is not an id')
  .brand<'DocumentId'>();
export type DocumentId = z.infer<typeof DocumentId>;
export const PageId = id.brand<'PageId'>();
export type PageId = z.infer<typeof PageId>;
export const EntryId = id.brand<'EntryId'>();
export type EntryId = z.infer<typeof EntryId>;
export const VisitId = id.brand<'VisitId'>();
export type VisitId = z.infer<typeof VisitId>;
export const SentenceId = id.brand<'SentenceId'>();
export type SentenceId = z.infer<typeof SentenceId>;
/** A negative search that is kept. */
export const SearchId = id.brand<'SearchId'>();
export type SearchId = z.infer<typeof SearchId>;
export const ItemId = id.brand<'ItemId'>();
export type ItemId = z.infer<typeof ItemId>;
/** Stands for a file that a host has been given; the page never sees a path. */
export const FileToken = id.brand<'FileToken'>();
export type FileToken = z.infer<typeof FileToken>;
