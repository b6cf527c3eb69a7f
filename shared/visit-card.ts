import { z } from 'zod';
import { DateKind, Entry, EntryKind } from './entry.ts';
import { VisitId } from './ids.ts';
import { PartialDate } from './partial-date.ts';
import { TextSpan } from './span.ts';
import { VisitKind } from './visit.ts';

/** What a visit says once for all of its facts. */
export const VisitHead = z.strictObject({
  /** As understood; null where the record gives none. */
  date: PartialDate.nullable(),
  /** As written in the record. */
  dateText: z.string(),
  dateKind: DateKind,
  provider: z.string(),
  specialty: z.string(),
  kind: VisitKind,
});
export type VisitHead = z.infer<typeof VisitHead>;

/**
 * What has become of a visit, as its facts tell: `proposed` while a ticked fact of it waits, `accepted` once one is
 * taken, `rejected`, or `set-aside` where nothing of it is ticked.
 */
export const VisitState = z.enum(['proposed', 'accepted', 'rejected', 'set-aside']);
export type VisitState = z.infer<typeof VisitState>;

/** A visit as lists and the time strip know it: thousands of them are read at once. */
export const VisitRow = VisitHead.extend({
  id: VisitId,
  state: VisitState,
  /** Where it stands among those of its date: by the file, page and words that it was first read from. */
  place: z.number(),
  /** Ticked facts that wait. */
  open: z.int(),
  accepted: z.int(),
  /** All its facts, and the key facts among them; of a visit that is not rejected those thrown out are left aside. */
  facts: z.int(),
  keys: z.int(),
  /** The kinds of what it tells: of its ticked and accepted facts. */
  kinds: z.array(EntryKind),
});
export type VisitRow = z.infer<typeof VisitRow>;

const orderOf = ({ date, place, id }: VisitRow): readonly (string | number)[] => [date ?? '9999', place, id];

/** The order of time; those without a date at the end. */
const compareVisits = (a: VisitRow, b: VisitRow): number => {
  const [one, two] = [orderOf(a), orderOf(b)];
  const at = one.findIndex((part, index) => part !== two[index]);
  return at < 0 ? 0 : (one[at] ?? 0) < (two[at] ?? 0) ? -1 : 1;
};

/** What has become of the list of visits: the rows that are new or other than they were, and those that are gone. */
export const VisitChanges = z.strictObject({ rows: z.array(VisitRow), gone: z.array(VisitId) });
export type VisitChanges = z.infer<typeof VisitChanges>;

/** The list with what has changed of it; rows that are as they were stay the same objects, so that nothing of them is drawn again. */
export const withVisitChanges = (rows: readonly VisitRow[], { rows: changed, gone }: VisitChanges): VisitRow[] => {
  const others = new Map(changed.map((row) => [row.id, row]));
  const without = new Set<VisitId>([...others.keys(), ...gone]);
  const before = new Map(rows.map((row) => [row.id, row]));
  const isInPlace = ({ id, date, place }: VisitRow): boolean => {
    const known = before.get(id);
    return known?.date === date && known.place === place;
  };
  if (gone.length === 0 && changed.every(isInPlace)) return rows.map((row) => others.get(row.id) ?? row);
  return [...rows.filter(({ id }) => !without.has(id)), ...changed].sort(compareVisits);
};

/** A visit with all of its facts, in the order of their pages. */
export const Visit = VisitHead.extend({
  id: VisitId,
  state: VisitState,
  facts: z.array(Entry),
  /** Where the same visit stands once more. */
  again: z.array(TextSpan),
});
export type Visit = z.infer<typeof Visit>;

/** The visits of a course of therapy, told in one line. */
export const TherapySeries = z.strictObject({ visits: z.array(VisitId).min(2), line: z.string() });
export type TherapySeries = z.infer<typeof TherapySeries>;

/** Visits that are shown as lists show a page of them. */
export const VISITS_AT_ONCE = 60;
