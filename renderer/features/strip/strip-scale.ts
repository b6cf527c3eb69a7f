import type { EntryKind } from '../../../shared/entry.ts';
import type { PartialDate } from '../../../shared/partial-date.ts';
import type { VisitKind } from '../../../shared/visit.ts';
import type { VisitRow } from '../../../shared/visit-card.ts';

export type Lane = 'Visits' | 'Therapy' | 'Medication' | 'Imaging' | 'Procedures' | 'Requests';
export const LANES: readonly Lane[] = ['Visits', 'Therapy', 'Medication', 'Imaging', 'Procedures', 'Requests'];

/** The lane that each kind of fact stands in. */
const LANE_OF: Readonly<Record<EntryKind, Lane>> = {
  injury: 'Visits',
  visit: 'Visits',
  diagnosis: 'Visits',
  'work-status': 'Visits',
  therapy: 'Therapy',
  medication: 'Medication',
  imaging: 'Imaging',
  procedure: 'Procedures',
  request: 'Requests',
  'utilization-review': 'Requests',
};

/** The lane of a visit by what it was. */
const LANE_OF_VISIT: Readonly<Record<VisitKind, Lane>> = {
  injury: 'Visits',
  visit: 'Visits',
  consultation: 'Visits',
  'medical-legal': 'Visits',
  'work-status': 'Visits',
  event: 'Visits',
  therapy: 'Therapy',
  study: 'Imaging',
  laboratory: 'Imaging',
  procedure: 'Procedures',
  request: 'Requests',
  'utilization-review': 'Requests',
};

/** The lanes that a visit stands in: its own, and those of what it tells beside. */
export const lanesOf = ({ kind, kinds }: Pick<VisitRow, 'kind' | 'kinds'>): Lane[] => [
  ...new Set([LANE_OF_VISIT[kind], ...kinds.map((one) => LANE_OF[one]).filter((lane) => lane !== 'Visits')]),
];

/** Days since 1970 of a date; of a partial one, of its middle: 1 July of a year, the 15th of a month. */
const dayOf = (date: PartialDate): number =>
  Date.UTC(
    Number(date.slice(0, 4)),
    Number(date.slice(5, 7) || 7) - 1,
    Number(date.slice(8, 10) || (date.length === 4 ? 1 : 15)),
  ) / 86_400_000;

/**
 * A stretch of the strip: from one date that has something to the next, as days since 1970. `isCut`: drawn shorter than
 * its days.
 */
export type Stretch = {
  readonly from: number;
  readonly to: number;
  readonly days: number;
  readonly left: number;
  readonly right: number;
  readonly isCut: boolean;
};

/** Longer gaps are drawn shortened, so that years of quiet do not press the busy weeks together. */
const LONG_GAP = 60;
const weightOf = (days: number): number =>
  days <= LONG_GAP ? Math.max(days, 1) : LONG_GAP * (1 + 0.25 * Math.log2(days / LONG_GAP));

/** All quiet stretches together take at most this much of the room of the busy ones, or that of so many days. */
const QUIET_TO_BUSY = 0.4;
const LEAST_QUIET = 30;

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/**
 * Lays the dates out from 0 to 1 in their order; gaps longer than sixty days grow by their logarithm only, and never
 * take most of the strip.
 */
export const stretchesOf = (dates: readonly PartialDate[]): Stretch[] => {
  const days = [...new Set([...new Set(dates)].map(dayOf))].sort((a, b) => a - b);
  const pairs = days.slice(1).map((to, index) => {
    const from = days[index] ?? to;
    return { from, to, days: to - from };
  });
  const isCut = (pair: { readonly days: number }): boolean => pair.days > LONG_GAP;
  const weights = (of: readonly { readonly days: number }[]): number => sumOf(of.map((pair) => weightOf(pair.days)));
  const [quiet, busy] = [weights(pairs.filter(isCut)), weights(pairs.filter((pair) => !isCut(pair)))];
  const share = busy > 0 && quiet > 0 ? Math.min(1, Math.max(busy * QUIET_TO_BUSY, LEAST_QUIET) / quiet) : 1;
  const total = quiet * share + busy;
  let at = 0;
  return pairs.map((pair) => {
    const left = at / total;
    at += weightOf(pair.days) * (isCut(pair) ? share : 1);
    return { ...pair, left, right: at / total, isCut: isCut(pair) };
  });
};

/** Where a date stands on the strip, 0 to 1; in the middle where there is only one date. */
export const placeOn = (stretches: readonly Stretch[], date: PartialDate): number => {
  const day = dayOf(date);
  const first = stretches[0];
  const last = stretches.at(-1);
  if (!first || !last) return 0.5;
  if (day <= first.from) return 0;
  if (day > last.to) return 1;
  let [low, high] = [0, stretches.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (day <= (stretches[middle] ?? last).to) high = middle;
    else low = middle + 1;
  }
  const within = stretches[low] ?? last;
  return within.left + ((within.right - within.left) * (day - within.from)) / within.days;
};

/** Entries of a course follow each other this closely, in days. */
const COURSE: Partial<Record<Lane, number>> = { Therapy: 21, Medication: 45 };

export type Course = { readonly lane: Lane; readonly from: PartialDate; readonly to: PartialDate };

/** Stretches of therapy or medication whose entries follow each other closely, drawn as bars. */
export const coursesOf = (shown: readonly { readonly lane: Lane; readonly date: PartialDate }[]): Course[] =>
  LANES.flatMap((lane) => {
    const gap = COURSE[lane];
    if (gap === undefined) return [];
    const dates = shown.flatMap((one) => (one.lane === lane && one.date.length === 10 ? [one.date] : [])).sort();
    const courses: (Course & { readonly until: number })[] = [];
    for (const date of dates) {
      const last = courses.at(-1);
      const day = dayOf(date);
      if (last && day <= last.until + gap) courses[courses.length - 1] = { ...last, to: date, until: day };
      else courses.push({ lane, from: date, to: date, until: day });
    }
    return courses.flatMap(({ from, to }) => (from === to ? [] : [{ lane, from, to }]));
  });

/**
 * Labels for the axis: those of the wanted dates that leave `room` (0 to 1) between each other, the first come first.
 */
export const labelsThatFit = (
  stretches: readonly Stretch[],
  wanted: readonly PartialDate[],
  room: number,
): PartialDate[] => {
  const kept: { readonly date: PartialDate; readonly at: number }[] = [];
  for (const date of wanted) {
    const at = placeOn(stretches, date);
    if (kept.every((other) => Math.abs(other.at - at) >= room)) kept.push({ date, at });
  }
  return kept.map(({ date }) => date);
};

/** A quiet stretch in words: `14 months`. */
export const gapWords = (days: number): string =>
  days >= 730
    ? `${Math.round(days / 365.25)} years`
    : days >= 60
      ? `${Math.round(days / 30.44)} months`
      : `${days} days`;
