import type { Entry } from '../../../shared/entry.ts';
import { findFacts } from '../../../shared/find-facts.ts';
import { EntryId, type VisitId } from '../../../shared/ids.ts';
import { compareDates } from '../../../shared/partial-date.ts';
import { fillPattern, type SentencePatterns } from '../../../shared/sentence-patterns.ts';
import { isSameSpan, type TextSpan } from '../../../shared/span.ts';
import { writeDate, type DateStyle } from '../write-date.ts';
import { listed } from './join-statements.ts';
import type { ProseVisit } from './therapy-course.ts';

/** Who the case is about, as its records say, with the words that say so. */
export type Person = { readonly age: string; readonly sex: 'male' | 'female'; readonly sources: readonly TextSpan[] };

/** How the opening speaks. */
export type OverviewStyle = {
  readonly personWord: string;
  readonly dateStyle: DateStyle;
  readonly patterns: SentencePatterns;
};

const PERSON_ID = EntryId.parse('overviewperson');
const TREATMENT_ID = EntryId.parse('overviewtreatment');

/** Whether an entry is one that the opening makes up from others. */
export const isOverview = ({ id }: Pick<Entry, 'id'>): boolean => id === PERSON_ID || id === TREATMENT_ID;

/** The place of an entry of the opening: the person first. */
export const overviewRank = ({ id }: Pick<Entry, 'id'>): number => (id === PERSON_ID ? 0 : 1);

/** Whether an opening says who the person is and when they were injured. */
export const namesPerson = (opening: readonly Entry[]): boolean => opening.some(({ id }) => id === PERSON_ID);

const made = (id: EntryId, text: string, sources: readonly TextSpan[], dateText: string): Entry => ({
  id,
  visit: 'overview' as VisitId,
  state: 'accepted',
  origin: 'manual',
  date: null,
  dateText,
  dateKind: 'other',
  kind: 'visit',
  text,
  provider: '',
  reason: '',
  sources: [...sources],
  rank: 'key',
  why: '',
  isTicked: true,
});

/** The day of the injury as the accepted entries tell it; null where they tell none, or more than one. */
export const injuryOf = (entries: readonly Entry[]): Entry | null => {
  const told = entries.filter(({ kind, date }) => kind === 'injury' && date?.length === 10);
  return new Set(told.map(({ date }) => date)).size === 1 ? (told[0] ?? null) : null;
};

const personEntry = (entries: readonly Entry[], person: Person | null, style: OverviewStyle): Entry[] => {
  const injury = injuryOf(entries);
  if (person === null || injury === null || injury.date === null) return [];
  const description = person.age === '' ? person.sex : `${person.age} year old ${person.sex}`;
  const date = writeDate(injury.date, style.dateStyle);
  const text = fillPattern('person', style.patterns, { person: style.personWord, description, date });
  return [made(PERSON_ID, text, [...person.sources, ...injury.sources], date)];
};

const NEGATED =
  /["“”]|\b(?:no|not|never|without|denied|declined|refused|stopped|discontinued|if|requested|recommended|should|would|allerg\w+|detected)\b/i;
const TAKEN =
  /\b(?:was|were) (?:\w+ )?(?:prescribed|started|continued|refilled|dispensed|given|increased)\b|\b(?:was|were) taking\b|\btook\b/i;
const ATTENDED = /\b(?:completed|attended|underwent|received|started)\b/i;
const SERVICE =
  /\b(?:physical therapy|occupational therapy|chiropractic (?:care|treatment)|acupuncture|massage therapy|aquatic therapy)\b/i;
const PROCEDURE =
  /\bunderwent (?:an? )?((?:(?!\b(?:with|under|on|and|without|by|for|using|via|at|which|that|in)\b)[\w -])+)/i;

type Treatment = { readonly name: string; readonly entry: Entry };

const drugsIn = (entry: Entry): Treatment[] =>
  entry.kind !== 'medication' || NEGATED.test(entry.text) || !TAKEN.test(entry.text)
    ? []
    : findFacts(entry.text)
        .filter(({ kind }) => kind === 'drug')
        .map(({ start, end }) => ({ name: entry.text.slice(start, end).toLowerCase(), entry }));

const servicesIn = (entry: Entry, visit: ProseVisit | undefined): Treatment[] => {
  if (NEGATED.test(entry.text)) return [];
  if (visit?.kind === 'therapy' && SERVICE.test(visit.specialty))
    return [{ name: visit.specialty.toLowerCase(), entry }];
  const [service] = SERVICE.exec(entry.text) ?? [];
  return entry.kind === 'therapy' && service !== undefined && ATTENDED.test(entry.text)
    ? [{ name: service.toLowerCase(), entry }]
    : [];
};

const proceduresIn = (entry: Entry): Treatment[] => {
  const [, name = ''] = NEGATED.test(entry.text) ? [] : (PROCEDURE.exec(entry.text) ?? []);
  return entry.kind === 'procedure' && name.trim() !== '' ? [{ name: name.trim(), entry }] : [];
};

const once = (treatments: readonly Treatment[]): Treatment[] =>
  treatments.filter(({ name }, at) => treatments.findIndex((other) => other.name === name) === at);

const treatmentEntry = (
  entries: readonly Entry[],
  visits: ReadonlyMap<VisitId, ProseVisit>,
  patterns: SentencePatterns,
): Entry[] => {
  const since = injuryOf(entries)?.date ?? '';
  const told = entries
    .filter(({ date }) => date !== null && date >= since)
    .sort((a, b) => compareDates(a.date ?? '', b.date ?? ''));
  const treatments = once([
    ...told.flatMap((entry) => servicesIn(entry, visits.get(entry.visit))),
    ...told.flatMap(drugsIn),
    ...told.flatMap(proceduresIn),
  ]);
  if (treatments.length < 2) return [];
  const sources = treatments.flatMap(({ entry }) => entry.sources.slice(0, 1));
  const apart = sources.filter((source, at) => sources.findIndex((other) => isSameSpan(other, source)) === at);
  const text = fillPattern('treatment', patterns, { treatments: listed(treatments.map(({ name }) => name)) });
  return [made(TREATMENT_ID, text, apart, '')];
};

/** What the opening is made of: everything accepted, the visits that it belongs to, and who the person is. */
export type OverviewInput = {
  readonly entries: readonly Entry[];
  readonly visits: ReadonlyMap<VisitId, ProseVisit>;
  readonly person: Person | null;
};

/**
 * The opening of a summary as entries of its own, so that its sentences follow what they are made of as all others do:
 * who the person is and when they were injured, and the treatment to date. Empty where person or day are not plain.
 */
export const overviewEntries = ({ entries, visits, person }: OverviewInput, style: OverviewStyle): Entry[] => {
  const opening = personEntry(entries, person, style);
  return opening.length === 0 ? [] : [...opening, ...treatmentEntry(entries, visits, style.patterns)];
};

const DIAGNOSED =
  /^(?:the [a-z ]+|he|she) (?:was|were) (?:also )?diagnosed (?:with|as having) (?:an? )?([^.;"“”]+)\.$/i;

/** What a statement says was diagnosed; null where it says anything else. */
export const diagnosisIn = ({ kind, text }: Pick<Entry, 'kind' | 'text'>): string | null =>
  kind === 'diagnosis' ? (DIAGNOSED.exec(text)?.[1] ?? null) : null;
