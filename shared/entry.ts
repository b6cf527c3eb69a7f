import { z } from 'zod';
import { EntryId } from './ids.ts';
import { PartialDate } from './partial-date.ts';
import { TextSpan } from './span.ts';

export const EntryKind = z.enum([
  'injury',
  'visit',
  'therapy',
  'medication',
  'imaging',
  'diagnosis',
  'procedure',
  'work-status',
  'request',
  'utilization-review',
]);
export type EntryKind = z.infer<typeof EntryKind>;

export const ENTRY_KIND_NAMES: Readonly<Record<EntryKind, string>> = {
  injury: 'Injury',
  visit: 'Visit',
  therapy: 'Therapy',
  medication: 'Medication',
  imaging: 'Imaging',
  diagnosis: 'Diagnosis',
  procedure: 'Procedure',
  'work-status': 'Work status',
  request: 'Request',
  'utilization-review': 'Utilization review',
};

export const EntryState = z.enum(['proposed', 'accepted', 'rejected']);
export type EntryState = z.infer<typeof EntryState>;

/** What a date on a page is the date of; only a service date says when care happened. */
export const DateKind = z.enum(['service', 'injury', 'signed', 'printed', 'faxed', 'received', 'birth', 'other']);
export type DateKind = z.infer<typeof DateKind>;

/** What a reviewer states of an entry; `text` is a clause or sentence without its date. */
export const EntryDraft = z.strictObject({
  /** As understood; null where the record gives none. */
  date: PartialDate.nullable(),
  /** As written in the record. */
  dateText: z.string(),
  dateKind: DateKind,
  kind: EntryKind,
  text: z.string(),
  provider: z.string(),
  /** Why it was proposed, in one sentence; empty for an entry made by hand. */
  reason: z.string(),
  sources: z.array(TextSpan),
});
export type EntryDraft = z.infer<typeof EntryDraft>;

export const Entry = EntryDraft.extend({
  id: EntryId,
  state: EntryState,
  origin: z.enum(['proposed', 'manual']),
});
export type Entry = z.infer<typeof Entry>;
