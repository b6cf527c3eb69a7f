import type { DateKind, EntryDraft } from '../../../shared/entry.ts';
import { compareDates, type PartialDate } from '../../../shared/partial-date.ts';
import type { RecordKind } from '../../../shared/record.ts';
import type { TextSpan } from '../../../shared/span.ts';
import { Merit, type VisitKind } from '../../../shared/visit.ts';
import { joinProposals, withFound } from '../join-proposals.ts';
import { MENTIONED } from '../propose-mentions.ts';
import { touching, type DisputedItem } from './disputed-words.ts';
import { newEarlierValues } from './earlier-values.ts';
import { tellOfLastVisit } from './last-visit.ts';
import { noteFacts, rankFacts, type FactDraft } from './rank-facts.ts';
import { isSameVisit, isToldBy } from './same-visit.ts';
import type { ToldDraft } from './told-draft.ts';

/** One encounter or event with its facts: one card. */
export type VisitDraft = {
  /** Names the visit: the same words of the same file give the same key again. */
  readonly key: string;
  /** Null where the record gives none. */
  readonly date: PartialDate | null;
  readonly dateText: string;
  readonly dateKind: DateKind;
  /** Who was seen, as printed; empty where no record says so, as for what only another record tells of. */
  readonly provider: string;
  readonly specialty: string;
  readonly kind: VisitKind;
  /** Those on the card first, in the order of merit. */
  readonly facts: readonly FactDraft[];
  /** Other places where the same visit came a second time. */
  readonly again: readonly TextSpan[];
};

export type VisitContext = {
  readonly dateOfInjury?: PartialDate;
  readonly items: readonly DisputedItem[];
  /** The merits that make a fact a key fact, the first before the others; those left out fold. */
  readonly order?: readonly Merit[];
};

type Group = Omit<VisitDraft, 'facts'> & { readonly drafts: readonly ToldDraft[] };

const BY_RECORD: Partial<Readonly<Record<RecordKind, VisitKind>>> = {
  'utilization-review': 'utilization-review',
  'request-for-authorization': 'request',
  consultation: 'consultation',
  'therapy-note': 'therapy',
  'imaging-report': 'study',
  'electrodiagnostic-report': 'study',
  'operative-report': 'procedure',
  'drug-test': 'laboratory',
  'medical-legal-report': 'medical-legal',
  'work-status': 'work-status',
};

const placeOf = ({ sources: [source] }: EntryDraft): string =>
  source === undefined ? '' : `${source.record}:${String(source.page)}:${String(source.start)}`;

const isOwnDay = ({ toldIn }: ToldDraft): boolean => toldIn?.isOwnDay !== false;

/** Drafts of versions that knew no encounters: those of one record, day and provider stand together. */
const encounterKey = ({ toldIn, sources, date, provider }: ToldDraft): string =>
  toldIn?.key ?? `${sources[0]?.record ?? ''}:${date ?? ''}:${provider}`;

const encounter = (key: string, drafts: readonly ToldDraft[]): Group[] => {
  const [first] = drafts;
  return first === undefined
    ? []
    : [
        {
          key,
          date: first.date,
          dateText: first.dateText,
          dateKind: first.dateKind,
          provider: first.provider,
          specialty: first.toldIn?.specialty ?? '',
          kind: (first.toldIn && BY_RECORD[first.toldIn.record]) ?? 'visit',
          again: [],
          drafts,
        },
      ];
};

const headOf = ({ drafts: [first] }: Group): TextSpan[] => {
  const head = first?.toldIn?.head ?? first?.sources[0];
  return head === undefined ? [] : [head];
};

/** A slip gives its facts to the note of the day; of two copies the fuller one stays. */
const merge = (a: Group, b: Group): Group => {
  const [main, other] =
    a.kind === 'work-status' || (b.kind === a.kind && b.drafts.length > a.drafts.length) ? [b, a] : [a, b];
  return {
    ...main,
    // The name of the first copy stays, whichever is fuller.
    key: a.kind === main.kind ? a.key : main.key,
    provider: main.provider === '' ? other.provider : main.provider,
    specialty: main.specialty === '' ? other.specialty : main.specialty,
    drafts: [...main.drafts, ...other.drafts],
    again: [...main.again, ...headOf(other), ...other.again],
  };
};

/** Visits of one day that are one, made one: each is compared with those that stand already. */
const mergeSame = (groups: readonly Group[]): Group[] => {
  const merged: Group[] = [];
  for (const group of groups) {
    const at = merged.findIndex((other) => isSameVisit(other, group));
    const same = merged[at];
    if (same === undefined) merged.push(group);
    else merged[at] = merge(same, group);
  }
  return merged;
};

const isSplit = (group: Group): readonly Group[] =>
  [...Map.groupBy(group.drafts, ({ date }) => date).values()].flatMap((drafts, at) =>
    encounter(at === 0 ? group.key : `${group.key}:${String(at)}`, drafts),
  );

const eventKind = (drafts: readonly ToldDraft[]): VisitKind =>
  drafts.some(({ kind }) => kind === 'procedure')
    ? 'procedure'
    : drafts.every(({ kind }) => kind === 'imaging')
      ? 'study'
      : 'event';

const event = (drafts: readonly ToldDraft[]): Group[] =>
  drafts.slice(0, 1).map((first) => ({
    key: `told:${placeOf(first)}`,
    date: first.date,
    dateText: first.dateText,
    dateKind: first.dateKind,
    // Who tells of it is not who did it.
    provider: '',
    specialty: '',
    kind: eventKind(drafts),
    again: [],
    drafts,
  }));

/** The injury by each date that is given for it; the one told most often bears the plain name. */
const injuries = (drafts: readonly ToldDraft[], dateOfInjury: PartialDate | undefined): Group[] =>
  [...Map.groupBy(drafts, ({ date }) => date ?? dateOfInjury ?? null)]
    .sort((a, b) => b[1].length - a[1].length)
    .map(([date, own], at) => ({
      key: at === 0 ? 'injury' : `injury:${date ?? ''}`,
      date,
      dateText: own.find(({ dateText }) => dateText !== '')?.dateText ?? '',
      dateKind: 'injury' as const,
      provider: '',
      specialty: '',
      kind: 'injury' as const,
      again: [],
      drafts: own,
    }));

/** A record of that day and kind is in the file: there is nothing else to tell of it. */
const isMentionOf = (draft: ToldDraft, visit: Group): boolean =>
  draft.reason.startsWith(MENTIONED) && (draft.kind === 'imaging') === (visit.kind === 'study');

/** What records tell of other days: to the visit of that day that tells it too, else an event by itself. */
const withEvents = (visits: readonly Group[], told: readonly ToldDraft[]): Group[] => {
  const own = new Map<Group, ToldDraft[]>();
  const byDay = Map.groupBy(visits, ({ date }) => date);
  const rest: ToldDraft[] = [];
  for (const draft of told) {
    const visit = byDay
      .get(draft.date)
      ?.find((one) => draft.date !== null && (isToldBy(draft, one) || isMentionOf(draft, one)));
    if (visit === undefined) rest.push(draft);
    else own.set(visit, [...(own.get(visit) ?? []), draft]);
  }
  const events = [...Map.groupBy(rest, (draft) => JSON.stringify([draft.date, encounterKey(draft)])).values()].flatMap(
    event,
  );
  return [
    ...visits.map((visit) => ({ ...visit, drafts: [...visit.drafts, ...(own.get(visit) ?? [])] })),
    ...[...Map.groupBy(events, ({ date }) => date).values()].flatMap(mergeEvents),
  ];
};

const mergeEvents = (events: readonly Group[]): Group[] => {
  const merged: Group[] = [];
  for (const one of events) {
    const at = merged.findIndex((other) => one.drafts.some((draft) => isToldBy(draft, other)));
    const same = merged[at];
    if (same === undefined) merged.push(one);
    else merged[at] = { ...same, drafts: [...same.drafts, ...one.drafts], again: [...same.again, ...headOf(one)] };
  }
  return merged;
};

/** The injury stands before what else happened that day. */
const byDate = (a: Group, b: Group): number =>
  compareDates(a.date ?? '9999', b.date ?? '9999') || Number(b.kind === 'injury') - Number(a.kind === 'injury');

const grouped = (drafts: readonly ToldDraft[], { dateOfInjury }: VisitContext): Group[] => {
  const own = drafts.filter((draft) => draft.kind !== 'injury' && isOwnDay(draft));
  const encounters = [...Map.groupBy(own, encounterKey)]
    .flatMap(([key, told]) => encounter(key, told))
    .flatMap(isSplit);
  const { visits, told } = tellOfLastVisit(
    [...Map.groupBy(encounters, ({ date }) => date).values()].flatMap(mergeSame),
  );
  const events = drafts.filter((draft) => draft.kind !== 'injury' && !isOwnDay(draft));
  return [
    ...injuries(
      drafts.filter(({ kind }) => kind === 'injury'),
      dateOfInjury,
    ),
    ...withEvents(visits, [...events, ...told]),
  ].sort(byDate);
};

/** A therapist's note this long is an evaluation, not one of many. */
const LONG = 8;

/**
 * How many facts a card shows. The note that the request came from shows all that is worth it, the first report nearly
 * all.
 */
const cardSize = ({ kind, drafts }: Group, baseline: Baseline | undefined): number => {
  const pages = new Set(
    drafts.flatMap(({ sources: [source] }) => `${source?.record ?? ''} ${String(source?.page ?? 0)}`),
  );
  if (kind === 'therapy') return drafts.length < LONG ? 2 * pages.size : 5;
  if (baseline !== undefined) return baseline === 'latest' ? Infinity : 12;
  return Math.max(kind === 'consultation' || kind === 'medical-legal' ? 10 : 6, 4 * pages.size);
};

type Baseline = 'first' | 'latest';
const SUBSTANCE = 4;
const SEEN: readonly VisitKind[] = ['visit', 'consultation'];

/** The first note of substance after the injury, and the last one before the last request or review. */
const baselinesOf = (groups: readonly Group[], dateOfInjury: PartialDate | null): ReadonlyMap<Group, Baseline> => {
  const decided = groups.findLast(({ kind }) => kind === 'request' || kind === 'utilization-review')?.date ?? '9999';
  const seen = groups.filter(
    ({ kind, date, drafts }) =>
      SEEN.includes(kind) &&
      drafts.length >= SUBSTANCE &&
      date !== null &&
      date >= (dateOfInjury ?? '') &&
      date <= decided,
  );
  const first = seen.find(({ drafts: [told] }) => told?.toldIn?.record === 'first-report') ?? seen[0];
  const baselines = new Map<Group, Baseline>();
  if (first !== undefined) baselines.set(first, 'first');
  seen.slice(-1).forEach((latest) => baselines.set(latest, 'latest'));
  return baselines;
};

/**
 * All visits of a case in date order, undated ones last, from the drafts of its records: each encounter once however
 * often its pages came, the injury by itself, and what is only told of under its own date. Key facts are chosen by the
 * order of merit, each compared with what visits before it said.
 */
export const visitsOf = (drafts: readonly ToldDraft[], context: VisitContext): VisitDraft[] => {
  const order = context.order ?? Merit.options;
  const touch = touching(context.items);
  const [earlier, earlierTherapy] = [newEarlierValues(), newEarlierValues()];
  const groups = grouped(withFound(drafts), context);
  const dateOfInjury = context.dateOfInjury ?? groups.find(({ key }) => key === 'injury')?.date ?? null;
  const baselines = baselinesOf(groups, dateOfInjury);
  return groups.map((group) => {
    const { drafts: own, ...visit } = group;
    const joined: readonly ToldDraft[] = joinProposals(own);
    const merits = {
      visit: visit.kind,
      // Therapists measure day by day: their values are compared among themselves.
      earlier: visit.kind === 'therapy' ? earlierTherapy : earlier,
      touch,
      most: cardSize(group, baselines.get(group)),
      isBefore: visit.date !== null && dateOfInjury !== null && visit.date < dateOfInjury,
    };
    const facts = rankFacts(joined, order, merits);
    noteFacts(joined, merits);
    return { ...visit, facts };
  });
};
