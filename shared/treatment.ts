import { z } from 'zod';
import { EntryId, VisitId } from './ids.ts';
import { PartialDate } from './partial-date.ts';
import { TextSpan } from './span.ts';

export const TreatmentKind = z.enum(['drug', 'therapy', 'injection', 'surgery', 'device']);
export type TreatmentKind = z.infer<typeof TreatmentKind>;

export const TREATMENT_KIND_NAMES: Readonly<Record<TreatmentKind, string>> = {
  drug: 'Drugs',
  therapy: 'Therapy',
  injection: 'Injections',
  surgery: 'Surgery',
  device: 'Devices',
};

/** What a fact of the timeline says of a treatment; the same words several times are told once, with the last day. */
export const TreatmentFact = z.strictObject({
  entry: EntryId,
  visit: VisitId,
  text: z.string(),
  /** The last day on which these words stand, and the first one. */
  date: PartialDate.nullable(),
  since: PartialDate.nullable(),
  times: z.int(),
  sources: z.array(TextSpan),
});
export type TreatmentFact = z.infer<typeof TreatmentFact>;

/** A number of sessions or doses that a fact tells; `of` is the whole that it is a part of (5 of 6). */
const Amount = z.strictObject({ count: z.int(), of: z.int().nullable(), fact: TreatmentFact });
/** A dose in the words of the record: `50 mg twice a day #60`. */
const Dose = z.strictObject({ words: z.string(), fact: TreatmentFact });

/**
 * One treatment as the accepted facts document it. It is computed and never stored: what is changed on the timeline
 * shows here.
 */
export const Treatment = z.strictObject({
  /** Names it for as long as its facts name it so: `drug tramadol`. */
  id: z.string(),
  kind: TreatmentKind,
  name: z.string(),
  /** The first and last day that it is documented for; null where no fact gives one. */
  from: PartialDate.nullable(),
  to: PartialDate.nullable(),
  stopped: PartialDate.nullable(),
  doses: z.array(Dose),
  /** The days of sessions, injections and operations that have a note of their own, each once. */
  days: z.array(PartialDate),
  /** Sessions that were missed, by their notes. */
  missed: z.int(),
  /** The most sessions that any record says were attended; null where none counts them. */
  reported: Amount.nullable(),
  requested: z.array(Amount),
  authorised: z.array(Amount),
  responses: z.array(TreatmentFact),
  sideEffects: z.array(TreatmentFact),
  /** All that the accepted facts say of it, in the order of time. */
  facts: z.array(TreatmentFact),
  /** Facts of accepted visits that speak of it and were not taken. */
  folded: z.array(EntryId),
});
export type Treatment = z.infer<typeof Treatment>;
