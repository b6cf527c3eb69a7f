import { ENTRY_KIND_NAMES } from '../../../shared/entry.ts';
import type { Entry } from '../../../shared/entry.ts';
import type { EntryId } from '../../../shared/ids.ts';
import type { LetterHeader } from '../../../shared/letter.ts';
import { usDate, usShortDate } from '../../../shared/partial-date.ts';
import type { PartialDate } from '../../../shared/partial-date.ts';
import { coursesOf, gapWords, labelsThatFit, LANE_OF, LANES, placeOn, stretchesOf } from './strip-scale.ts';
import type { Lane } from './strip-scale.ts';

/** Places are shares of the strip's width. */
export type Dot = {
  readonly id: EntryId;
  readonly at: number;
  /** How many of the same day and lane stand before it. */
  readonly nth: number;
  readonly lane: Lane;
  readonly shape: 'dot' | 'diamond';
  readonly isProposed: boolean;
  readonly name: string;
  readonly date: PartialDate;
};
export type Bar = { readonly lane: Lane; readonly from: number; readonly to: number };
export type Marker = { readonly at: number; readonly label: string; readonly tone: 'injury' | 'plain' };
export type Gap = { readonly from: number; readonly to: number; readonly label: string };
export type Tick = { readonly at: number; readonly label: string };
export type StripView = { readonly lanes: readonly Lane[]; readonly dots: readonly Dot[]; readonly bars: readonly Bar[]; readonly markers: readonly Marker[]; readonly gaps: readonly Gap[]; readonly ticks: readonly Tick[] };

const MARKERS = [['dateOfInjury', 'injury'], ['urDenialDate', 'UR'], ['applicationReceived', 'application']] as const;

/** A gap is named where its name has room, as a share of the width. */
const ROOM_OF_GAP = 0.07;
const ROOM_OF_TICK = 0.06;

const nameOf = ({ date, kind, text, state }: Entry): string => `${date === null ? '' : usDate(date)} ${ENTRY_KIND_NAMES[kind]}${state === 'proposed' ? ', proposed' : ''}: ${text}`;

/** The case in time: what stands in which lane where. Rejected entries and those without a date are left out. */
export const stripView = (entries: readonly Entry[], header: Pick<LetterHeader, 'dateOfInjury' | 'urDenialDate' | 'applicationReceived'>): StripView => {
  const shown = entries.filter((entry) => entry.state !== 'rejected').flatMap((entry) => (entry.date === null ? [] : [{ entry, date: entry.date }])).sort((a, b) => a.date.localeCompare(b.date));
  const marks = MARKERS.flatMap(([name, label]) => (header[name] === '' ? [] : [{ date: header[name], label }]));
  const stretches = stretchesOf([...shown.map(({ date }) => date), ...marks.map(({ date }) => date)]);
  const at = (date: PartialDate): number => placeOn(stretches, date);
  const lanes = LANES.filter((lane) => shown.some(({ entry }) => LANE_OF[entry.kind] === lane));
  const dates = [...new Set(shown.map(({ date }) => date))];
  return {
    lanes,
    dots: shown.map(({ entry, date }, index) => ({
      id: entry.id, at: at(date), nth: shown.slice(0, index).filter((other) => other.date === date && LANE_OF[other.entry.kind] === LANE_OF[entry.kind]).length, lane: LANE_OF[entry.kind], shape: LANE_OF[entry.kind] === 'Requests' ? 'diamond' : 'dot', isProposed: entry.state === 'proposed', name: nameOf(entry), date,
    })),
    bars: coursesOf(shown.map(({ entry }) => entry)).map(({ lane, from, to }) => ({ lane, from: at(from), to: at(to) })),
    markers: marks.map(({ date, label }) => ({ at: at(date), label: `${label} ${usShortDate(date).slice(0, 5)}`, tone: label === 'injury' ? 'injury' : 'plain' })),
    gaps: stretches.filter(({ isCut, left, right }) => isCut && right - left >= ROOM_OF_GAP).map(({ left, right, days }) => ({ from: left, to: right, label: gapWords(days) })),
    ticks: labelsThatFit(stretches, dates, ROOM_OF_TICK).map((date) => ({ at: at(date), label: usShortDate(date) })),
  };
};
