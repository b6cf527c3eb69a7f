import type { Entry, EntryKind } from '../../../shared/entry.ts';
import type { EntryId, VisitId } from '../../../shared/ids.ts';
import { compareDates, type PartialDate } from '../../../shared/partial-date.ts';
import type { SummaryOrder } from '../../../shared/settings.ts';
import { diagnosisIn, injuryOf, isOverview, namesPerson, overviewRank } from './overview.ts';
import { therapyCourses, type ProseVisit, type TherapyCourse } from './therapy-course.ts';

/** What the composer knows beside the entries. */
export type ComposeContext = {
  /** The visits that the entries belong to. */
  readonly visits: ReadonlyMap<VisitId, ProseVisit>;
  /** Entries that a sentence of the reviewer's holds, with a name for it: only those of one are told together. */
  readonly held: ReadonlyMap<EntryId, string>;
};

/** Of a case of which nothing but its entries is known. */
export const NO_CONTEXT: ComposeContext = { visits: new Map(), held: new Map() };

/**
 * Where two entries of one day and no common record stand: what happened, then what was found, then what was asked for.
 */
const KIND_ORDER: Readonly<Record<EntryKind, number>> = {
  injury: 0,
  visit: 1,
  therapy: 2,
  imaging: 3,
  diagnosis: 4,
  procedure: 5,
  medication: 6,
  request: 7,
  'work-status': 8,
  'utilization-review': 9,
};

/** The edges of a day keep their place whatever the page order: it begins with the injury and ends with the review. */
const edgeOf = (kind: EntryKind): number => (kind === 'injury' ? -1 : kind === 'utilization-review' ? 1 : 0);

const byPage = (a: Entry, b: Entry): number => {
  const [first, second] = [a.sources[0], b.sources[0]];
  if (first === undefined || second === undefined || first.record !== second.record)
    return KIND_ORDER[a.kind] - KIND_ORDER[b.kind];
  return first.page - second.page || first.start - second.start;
};

/** Entries of one day stand by record, in the order in which the records' first entries would. */
const withinDay = (entries: readonly Entry[]): Entry[] => {
  const records = [
    ...new Set(
      [...entries].sort((a, b) => KIND_ORDER[a.kind] - KIND_ORDER[b.kind]).map(({ sources }) => sources[0]?.record),
    ),
  ];
  const place = (entry: Entry): number => records.indexOf(entry.sources[0]?.record);
  return [...entries].sort((a, b) => edgeOf(a.kind) - edgeOf(b.kind) || place(a) - place(b) || byPage(a, b));
};

/** An undated entry goes with what its record says elsewhere; else background comes first and the rest last. */
const datesOfUndated = (entries: readonly Entry[]): Map<Entry, PartialDate> => {
  const dated = entries.filter(({ date }) => date !== null);
  return new Map(
    entries.flatMap((entry) => {
      if (entry.date !== null) return [];
      const records = new Set(entry.sources.map(({ record }) => record));
      const near = dated
        .filter(({ sources }) => sources.some(({ record }) => records.has(record)))
        .map(({ date }) => date)
        .filter((date) => date !== null)
        .sort(compareDates)
        .at(-1);
      return near === undefined ? [] : [[entry, near] as const];
    }),
  );
};

/** What one day tells; without a date what nothing dates. */
export type Day = { readonly date: PartialDate | null; readonly entries: readonly Entry[] };

const gatherDays = (all: readonly Entry[]): Day[] => {
  const entries = all.filter(({ text }) => text.trim() !== '');
  const borrowed = datesOfUndated(entries);
  const dateOf = (entry: Entry): PartialDate | null => entry.date ?? borrowed.get(entry) ?? null;
  const days = [...new Set(entries.map(dateOf).filter((date) => date !== null))].sort(compareDates);
  const [own, joining] = [
    Map.groupBy(entries, ({ date }) => date),
    Map.groupBy(entries, (entry) => borrowed.get(entry)),
  ];
  const undated = entries.filter((entry) => dateOf(entry) === null);
  const isBackground = ({ kind }: Entry): boolean => kind === 'injury' || kind === 'diagnosis';
  const block = (chosen: readonly Entry[]): Day[] =>
    chosen.length === 0 ? [] : [{ date: null, entries: withinDay(chosen) }];
  return [
    ...block(undated.filter(isBackground)),
    ...days.map((date) => ({
      date,
      entries: [...withinDay(own.get(date) ?? []), ...withinDay(joining.get(date) ?? [])],
    })),
    ...block(undated.filter((entry) => !isBackground(entry))),
  ];
};

/** Whether the first sentence of a day begins with its date. */
export const opensDay = (date: PartialDate | null, first: Entry | undefined): boolean =>
  date !== null && first !== undefined && first.date !== null;

const TOPICS: readonly (readonly EntryKind[])[] = [
  ['injury'],
  ['visit', 'diagnosis'],
  ['imaging'],
  ['therapy'],
  ['medication'],
  ['procedure'],
  ['work-status'],
  ['request', 'utilization-review'],
];

/** A day, or a course of therapy, which stands where it ended. */
type Block = { readonly day: Day } | { readonly course: TherapyCourse };

/** What is told where: the opening, then the days in date order, or those of each topic. */
export type SummaryPlan = {
  readonly opening: readonly Entry[];
  /** What happened on the day of the injury, where the opening names that day. */
  readonly injury: readonly Entry[];
  readonly diagnoses: readonly Entry[];
  readonly blocks: readonly Block[];
};

const withCourses = (days: readonly Day[], courses: readonly TherapyCourse[]): Block[] => {
  const endOf = (block: Block): PartialDate => ('day' in block ? (block.day.date ?? '') : block.course.to);
  return courses.reduce<Block[]>(
    (blocks, course) => {
      const at = blocks.findIndex((block) => endOf(block) > course.to);
      return blocks.toSpliced(at === -1 ? blocks.length : at, 0, { course });
    },
    days.map((day) => ({ day })),
  );
};

/** Puts every entry where it is told; one without words nowhere. */
export const planSummary = (
  all: readonly Entry[],
  order: SummaryOrder,
  { visits, held }: ComposeContext,
): SummaryPlan => {
  const opening = all.filter(isOverview).sort((a, b) => overviewRank(a) - overviewRank(b));
  const told = all.filter((entry) => !isOverview(entry) && entry.text.trim() !== '');
  const since = namesPerson(opening) ? (injuryOf(told)?.date ?? null) : null;
  const isBefore = ({ date }: Entry): boolean => date !== null && since !== null && date < since;
  const isOfInjury = ({ kind, date }: Entry): boolean => since !== null && kind === 'injury' && date === since;
  const isDiagnosis = (entry: Entry): boolean => since !== null && !isBefore(entry) && diagnosisIn(entry) !== null;
  const others = told.filter((entry) => !isOfInjury(entry) && !isDiagnosis(entry));
  const courses = [...Map.groupBy(others, ({ id }) => held.get(id)).values()].flatMap((own) =>
    therapyCourses(own, visits),
  );
  const inCourse = new Set(courses.flatMap(({ entries }) => entries));
  const rest = others.filter((entry) => !inCourse.has(entry));
  const days = (chosen: (entry: Entry) => boolean): Day[] => gatherDays(rest.filter(chosen));
  const ofTopic = (kinds: readonly EntryKind[]): Block[] =>
    withCourses(
      days((entry) => !isBefore(entry) && kinds.includes(entry.kind)),
      kinds.includes('therapy') ? courses : [],
    );
  return {
    opening,
    injury: withinDay(told.filter(isOfInjury)),
    diagnoses: told.filter(isDiagnosis).sort((a, b) => compareDates(a.date ?? '', b.date ?? '')),
    blocks:
      order === 'topic'
        ? [...withCourses(days(isBefore), []), ...TOPICS.flatMap(ofTopic)]
        : withCourses(
            days(() => true),
            courses,
          ),
  };
};
