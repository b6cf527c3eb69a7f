import { assertNever } from '../../../shared/assert-never.ts';
import type { Entry, EntryDraft, EntryKind } from '../../../shared/entry.ts';
import type { VisitId } from '../../../shared/ids.ts';
import type { VisitKind } from '../../../shared/visit.ts';
import type { VisitHead } from '../../../shared/visit-card.ts';
import type { WriteCase } from '../../store/case-file.ts';
import { placeOfSpan, visitsLike, writeVisit, type StoredVisit } from '../../store/visits.ts';

/** A fact under the head of the visit that it belongs to now. */
export const underHead = (fact: Entry, visit: VisitHead & { readonly id: VisitId }): Entry => ({
  ...fact,
  visit: visit.id,
  date: visit.date,
  dateText: visit.dateText,
  dateKind: visit.dateKind,
  provider: visit.provider,
});

/** What a visit is that is made for one fact. */
const kindOf = (kind: EntryKind): VisitKind => {
  switch (kind) {
    case 'imaging':
      return 'study';
    case 'diagnosis':
    case 'medication':
      return 'visit';
    case 'injury':
    case 'visit':
    case 'therapy':
    case 'procedure':
    case 'work-status':
    case 'request':
    case 'utilization-review':
      return kind;
    default:
      return assertNever(kind);
  }
};

/** Makes a visit for one fact. */
export const newVisit = (write: WriteCase, fact: EntryDraft, id: VisitId): StoredVisit => {
  const { date, dateText, dateKind, provider } = fact;
  const visit: StoredVisit = {
    ...{ id, date, dateText, dateKind, provider },
    specialty: '',
    kind: kindOf(fact.kind),
    proposal: null,
    again: [],
    place: placeOfSpan(fact.sources[0]),
  };
  writeVisit(write, visit);
  return visit;
};

/** The visit of a fact's date and provider, first of its own record; it is made where there is none. */
export const visitFor = (write: WriteCase, fact: EntryDraft, newId: () => VisitId): StoredVisit => {
  const [known] = visitsLike(write, fact, fact.sources[0]?.record).filter(
    ({ kind }) => (kind === 'injury') === (fact.kind === 'injury'),
  );
  return known ?? newVisit(write, fact, newId());
};
