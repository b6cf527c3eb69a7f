import { z } from 'zod';
import { changeOf } from './change-of.ts';
import { CaseId, VisitId } from './ids.ts';
import { command, done, inCase, query } from './method.ts';
import { TherapySeries, Visit, VisitChanges, VisitHead, VisitRow, VISITS_AT_ONCE } from './visit-card.ts';

const visits = z.strictObject({ caseId: CaseId, ids: z.array(VisitId) });

/** The part of the contract about visits: what a reviewer decides on the timeline. */
export const visitMethods = {
  /** Every visit in the order of time, without its facts; those without a date at the end. */
  'visit.list': query(inCase, z.array(VisitRow)),
  /** What has changed of that list since a revision of the case; null where it has to be read as a whole. */
  'visit.changed': query(z.strictObject({ caseId: CaseId, since: z.int() }), VisitChanges.nullable()),
  /** Some visits with their facts, in the order asked for; those that are not there any more are left out. */
  'visit.show': query(z.strictObject({ caseId: CaseId, ids: z.array(VisitId).max(VISITS_AT_ONCE) }), z.array(Visit)),
  /** The courses of therapy, each told in one line. */
  'visit.series': query(inCase, z.array(TherapySeries)),
  /** Takes the ticked facts of visits; key facts that are not ticked are set aside. */
  'visit.accept': command(visits, done, 'accepting of visits'),
  /** Throws out visits with all of their facts. */
  'visit.reject': command(visits, done, 'rejecting of visits'),
  /** Changes what a visit says for all of its facts: they follow. */
  'visit.edit': command(
    z.strictObject({ caseId: CaseId, id: VisitId, change: changeOf(VisitHead) }),
    done,
    'change of a visit',
  ),
  /** Moves the facts of visits into the first one. */
  'visit.merge': command(z.strictObject({ caseId: CaseId, ids: z.array(VisitId).min(2) }), done, 'merging of visits'),
} as const;
