import type { VisitId } from '../../../shared/ids.ts';
import type { LetterHeader } from '../../../shared/letter.ts';
import { compareDates, usDate, usShortDate } from '../../../shared/partial-date.ts';
import type { PartialDate } from '../../../shared/partial-date.ts';
import { VISIT_KIND_NAMES } from '../../../shared/visit.ts';
import type { VisitRow } from '../../../shared/visit-card.ts';
import { coursesOf, gapWords, labelsThatFit, LANES, lanesOf, placeOn, stretchesOf } from './strip-scale.ts';
import type { Lane } from './strip-scale.ts';
import { placeMarkers } from './place-markers.ts';
import type { Mark, Marker } from './place-markers.ts';

/** Places are shares of the strip's width. */
/** The visits of one day in one lane, and those of the next days that would be drawn over them. */
export type Dot = {
  readonly ids: readonly VisitId[];
  readonly at: number;
  readonly lane: Lane;
  readonly shape: 'dot' | 'diamond';
  /** None of them is accepted yet. */
  readonly isProposed: boolean;
  readonly name: string;
  /** Of the first of them. */
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
/** A dot's own width in pixels: those closer to each other are drawn as one, so that thousands stay legible and quick. */
const WIDTH_OF_DOT = 10;
/** The strip's width in pixels where it is not measured yet. */
const USUAL_WIDTH = 1200;

const wordsOf = ({ kind, provider, state }: VisitRow): string =>
  [VISIT_KIND_NAMES[kind], provider, state === 'proposed' ? 'proposed' : ''].filter((part) => part !== '').join(', ');

type Dated = { readonly visit: VisitRow; readonly lane: Lane; readonly date: PartialDate };
/** Visits of one lane that are drawn as one dot, in the order of time. */
type Near = { readonly at: number; readonly dated: readonly [Dated, ...Dated[]] };

/** What a dot stands for: its one visit, or how many there are, from when to when, and the first of them. */
const nameOf = ([first, ...others]: Near['dated']): string => {
  const last = others.at(-1) ?? first;
  if (last === first) return `${usDate(first.date)} ${wordsOf(first.visit)}`;
  const days = last.date === first.date ? usDate(first.date) : `${usDate(first.date)} to ${usDate(last.date)}`;
  return `${days}, ${String(others.length + 1)} visits. ${wordsOf(first.visit)}`;
};

const dotOf = ({ at, dated }: Near): Dot => ({
  ids: dated.map(({ visit }) => visit.id),
  at,
  lane: dated[0].lane,
  date: dated[0].date,
  shape: dated[0].lane === 'Requests' ? 'diamond' : 'dot',
  isProposed: dated.every(({ visit }) => visit.accepted === 0),
  name: nameOf(dated),
});

/** A dot for each day of each lane, and one for days that stand closer than `room`; in the order of time. */
const dotsOf = (shown: readonly Dated[], at: (date: PartialDate) => number, room: number): Dot[] => {
  const groups: { at: number; dated: [Dated, ...Dated[]] }[] = [];
  const latest = new Map<Lane, (typeof groups)[number]>();
  for (const one of shown) {
    const place = at(one.date);
    const before = latest.get(one.lane);
    if (before !== undefined && (before.dated[0].date === one.date || place - before.at < room)) before.dated.push(one);
    else {
      const group: (typeof groups)[number] = { at: place, dated: [one] };
      latest.set(one.lane, group);
      groups.push(group);
    }
  }
  return groups.map(dotOf);
};

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
    .sort((a, b) => compareDates(a.date, b.date));
  const marks = MARKERS.flatMap(([name, label]) => (header[name] === '' ? [] : [{ date: header[name], label }]));
  const stretches = stretchesOf([...shown.map(({ date }) => date), ...marks.map(({ date }) => date)]);
  const places = new Map<PartialDate, number>();
  const at = (date: PartialDate): number => {
    const place = places.get(date) ?? placeOn(stretches, date);
    places.set(date, place);
    return place;
  };
  const lanes = LANES.filter((lane) => shown.some((one) => one.lane === lane));
  const dates = [...new Set(shown.map(({ date }) => date))];
  return {
    lanes,
    dots: dotsOf(shown, at, WIDTH_OF_DOT / width),
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
