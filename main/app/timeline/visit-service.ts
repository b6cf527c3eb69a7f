import type { Entry } from '../../../shared/entry.ts';
import type { VisitId } from '../../../shared/ids.ts';
import { stated } from '../../../shared/stated.ts';
import type { VisitHead } from '../../../shared/visit-card.ts';
import type { WriteCase } from '../../store/case-file.ts';
import { entriesOfVisits, writeEntry } from '../../store/entries.ts';
import {
  changedVisits,
  listVisits,
  readVisit,
  readVisits,
  removeEmptied,
  visitState,
  writeVisit,
} from '../../store/visits.ts';
import type { HandlersOf } from '../backend/app.ts';
import { findSeries } from './find-series.ts';
import { underHead } from './place-fact.ts';

/** What becomes of a fact when its visit is accepted; of a visit that was thrown out all is looked at anew. */
const accepted = (fact: Entry, wasRejected: boolean): Entry['state'] => {
  if (fact.state === 'accepted') return 'accepted';
  if (fact.state === 'rejected' && !wasRejected) return 'rejected';
  if (fact.isTicked) return 'accepted';
  return fact.rank === 'key' ? 'set-aside' : 'proposed';
};

const decide = (
  write: WriteCase,
  ids: readonly VisitId[],
  become: (fact: Entry, facts: readonly Entry[]) => Entry['state'],
): void => {
  for (const id of new Set(ids)) {
    const { id: visit } = readVisit(write, id);
    const facts = entriesOfVisits(write, [visit]);
    for (const fact of facts) {
      const state = become(fact, facts);
      if (state !== fact.state) writeEntry(write, { ...fact, state });
    }
  }
};

const edit = (write: WriteCase, id: VisitId, change: Partial<VisitHead>): void => {
  const visit = { ...readVisit(write, id), ...change };
  writeVisit(write, visit);
  for (const fact of entriesOfVisits(write, [id])) writeEntry(write, underHead(fact, visit));
};

const merge = (write: WriteCase, ids: readonly VisitId[]): void => {
  const [into, ...others] = [...new Set(ids)].map((id) => readVisit(write, id));
  if (into === undefined || others.length === 0) return;
  writeVisit(write, { ...into, again: [...into.again, ...others.flatMap(({ again }) => again)] });
  const moved = others.map(({ id }) => id);
  for (const fact of entriesOfVisits(write, moved)) writeEntry(write, underHead(fact, into));
  removeEmptied(write, moved);
};

/** Visits: what a reviewer decides on the timeline. */
export const visitService = (): HandlersOf<'visit'> => ({
  'visit.list': (file) => listVisits(file),
  'visit.changed': (file, { since }) => changedVisits(file, since),
  'visit.show': (file, { ids }) => readVisits(file, ids),
  'visit.series': findSeries,
  'visit.accept': (write, { ids }) => {
    decide(write, ids, (fact, facts) => accepted(fact, visitState(facts) === 'rejected'));
    return {};
  },
  'visit.reject': (write, { ids }) => {
    decide(write, ids, () => 'rejected');
    return {};
  },
  'visit.edit': (write, { id, change }) => {
    edit(write, id, stated(change));
    return {};
  },
  'visit.merge': (write, { ids }) => {
    merge(write, ids);
    return {};
  },
});
