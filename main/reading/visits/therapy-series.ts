import { compareDates, daysBetween, precisionOf, type PartialDate } from '../../../shared/partial-date.ts';
import { isSameProvider } from './same-visit.ts';
import type { VisitDraft } from './visits-of.ts';

/** What a series is made of: a visit as drafted, or as kept. */
export type TherapyVisit = Pick<VisitDraft, 'key' | 'date' | 'provider' | 'specialty' | 'kind'> & {
  readonly facts: readonly { readonly text: string }[];
};

/** Consecutive therapy visits of one provider or service, as one line; only what their facts say. */
export type TherapySeries = {
  readonly keys: readonly string[];
  readonly provider: string;
  readonly specialty: string;
  /** Visits that took place, and those that the person did not come to. */
  readonly attended: number;
  readonly missed: number;
  readonly first: PartialDate;
  readonly last: PartialDate;
  /** Scores out of ten of the first and the last visit that give one; null where fewer than two do. */
  readonly pain: { readonly from: string; readonly to: string } | null;
  /** What the last visit that judges the course says of it, in its own words: `no further gain`; empty where none does. */
  readonly outcome: string;
};

/** Fewer are told one by one. */
const FEWEST = 3;
/** A longer break ends a course of treatment (days). */
const BREAK = 120;

const MISSED = /\bdid not attend\b/i;
const SCORE = /\b(\d{1,2}(?:\.\d)?)\s?\/\s?10\b/g;
const BEFORE_AND_AFTER = /\bbefore and\b/i;
const COURSE =
  /\b((?:no|slow|good|steady|some|little|minimal|fair|excellent|poor|limited) (?:further )?(?:gain|progress|improvement|change|benefit)s?|plateau(?:ed)?|(?:not |much |slightly )?improv(?:ed|ing)|worse(?:ning)?|discharged|goals? (?:were |was )?(?:not )?met)\b/i;

const scoresOf = ({ facts }: TherapyVisit): string[] =>
  facts.flatMap(({ text }) => [...text.matchAll(SCORE)].map(([, score = '']) => `${score}/10`));

/** A row with scores before and after counts from the first to the last of them; else each visit has its first one. */
const painOf = (visits: readonly TherapyVisit[]): TherapySeries['pain'] => {
  const scored = visits.filter((visit) => scoresOf(visit).length > 0);
  const [first, last] = [scored[0], scored.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const isPair = last.facts.some(({ text }) => BEFORE_AND_AFTER.test(text));
  const end = scoresOf(last);
  return { from: scoresOf(first)[0] ?? '', to: (isPair ? end.at(-1) : end[0]) ?? '' };
};

const outcomeOf = (visits: readonly TherapyVisit[]): string => {
  for (const { facts } of visits.toReversed())
    for (const { text } of facts) {
      const course = COURSE.exec(text)?.[1];
      if (course !== undefined) return course.toLowerCase();
    }
  return '';
};

const isMissed = ({ facts }: TherapyVisit): boolean => facts.some(({ text }) => MISSED.test(text));

const seriesOf = (visits: readonly TherapyVisit[]): TherapySeries[] => {
  const attended = visits.filter((visit) => !isMissed(visit));
  const dates = visits.flatMap(({ date }) => date ?? []);
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined || attended.length < FEWEST) return [];
  return [
    {
      keys: visits.map(({ key }) => key),
      provider: visits.find(({ provider }) => provider !== '')?.provider ?? '',
      specialty: visits.find(({ specialty }) => specialty !== '')?.specialty ?? '',
      attended: attended.length,
      missed: visits.length - attended.length,
      first,
      last,
      pain: painOf(attended),
      outcome: outcomeOf(attended),
    },
  ];
};

const belongs = (visit: TherapyVisit, run: readonly TherapyVisit[]): boolean => {
  const last = run.at(-1);
  if (last === undefined || last.date === null || visit.date === null) return false;
  const isSameService =
    last.specialty === '' || visit.specialty === '' || last.specialty.toLowerCase() === visit.specialty.toLowerCase();
  const areDays = precisionOf(last.date) === 'day' && precisionOf(visit.date) === 'day';
  return (
    isSameService &&
    isSameProvider(last.provider, visit.provider) &&
    (!areDays || daysBetween(last.date, visit.date) <= BREAK)
  );
};

/**
 * The runs of three or more dated therapy visits of one provider and service, with no break of more than four months,
 * whatever else happened between them.
 */
export const therapySeries = (visits: readonly TherapyVisit[]): TherapySeries[] => {
  const runs: TherapyVisit[][] = [];
  const dated = visits.filter(({ kind, date }) => kind === 'therapy' && date !== null);
  for (const visit of [...dated].sort((a, b) => compareDates(a.date ?? '', b.date ?? ''))) {
    const run = runs.findLast((one) => belongs(visit, one));
    if (run === undefined) runs.push([visit]);
    else run.push(visit);
  }
  return runs.flatMap(seriesOf);
};

const monthAndDay = (date: PartialDate, withYear: boolean): string => {
  const [year = '', month, day] = date.split('-');
  return [month, day, ...(withYear ? [year.slice(2)] : [])].filter((part) => part !== undefined).join('/');
};

/** The series in words: `12 visits, 03/15 to 06/09, pain 8/10 to 6/10, no further gain`. */
export const wordTherapySeries = ({ attended, missed, first, last, pain, outcome }: TherapySeries): string => {
  const isOverYears = first.slice(0, 4) !== last.slice(0, 4);
  return [
    `${String(attended)} visits`,
    ...(missed > 0 ? [`${String(missed)} missed`] : []),
    `${monthAndDay(first, isOverYears)} to ${monthAndDay(last, isOverYears)}`,
    ...(pain === null ? [] : [pain.from === pain.to ? `pain ${pain.from}` : `pain ${pain.from} to ${pain.to}`]),
    ...(outcome === '' ? [] : [outcome]),
  ].join(', ');
};
