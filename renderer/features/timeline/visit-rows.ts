import type { VisitId } from '../../../shared/ids.ts';
import type { VisitKind } from '../../../shared/visit.ts';
import type { TherapySeries, VisitRow, VisitState } from '../../../shared/visit-card.ts';

/** A row of the timeline: a visit, or a course of therapy told in one line. */
export type TimelineRow =
  | { readonly kind: 'visit'; readonly id: string; readonly visit: VisitRow; readonly isInSeries: boolean }
  | {
      readonly kind: 'series';
      readonly id: string;
      readonly line: string;
      readonly visits: readonly VisitRow[];
      readonly isOpen: boolean;
    };

export type VisitFilter = { readonly kinds: readonly VisitKind[]; readonly states: readonly VisitState[] };

/** What the filter lets through; an empty list of kinds lets every kind through. */
export const filterVisits = (visits: readonly VisitRow[], { kinds, states }: VisitFilter): VisitRow[] =>
  visits.filter(({ kind, state }) => (kinds.length === 0 || kinds.includes(kind)) && states.includes(state));

const visitRow = (visit: VisitRow, isInSeries: boolean): TimelineRow => ({
  kind: 'visit',
  id: visit.id,
  visit,
  isInSeries,
});

/** The name of a series' row; it is that of its first visit, so that it stays while others are added. */
const seriesId = ({ visits: [first] }: Pick<TherapySeries, 'visits'>): string => `series-${first ?? ''}`;

/**
 * The rows in the order of time. The visits of a course of therapy are one row, at the place of the last of them; where
 * it is open they follow it. Of a course of which the filter shows one visit alone, that visit is a row as any other.
 */
export const timelineRows = (
  shown: readonly VisitRow[],
  series: readonly TherapySeries[],
  open: ReadonlySet<string>,
): TimelineRow[] => {
  const isShown = new Set(shown.map(({ id }) => id));
  const of = new Map<VisitId, { readonly one: TherapySeries; readonly last: VisitId }>();
  for (const one of series) {
    const members = one.visits.filter((id) => isShown.has(id));
    const last = members.at(-1);
    if (members.length > 1 && last !== undefined) for (const id of members) of.set(id, { one, last });
  }
  const byId = new Map(shown.map((visit) => [visit.id, visit]));
  return shown.flatMap((visit): TimelineRow[] => {
    const member = of.get(visit.id);
    if (member === undefined) return [visitRow(visit, false)];
    if (member.last !== visit.id) return [];
    const visits = member.one.visits.flatMap((id) => byId.get(id) ?? []);
    const id = seriesId(member.one);
    const isOpen = open.has(id);
    const row: TimelineRow = { kind: 'series', id, line: member.one.line, visits, isOpen };
    return isOpen ? [row, ...visits.map((one) => visitRow(one, true))] : [row];
  });
};

/** The visits that a row stands for. */
export const visitsOf = (row: TimelineRow): readonly VisitRow[] => (row.kind === 'visit' ? [row.visit] : row.visits);

/**
 * The row to go to once `id` is dealt with: the next after it with something to decide, else the one before it, else
 * none. `isDone` says of visits that they were decided a moment ago.
 */
export const nextOpen = (rows: readonly TimelineRow[], id: string, isDone: (id: VisitId) => boolean): string | null => {
  const at = rows.findIndex((row) => row.id === id);
  const isOpen = (row: TimelineRow): boolean =>
    row.id !== id &&
    !(row.kind === 'series' && row.isOpen) &&
    visitsOf(row).some((visit) => visit.state === 'proposed' && !isDone(visit.id));
  return (rows.slice(at + 1).find(isOpen) ?? rows.slice(0, Math.max(at, 0)).findLast(isOpen))?.id ?? null;
};

/** From one row to another, both with it: what is selected when the selection is drawn on. */
export const rowsBetween = (rows: readonly TimelineRow[], from: string, to: string): TimelineRow[] => {
  const [a, b] = [from, to].map((id) => rows.findIndex((row) => row.id === id));
  if (a === undefined || b === undefined || a < 0 || b < 0) return [];
  return rows.slice(Math.min(a, b), Math.max(a, b) + 1);
};
