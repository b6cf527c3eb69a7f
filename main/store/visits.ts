import type { Entry, EntryKind } from '../../shared/entry.ts';
import type { VisitId } from '../../shared/ids.ts';
import { Refusal } from '../../shared/reply.ts';
import type { TextSpan } from '../../shared/span.ts';
import type { Visit, VisitChanges, VisitHead, VisitRow, VisitState } from '../../shared/visit-card.ts';
import type { ReadCase, Row, WriteCase } from './case-file.ts';
import { revisionOf } from './change-case.ts';
import { entriesOfVisits } from './entries.ts';
import { put, query, remove } from './statements.ts';
import { visitsSince } from './visit-changes.ts';

type Stored = {
  readonly id: VisitId;
  readonly proposal: string | null;
  readonly date: string | null;
  readonly date_text: string;
  readonly date_kind: VisitHead['dateKind'];
  readonly provider: string;
  readonly specialty: string;
  readonly kind: VisitHead['kind'];
  readonly again: string;
  readonly position: number;
  readonly touched: number;
};

/** A visit by itself, without its facts; `place` is its place among those of one date. */
export type StoredVisit = VisitHead & {
  readonly id: VisitId;
  /** What it was proposed from; null for one that a person made. */
  readonly proposal: string | null;
  readonly again: readonly TextSpan[];
  readonly place: number;
};

type Counts = {
  readonly facts: number;
  readonly keys: number;
  readonly open: number;
  readonly accepted: number;
  readonly rejected: number;
};

const headOf = (row: Stored): VisitHead => ({
  date: row.date,
  dateText: row.date_text,
  dateKind: row.date_kind,
  provider: row.provider,
  specialty: row.specialty,
  kind: row.kind,
});

const toVisit = (row: Stored): StoredVisit => ({
  ...headOf(row),
  id: row.id,
  proposal: row.proposal,
  again: JSON.parse(row.again) as TextSpan[],
  place: row.position,
});

const toRow = (visit: StoredVisit): Row => ({
  id: visit.id,
  proposal: visit.proposal,
  date: visit.date,
  date_text: visit.dateText,
  date_kind: visit.dateKind,
  provider: visit.provider,
  specialty: visit.specialty,
  kind: visit.kind,
  again: JSON.stringify(visit.again),
  position: visit.place,
});

const stateOf = ({ open, accepted, rejected }: Omit<Counts, 'facts' | 'keys'>): VisitState =>
  open > 0 ? 'proposed' : accepted > 0 ? 'accepted' : rejected > 0 ? 'rejected' : 'set-aside';

/** The place of words among all of a case, as one number: file, page, offset. */
export const placeOfSpan = (source: TextSpan | undefined): number =>
  source === undefined
    ? 0
    : Number(source.record) * 10_000_000_000 + source.page * 100_000 + Math.min(source.start, 99_999);

const IN_ORDER = `coalesce(visit.date, '9999'), visit.position, visit.id`;

/** The visits that have facts, in the order of time: all of them, or those among `ids`. */
export const listVisits = (file: ReadCase, ids?: readonly VisitId[]): VisitRow[] =>
  query<
    string[],
    Stored & Counts & { readonly kinds: string | null; readonly all_facts: number; readonly all_keys: number }
  >(
    file,
    `SELECT visit.*, facts, keys, all_facts, all_keys, open, accepted, rejected, kinds FROM (
         SELECT visit AS of, sum(state <> 'rejected') AS facts, sum(state <> 'rejected' AND rank = 'key') AS keys,
           count(*) AS all_facts, sum(rank = 'key') AS all_keys, sum(state = 'proposed' AND ticked = 1) AS open,
           sum(state = 'accepted') AS accepted, sum(state = 'rejected') AS rejected,
           group_concat(DISTINCT CASE WHEN state = 'accepted' OR (state = 'proposed' AND ticked = 1) THEN kind END) AS kinds
         FROM entry ${ids === undefined ? '' : 'WHERE visit IN (SELECT value FROM json_each(?))'} GROUP BY visit
       ) JOIN visit ON visit.id = of ORDER BY ${IN_ORDER}`,
  )
    .all(...(ids === undefined ? [] : [JSON.stringify(ids)]))
    .map((row) => ({
      ...headOf(row),
      id: row.id,
      place: row.position,
      state: stateOf(row),
      open: row.open,
      accepted: row.accepted,
      facts: stateOf(row) === 'rejected' ? row.all_facts : row.facts,
      keys: stateOf(row) === 'rejected' ? row.all_keys : row.keys,
      kinds: (row.kinds ?? '').split(',').filter((kind) => kind !== '') as EntryKind[],
    }));

/** What has changed of the list of visits since a revision; null where it has to be read as a whole. */
export const changedVisits = (file: ReadCase, since: number): VisitChanges | null => {
  const ids = visitsSince(file, since, revisionOf(file));
  if (ids === null) return null;
  const rows = listVisits(file, ids);
  const there = new Set(rows.map(({ id }) => id));
  return { rows, gone: ids.filter((id) => !there.has(id)) };
};

const countsOf = (facts: readonly Entry[]): Omit<Counts, 'facts' | 'keys'> => {
  const count = (isOne: (fact: Entry) => boolean): number => facts.filter(isOne).length;
  return {
    open: count(({ state, isTicked }) => state === 'proposed' && isTicked),
    accepted: count(({ state }) => state === 'accepted'),
    rejected: count(({ state }) => state === 'rejected'),
  };
};

/** What has become of a visit with these facts. */
export const visitState = (facts: readonly Entry[]): VisitState => stateOf(countsOf(facts));

const find = (file: ReadCase, id: VisitId): StoredVisit | undefined => {
  const row = query<[string], Stored>(file, 'SELECT * FROM visit WHERE id = ?').get(id);
  return row && toVisit(row);
};

/** A visit without its facts; refuses with `not-found`. */
export const readVisit = (file: ReadCase, id: VisitId): StoredVisit => {
  const visit = find(file, id);
  if (visit === undefined) throw new Refusal('not-found', 'This visit is no longer there.', { visitId: id });
  return visit;
};

/** Visits with their facts, in the order asked for; those that are not there any more are left out. */
export const readVisits = (file: ReadCase, ids: readonly VisitId[]): Visit[] => {
  const facts = Map.groupBy(entriesOfVisits(file, ids), ({ visit }) => visit);
  return ids.flatMap((id) => {
    const visit = find(file, id);
    const own = facts.get(id);
    if (visit === undefined || own === undefined) return [];
    const { proposal: _proposal, place: _place, again, ...head } = visit;
    return [{ ...head, again: [...again], state: visitState(own), facts: own }];
  });
};

/**
 * The visits of a kind in the order of time, each with what its facts say, those thrown out left aside. A cross join
 * goes through these visits alone, and not through every fact of the case.
 */
export const visitsOfKind = (
  file: ReadCase,
  kind: VisitHead['kind'],
): (StoredVisit & { readonly facts: readonly { readonly text: string }[] })[] => {
  const texts = query<[string], { readonly visit: VisitId; readonly text: string }>(
    file,
    `SELECT entry.visit, entry.text FROM visit CROSS JOIN entry ON entry.visit = visit.id
       WHERE visit.kind = ? AND state <> 'rejected' ORDER BY entry.position`,
  ).all(kind);
  const facts = Map.groupBy(texts, ({ visit }) => visit);
  return query<[string], Stored>(file, `SELECT * FROM visit WHERE kind = ? ORDER BY ${IN_ORDER}`)
    .all(kind)
    .map(toVisit)
    .flatMap((visit) => {
      const own = facts.get(visit.id);
      return own === undefined ? [] : [{ ...visit, facts: own }];
    });
};

/** The visits of a date and a provider, those of the record first. */
export const visitsLike = (
  file: ReadCase,
  { date, provider }: Pick<VisitHead, 'date' | 'provider'>,
  record: string | undefined,
): StoredVisit[] => {
  const isOfRecord = ({ place }: StoredVisit): boolean =>
    record !== undefined && Math.floor(place / 10_000_000_000) === Number(record);
  return query<[string, string], Stored>(
    file,
    `SELECT * FROM visit WHERE coalesce(date, '') = ? AND lower(provider) = lower(?) ORDER BY position, id`,
  )
    .all(date ?? '', provider)
    .map(toVisit)
    .sort((a, b) => Number(isOfRecord(b)) - Number(isOfRecord(a)));
};

export const writeVisit = (file: WriteCase, visit: StoredVisit): void => put(file, 'visit', toRow(visit));

/** Takes away the visits among these that hold no fact any more. */
export const removeEmptied = (file: WriteCase, ids: readonly VisitId[]): void => {
  const holds = query<[string], { n: number }>(file, 'SELECT EXISTS (SELECT 1 FROM entry WHERE visit = ?) AS n');
  for (const id of new Set(ids)) if (holds.get(id)?.n !== 1) remove(file, 'visit', id);
};
