import { z } from 'zod';

/**
 * What a visit was: an encounter with somebody, or an event of its own. `event` is one that only another record tells
 * of.
 */
export const VisitKind = z.enum([
  'injury',
  'visit',
  'consultation',
  'therapy',
  'study',
  'laboratory',
  'procedure',
  'medical-legal',
  'work-status',
  'request',
  'utilization-review',
  'event',
]);
export type VisitKind = z.infer<typeof VisitKind>;

export const VISIT_KIND_NAMES: Readonly<Record<VisitKind, string>> = {
  injury: 'Injury',
  visit: 'Visit',
  consultation: 'Consultation',
  therapy: 'Therapy',
  study: 'Study',
  laboratory: 'Laboratory',
  procedure: 'Procedure',
  'medical-legal': 'Medical-legal evaluation',
  'work-status': 'Work status',
  request: 'Request',
  'utilization-review': 'Utilization review',
  event: 'Event',
};

/** Whether a fact of a visit stands on its card, or behind "more". */
export const FactRank = z.enum(['key', 'folded']);
export type FactRank = z.infer<typeof FactRank>;

/** What makes a fact worth telling; in their usual order, the first before the others. */
export const Merit = z.enum([
  'disputed',
  'mechanism',
  'complaint',
  'finding',
  'diagnosis',
  'result',
  'opinion',
  'referral',
  'treatment',
  'procedure',
  'work-status',
  'request',
  'utilization-review',
]);
export type Merit = z.infer<typeof Merit>;
