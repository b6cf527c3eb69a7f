import type { VisitId } from '../../../shared/ids.ts';
import type { LetterHeader } from '../../../shared/letter.ts';
import { usDate, usShortDate } from '../../../shared/partial-date.ts';
import type { PartialDate } from '../../../shared/partial-date.ts';
import { VISIT_KIND_NAMES } from '../../../shared/visit.ts';
import type { VisitRow } from '../../../shared/visit-card.ts';
import { coursesOf, gapWords, labelsThatFit, LANES, lanesOf, placeOn, stretchesOf } from './strip-scale.ts';
import type { Lane } from './strip-scale.ts';
import { placeMarkers } from './place-markers.ts';
import type { Mark, Marker } from './place-markers.ts';

/** Places are shares of the strip's width. */
/** The visits of one day in one lane. */
export type Dot = {
  readonly ids: readonly VisitId[];
  readonly at: number;
  readonly lane: Lane;
  readonly shape: 'dot' | 'diamond';
  /** None of them is accepted yet. */
  readonly isProposed: boolean;
  readonly name: string;
  readonly date: PartialDate;
};
type Bar = { readonly lane: Lane; readonly from: number; readonly to: number };
type Gap = { readonly from: number; readonly to: number; readonly label: string };
type Tick = { readonly at: number; readonly label: string };
export type StripView = {
  readonly lanes: readonly Lane[];
  readonly dots: readonly Dot[];
  readonly bars: readonly Bar[];
  readonly markers: readonly Marker[];
  readonly gaps: readonly Gap[];
  readonly ticks: readonly Tick[];
};

const MARKERS = [
  ['dateOfInjury', 'injury'],
  ['urDenialDate', 'UR'],
  ['applicationReceived', 'IMR'],
] as const;

/** A gap is named where its name has room, as a share of the width. */
const ROOM_OF_GAP = 0.07;
const ROOM_OF_TICK = 0.06;
/** The least room of a date on the axis, in pixels. */
const WIDTH_OF_TICK = 54;
/** The strip's width in pixels where it is not measured yet. */
const USUAL_WIDTH = 1200;

const wordsOf = ({ kind, provider, state }: VisitRow): string =>
  [VISIT_KIND_NAMES[kind], provider, state === 'proposed' ? 'proposed' : ''].filter((part) => part !== '').join(', ');

/** What a dot stands for: its one visit, or how many there are and the first of them. */
const nameOf = (date: PartialDate, visits: readonly VisitRow[]): string => {
  const [first] = visits;
  if (!first) return usDate(date);
  return visits.length === 1
    ? `${usDate(date)} ${wordsOf(first)}`
    : `${usDate(date)}, ${String(visits.length)} visits. ${wordsOf(first)}`;
};

type Dated = { readonly visit: VisitRow; readonly lane: Lane; readonly date: PartialDate };

const dotOf = ({ lane, date }: Dated, at: number, visits: readonly VisitRow[]): Dot => ({
  ids: visits.map(({ id }) => id),
  at,
  lane,
  date,
  shape: lane === 'Requests' ? 'diamond' : 'dot',
  isProposed: visits.every(({ accepted }) => accepted === 0),
  name: nameOf(date, visits),
});

/** One dot for each day of each lane, in the order of time. */
const dotsOf = (shown: readonly Dated[], at: (date: PartialDate) => number): Dot[] =>
  [...Map.groupBy(shown, ({ lane, date }) => `${date} ${lane}`).values()].flatMap((group) => {
    const [first] = group;
    return first
      ? [
          dotOf(
            first,
            at(first.date),
            group.map(({ visit }) => visit),
          ),
        ]
      : [];
  });

/** The dates of the case that are known, as they are written above the lanes. */
const marksOf = (
  marks: readonly { readonly date: PartialDate; readonly label: string }[],
  at: (date: PartialDate) => number,
): Mark[] =>
  marks.map(({ date, label }) => ({
    at: at(date),
    label: `${label} ${usShortDate(date).slice(0, 5)}`,
    tone: label === 'injury' ? 'injury' : 'plain',
  }));

/**
 * The case in time: what stands in which lane where, on a strip of so many pixels. A visit stands in the lanes of what
 * it tells. What was rejected or set aside, or has no date, is left out.
 */
export const stripView = (
  visits: readonly VisitRow[],
  header: Pick<LetterHeader, 'dateOfInjury' | 'urDenialDate' | 'applicationReceived'>,
  width = USUAL_WIDTH,
): StripView => {
  const shown = visits
    .filter(({ state }) => state === 'proposed' || state === 'accepted')
    .flatMap((visit) => {
      const { date } = visit;
      return date === null ? [] : lanesOf(visit).map((lane): Dated => ({ visit, lane, date }));
    })
    .sort((a, b) => a.date.localeCompare(b.date));
  const marks = MARKERS.flatMap(([name, label]) => (header[name] === '' ? [] : [{ date: header[name], label }]));
  const stretches = stretchesOf([...shown.map(({ date }) => date), ...marks.map(({ date }) => date)]);
  const at = (date: PartialDate): number => placeOn(stretches, date);
  const lanes = LANES.filter((lane) => shown.some((one) => one.lane === lane));
  const dates = [...new Set(shown.map(({ date }) => date))];
  return {
    lanes,
    dots: dotsOf(shown, at),
    bars: coursesOf(shown).map(({ lane, from, to }) => ({
      lane,
      from: at(from),
      to: at(to),
    })),
    markers: placeMarkers(marksOf(marks, at), width),
    gaps: stretches
      .filter(({ isCut }) => isCut)
      .map(({ left, right, days }) => ({
        from: left,
        to: right,
        label: right - left >= ROOM_OF_GAP ? gapWords(days) : '',
      })),
    ticks: labelsThatFit(stretches, dates, Math.max(ROOM_OF_TICK, WIDTH_OF_TICK / width)).map((date) => ({
      at: at(date),
      label: usShortDate(date),
    })),
  };
};
