import type { Entry, EntryKind, EntryState } from '../../../shared/entry.ts';
import { compareDates, daysBetween, usDate } from '../../../shared/partial-date.ts';
import type { PartialDate } from '../../../shared/partial-date.ts';

export type DateGroup = {
  readonly date: PartialDate | null;
  readonly heading: string;
  /** Weekday and days since the group before: `Friday, 6 days later`. */
  readonly note: string;
  readonly entries: readonly Entry[];
};

const weekday = (date: PartialDate): string =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString('en-US', { weekday: 'long', timeZone: 'UTC' });

const laterThan = (before: PartialDate | null | undefined, date: PartialDate): string => {
  if (!before || before.length !== 10) return '';
  const days = daysBetween(before, date);
  return days === 1 ? ', the next day' : `, ${days.toLocaleString('en-US')} days later`;
};

const noteOf = (date: PartialDate | null, before: PartialDate | null | undefined): string => {
  if (date === null) return 'the record gives no date';
  return date.length === 10 ? `${weekday(date)}${laterThan(before, date)}` : 'day not known';
};

/** Entries under their dates, oldest first; those without a date at the end. Within a date they keep their order. */
export const groupEntries = (entries: readonly Entry[]): DateGroup[] => {
  const byDate = Map.groupBy(entries, ({ date }) => date);
  const dates = [...byDate.keys()].sort((a, b) => (a === null ? 1 : b === null ? -1 : compareDates(a, b)));
  return dates.map((date, index) => ({
    date,
    heading: date === null ? 'Without a date' : usDate(date),
    note: noteOf(date, dates[index - 1]),
    entries: byDate.get(date) ?? [],
  }));
};

export type EntryFilter = { readonly kinds: readonly EntryKind[]; readonly states: readonly EntryState[] };

/** What the filter lets through; an empty list of kinds lets every kind through. */
export const filterEntries = (entries: readonly Entry[], { kinds, states }: EntryFilter): Entry[] =>
  entries.filter(({ kind, state }) => (kinds.length === 0 || kinds.includes(kind)) && states.includes(state));

/** The entry to go to once `id` is dealt with: the next proposal after it, else the one before it, else none. */
export const nextProposal = (entries: readonly Entry[], id: Entry['id']): Entry['id'] | null => {
  const at = entries.findIndex((entry) => entry.id === id);
  const isOpen = (entry: Entry): boolean => entry.state === 'proposed' && entry.id !== id;
  return (entries.slice(at + 1).find(isOpen) ?? entries.slice(0, Math.max(at, 0)).findLast(isOpen))?.id ?? null;
};
