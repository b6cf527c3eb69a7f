import { z } from 'zod';
import { EntryId, VisitId } from './ids.ts';
import { PartialDate } from './partial-date.ts';
import { TextSpan } from './span.ts';
import { FactRank } from './visit.ts';

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

/** `set-aside`: a key fact that the reviewer does not take; that is a decision, and it is no longer open. */
export const EntryState = z.enum(['proposed', 'accepted', 'rejected', 'set-aside']);
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

/** One fact of a visit. Its date and provider are those of its visit. */
export const Entry = EntryDraft.extend({
  id: EntryId,
  visit: VisitId,
  state: EntryState,
  origin: z.enum(['proposed', 'manual']),
  rank: FactRank,
  /** Why it stands on the card or is folded, in one sentence. */
  why: z.string(),
  /** Whether accepting the visit takes it. */
  isTicked: z.boolean(),
});
export type Entry = z.infer<typeof Entry>;
