import { Entry } from '../../shared/entry.ts';
import type { EntryId } from '../../shared/ids.ts';
import { Refusal } from '../../shared/reply.ts';
import type { ReadCase, Row, WriteCase } from './case-file.ts';
import { put, query, remove } from './statements.ts';

type EntryRow = {
  readonly id: EntryId;
  readonly state: Entry['state'];
  readonly origin: Entry['origin'];
  readonly proposal: string | null;
  readonly date: string | null;
  readonly date_text: string;
  readonly date_kind: Entry['dateKind'];
  readonly kind: Entry['kind'];
  readonly text: string;
  readonly provider: string;
  readonly reason: string;
  readonly sources: string;
};

const toEntry = (row: EntryRow): Entry => ({
  id: row.id,
  state: row.state,
  origin: row.origin,
  date: row.date,
  dateText: row.date_text,
  dateKind: row.date_kind,
  kind: row.kind,
  text: row.text,
  provider: row.provider,
  reason: row.reason,
  sources: JSON.parse(row.sources) as Entry['sources'],
});

const toRow = (entry: Entry, proposal: string | null): Row => ({
  id: entry.id,
  state: entry.state,
  origin: entry.origin,
  proposal,
  date: entry.date,
  date_text: entry.dateText,
  date_kind: entry.dateKind,
  kind: entry.kind,
  text: entry.text,
  provider: entry.provider,
  reason: entry.reason,
  sources: JSON.stringify(entry.sources),
});

const place = (entry: Entry): readonly [string, number, number, number] => {
  const source = entry.sources[0];
  // Undated entries stand after all dated ones.
  return [
    entry.date ?? '9999',
    source === undefined ? Infinity : Number(source.record),
    source?.page ?? Infinity,
    source?.start ?? Infinity,
  ];
};

/** Date order; within a date the order of the records, pages and words they rest on. */
const compareEntries = (a: Entry, b: Entry): number => {
  const [one, two] = [place(a), place(b)];
  if (one[0] !== two[0]) return one[0] < two[0] ? -1 : 1;
  return one[1] - two[1] || one[2] - two[2] || one[3] - two[3] || (a.id < b.id ? -1 : 1);
};

export const listEntries = (file: ReadCase): Entry[] =>
  query<[], EntryRow>(file, 'SELECT * FROM entry').all().map(toEntry).sort(compareEntries);

/** The entries that prose is made of; far fewer than are proposed. */
export const acceptedEntries = (file: ReadCase): Entry[] =>
  query<[], EntryRow>(file, `SELECT * FROM entry WHERE state = 'accepted'`).all().map(toEntry).sort(compareEntries);

const rowOf = (file: ReadCase, id: EntryId): EntryRow => {
  const row = query<[string], EntryRow>(file, 'SELECT * FROM entry WHERE id = ?').get(id);
  if (row === undefined) throw new Refusal('not-found', 'This timeline entry is no longer there.', { entryId: id });
  return row;
};

/** Refuses with `not-found`. */
export const readEntry = (file: ReadCase, id: EntryId): Entry => toEntry(rowOf(file, id));

/** Adds or replaces an entry; what it was proposed from stays known. */
export const writeEntry = (file: WriteCase, entry: Entry): void => {
  const known = query<[string], { proposal: string | null }>(file, 'SELECT proposal FROM entry WHERE id = ?').get(
    entry.id,
  );
  put(file, 'entry', toRow(entry, known?.proposal ?? null));
};

export const removeEntry = (file: WriteCase, id: EntryId): void => {
  rowOf(file, id);
  remove(file, 'entry', id);
};

export type Proposal = { readonly key: string; readonly entry: Entry };

export type KnownProposal = { readonly key: string; readonly text: string };

/** What every proposed entry was proposed from, and its words, whatever has become of it. */
export const knownProposals = (file: ReadCase): KnownProposal[] =>
  query<[], KnownProposal>(file, 'SELECT proposal AS key, text FROM entry WHERE proposal IS NOT NULL').all();

/**
 * Adds proposals. One that stands already is brought up to date (its words and sources) unless a person has decided or
 * edited it. Returns how many were added.
 */
export const putProposals = (file: WriteCase, proposals: readonly Proposal[]): number => {
  const find = query<[string], EntryRow>(file, 'SELECT * FROM entry WHERE proposal = ?');
  const rows = proposals.map(({ key, entry }) => ({ row: toRow(entry, key), before: find.get(key) }));
  for (const { row, before } of rows) {
    if (before === undefined) put(file, 'entry', row);
    else if (before.state === 'proposed')
      put(file, 'entry', { ...row, id: before.id, kind: before.kind, date: before.date });
  }
  return rows.filter(({ before }) => before === undefined).length;
};

/** Takes back proposals that are no longer found; what a person has decided or edited stays. */
export const removeProposals = (file: WriteCase, keys: readonly string[]): void => {
  const find = query<[string], { id: string }>(file, `SELECT id FROM entry WHERE proposal = ? AND state = 'proposed'`);
  for (const key of keys) for (const { id } of find.all(key)) remove(file, 'entry', id);
};
