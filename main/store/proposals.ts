import type { EntryDraft } from '../../shared/entry.ts';
import type { EntryId, VisitId } from '../../shared/ids.ts';
import type { FactRank } from '../../shared/visit.ts';
import type { TextSpan } from '../../shared/span.ts';
import type { VisitHead } from '../../shared/visit-card.ts';
import type { ReadCase, WriteCase } from './case-file.ts';
import { entryRow, type EntryRow } from './entries.ts';
import { put, query, remove } from './statements.ts';
import { placeOfSpan, readVisit, writeVisit, type StoredVisit } from './visits.ts';

/** A fact as it is proposed; `key` names what it is proposed from. */
export type ProposedFact = {
  readonly key: string;
  /** Its place among the facts of its visit, by merit. */
  readonly position: number;
  readonly entry: EntryDraft;
  readonly rank: FactRank;
  readonly why: string;
};

/** A visit as it is proposed, with those of its facts that are new or others than they were. */
export type ProposedVisit = VisitHead & {
  readonly key: string;
  readonly again: readonly TextSpan[];
  readonly facts: readonly ProposedFact[];
  /** The keys of all its facts, known ones too. */
  readonly holds: readonly string[];
};

/** What was proposed before, whatever has become of it. */
export type KnownFact = {
  readonly key: string;
  readonly text: string;
  readonly reason: string;
  readonly rank: FactRank;
  readonly why: string;
  readonly position: number;
  /** What its visit was proposed from; null where a person made that. */
  readonly visit: string | null;
  readonly isTouched: boolean;
};
/** A visit that was proposed before: its head and where it stands again, as they are written for comparison. */
type KnownVisit = { readonly key: string; readonly head: string };
export type KnownProposals = { readonly facts: readonly KnownFact[]; readonly visits: readonly KnownVisit[] };

/** A visit's head as it is compared with the one that stands. */
export const headWords = (head: VisitHead & { readonly again: readonly TextSpan[] }): string =>
  JSON.stringify([head.date, head.dateText, head.dateKind, head.provider, head.specialty, head.kind, head.again]);

export const knownProposals = (file: ReadCase): KnownProposals => ({
  facts: query<[], Omit<KnownFact, 'isTouched'> & { readonly touched: number }>(
    file,
    `SELECT entry.proposal AS key, text, reason, rank, why, entry.position, visit.proposal AS visit, entry.touched FROM entry
       LEFT JOIN visit ON visit.id = entry.visit WHERE entry.proposal IS NOT NULL`,
  )
    .all()
    .map(({ touched, ...fact }) => ({ ...fact, isTouched: touched === 1 })),
  visits: query<[], { id: VisitId }>(file, 'SELECT id FROM visit WHERE proposal IS NOT NULL')
    .all()
    .map(({ id }) => readVisit(file, id))
    .map((visit) => ({ key: visit.proposal ?? '', head: headWords(visit) })),
});

const visitOfKey = (file: ReadCase, key: string): StoredVisit | undefined => {
  const found = query<[string], { id: VisitId }>(file, 'SELECT id FROM visit WHERE proposal = ?').get(key);
  return found && readVisit(file, found.id);
};

/**
 * The visit in which a person has put, kept or decided facts of a proposed one; it goes on with them, whatever the
 * proposal is called by now.
 */
const visitByTouched = (file: ReadCase, keys: readonly string[]): StoredVisit | undefined => {
  const found = query<[string], { visit: VisitId }>(
    file,
    `SELECT visit FROM entry JOIN json_each(?) ON proposal = value WHERE touched = 1 LIMIT 1`,
  ).get(JSON.stringify(keys));
  return found && readVisit(file, found.visit);
};

/** Brings a proposed visit in line and gives it as it stands then: what a person has touched is as it was. */
const putHead = (file: WriteCase, proposed: ProposedVisit, newId: () => string): StoredVisit => {
  const { key, facts, holds: _holds, ...head } = proposed;
  const before = visitOfKey(file, key);
  const other = before === undefined ? visitByTouched(file, proposed.holds) : undefined;
  if (other !== undefined) return other;
  const id = before?.id ?? (newId() as VisitId);
  const place = before?.place ?? placeOfSpan(facts[0]?.entry.sources[0]);
  writeVisit(file, { ...head, id, proposal: key, place });
  return readVisit(file, id);
};

const putFact = (
  file: WriteCase,
  { key, position, entry, rank, why }: ProposedFact,
  visit: StoredVisit,
  newId: () => string,
): number => {
  const before = query<[string], EntryRow>(file, 'SELECT * FROM entry WHERE proposal = ?').get(key);
  if (before !== undefined && before.state !== 'proposed') return 0;
  const { date, dateText, dateKind, provider } = visit;
  const row = entryRow(
    {
      ...entry,
      ...{ date, dateText, dateKind, provider, rank, why },
      id: before?.id ?? (newId() as EntryId),
      visit: visit.id,
      kind: before?.kind ?? entry.kind,
      state: 'proposed',
      origin: 'proposed',
      isTicked: rank === 'key',
    },
    { proposal: key, position },
  );
  put(file, 'entry', row);
  return before === undefined ? 1 : 0;
};

/**
 * Adds proposals. What stands already is brought up to date unless a person has touched it; what is new of a visit that
 * a person has set right goes by what it says now. Returns how many facts were added.
 */
export const putProposals = (file: WriteCase, visits: readonly ProposedVisit[], newId: () => string): number => {
  let added = 0;
  for (const proposed of visits) {
    const visit = putHead(file, proposed, newId);
    for (const fact of proposed.facts) added += putFact(file, fact, visit, newId);
  }
  return added;
};

/** Takes back facts that are no longer found, and visits that hold none any more; what a person has touched stays. */
export const removeProposals = (file: WriteCase, keys: readonly string[]): void => {
  const find = query<[string], { id: string }>(file, `SELECT id FROM entry WHERE proposal = ? AND state = 'proposed'`);
  for (const key of keys) for (const { id } of find.all(key)) remove(file, 'entry', id);
  const empty = query<[], { id: string }>(
    file,
    'SELECT id FROM visit WHERE touched = 0 AND id NOT IN (SELECT visit FROM entry)',
  ).all();
  for (const { id } of empty) remove(file, 'visit', id);
};
