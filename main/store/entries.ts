import type { Entry } from '../../shared/entry.ts';
import type { EntryId, RecordId, VisitId } from '../../shared/ids.ts';
import { Refusal } from '../../shared/reply.ts';
import type { ReadCase, Row, WriteCase } from './case-file.ts';
import { put, query, remove } from './statements.ts';

export type EntryRow = {
  readonly id: EntryId;
  readonly visit: VisitId;
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
  readonly rank: Entry['rank'];
  readonly why: string;
  readonly ticked: number;
  readonly position: number;
  readonly touched: number;
};

const toEntry = (row: EntryRow): Entry => ({
  id: row.id,
  visit: row.visit,
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
  rank: row.rank,
  why: row.why,
  isTicked: row.ticked === 1,
});

type Kept = { readonly proposal: string | null; readonly position: number };

/** An entry as its row; `proposal` names what it was proposed from, `position` is its place on the card. */
export const entryRow = (entry: Entry, { proposal, position }: Kept): Row => ({
  id: entry.id,
  visit: entry.visit,
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
  rank: entry.rank,
  why: entry.why,
  ticked: Number(entry.isTicked),
  position,
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

/** The facts of some visits: those on the card by merit, then the others, each in the order of their pages. */
export const entriesOfVisits = (file: ReadCase, visits: readonly VisitId[]): Entry[] =>
  query<[string], EntryRow>(file, 'SELECT * FROM entry WHERE visit IN (SELECT value FROM json_each(?))')
    .all(JSON.stringify(visits))
    .map((row) => ({ row, entry: toEntry(row) }))
    .sort(
      (a, b) =>
        Number(a.row.rank === 'folded') - Number(b.row.rank === 'folded') ||
        a.row.position - b.row.position ||
        compareEntries(a.entry, b.entry),
    )
    .map(({ entry }) => entry);

/** The entries that cite words of a page. */
export const entriesOnPage = (file: ReadCase, record: RecordId, page: number): Entry[] =>
  query<[number, number], EntryRow>(
    file,
    'SELECT entry.* FROM entry_place JOIN entry ON entry.id = entry_place.entry WHERE entry_place.record = ? AND entry_place.page = ?',
  )
    .all(Number(record), page)
    .map(toEntry)
    .sort(compareEntries);

/** The entries that cite words of some pages of a file. */
export const entriesOnPages = (
  file: ReadCase,
  { record, first, last }: { readonly record: RecordId; readonly first: number; readonly last: number },
): Entry[] =>
  query<[number, number, number], EntryRow>(
    file,
    'SELECT * FROM entry WHERE id IN (SELECT entry FROM entry_place WHERE record = ? AND page BETWEEN ? AND ?)',
  )
    .all(Number(record), first, last)
    .map(toEntry);

/** The days of service that each page tells of, as far as they were not thrown out. */
export const daysOfService = (
  file: ReadCase,
): { readonly record: RecordId; readonly page: number; readonly date: string }[] =>
  query<[], { record: number; page: number; date: string }>(
    file,
    `SELECT DISTINCT entry_place.record, entry_place.page, date FROM entry JOIN entry_place ON entry_place.entry = entry.id
       WHERE state <> 'rejected' AND date_kind = 'service' AND date IS NOT NULL ORDER BY date`,
  )
    .all()
    .map(({ record, page, date }) => ({ record: String(record) as RecordId, page, date }));

/** The entries of one state. */
export const entriesIn = (file: ReadCase, state: Entry['state']): Entry[] =>
  query<[string], EntryRow>(file, 'SELECT * FROM entry WHERE state = ?').all(state).map(toEntry).sort(compareEntries);

const rowOf = (file: ReadCase, id: EntryId): EntryRow => {
  const row = query<[string], EntryRow>(file, 'SELECT * FROM entry WHERE id = ?').get(id);
  if (row === undefined) throw new Refusal('not-found', 'This timeline entry is no longer there.', { entryId: id });
  return row;
};

/** The visit that a fact belongs to; undefined where it is not there. */
export const visitOfEntry = (file: ReadCase, id: string): VisitId | undefined =>
  query<[string], { visit: VisitId }>(file, 'SELECT visit FROM entry WHERE id = ?').get(id)?.visit;

/** Refuses with `not-found`. */
export const readEntry = (file: ReadCase, id: EntryId): Entry => toEntry(rowOf(file, id));

/** Adds or replaces an entry; what it was proposed from stays known. */
export const writeEntry = (file: WriteCase, entry: Entry): void => {
  const known = query<[string], Kept>(file, 'SELECT proposal, position FROM entry WHERE id = ?').get(entry.id);
  put(file, 'entry', entryRow(entry, known ?? { proposal: null, position: 0 }));
};

export const removeEntry = (file: WriteCase, id: EntryId): void => {
  rowOf(file, id);
  remove(file, 'entry', id);
};
