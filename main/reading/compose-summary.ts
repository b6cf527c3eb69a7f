import { compareDates, precisionOf, type PartialDate } from '../../shared/partial-date.ts';
import { findDates } from '../../shared/find-dates.ts';
import { foldSpace } from '../../shared/letter.ts';
import type { Entry, EntryKind } from '../../shared/entry.ts';
import type { EntryId } from '../../shared/ids.ts';
import type { Sentence } from '../../shared/summary.ts';
import { lowerFirst, upperFirst, withFullStop } from './sentence-case.ts';
import { union } from './sentence-origins.ts';
import { writeDate, type DateStyle } from './write-date.ts';

/** How the whole summary speaks: one word for the person, one date style, the pronoun where the sex is known. */
export type SummaryStyle = {
  /** `injured worker`, `patient`, `applicant`, `claimant`. */
  readonly personWord: string;
  readonly dateStyle: DateStyle;
  readonly pronoun?: 'he' | 'she' | null;
};

/** A sentence as composed from entries, before it stands in the summary. */
export type ComposedSentence = Omit<Sentence, 'id'>;

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

type Day = { readonly date: PartialDate | null; readonly entries: readonly Entry[] };

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

const PERSON =
  /\b(the|this) (?:patient|injured worker|applicant|claimant|employee|worker|IW|individual)(?!\s+(?:is|was)?\s*a (?:patient|claimant))\b/gi;

const inOneVoice = (text: string, { personWord, pronoun }: SummaryStyle, isFirst: boolean): string => {
  const other = pronoun === 'he' ? /^she\b/i : /^he\b/i;
  const person = `the ${personWord}`;
  const named = text.replace(PERSON, (whole, article: string) =>
    /^[A-Z]/.test(whole) ? upperFirst(`${article.toLowerCase()} ${personWord}`) : `${article} ${personWord}`,
  );
  const aligned = pronoun === 'he' || pronoun === 'she' ? named.replace(other, upperFirst(pronoun)) : named;
  if (isFirst)
    return aligned.replace(/^(?:he|she)\b/i, upperFirst(person)).replace(/^(?:his|her)\b/i, upperFirst(`${person}'s`));
  const subject = pronoun === 'he' || pronoun === 'she' ? upperFirst(pronoun) : null;
  return subject === null
    ? aligned
    : aligned
        .replace(new RegExp(`^${person}(?!['’]s)\\b`, 'i'), subject)
        .replace(new RegExp(`^${person}['’]s\\b`, 'i'), pronoun === 'he' ? 'His' : 'Her');
};

/** Every full date inside the statement in the letter's own style. */
const inOneStyle = (text: string, style: DateStyle, latest: PartialDate | undefined): string =>
  latest === undefined
    ? text
    : findDates(text, { latest })
        .filter(({ precision, text: words }) => precision === 'day' && /\d{2,4}\W*$/.test(words))
        .reduceRight(
          (words, { start, end, date }) => words.slice(0, start) + writeDate(date, style) + words.slice(end),
          text,
        );

const dated = (text: string, date: PartialDate, style: DateStyle): string =>
  `${precisionOf(date) === 'day' ? 'On' : 'In'} ${writeDate(date, style)}, ${lowerFirst(text)}`;

/** The same statement of one day, found in several places, is one sentence with the sources of all. */
const mergeSame = (sentences: readonly ComposedSentence[]): ComposedSentence[] =>
  [...Map.groupBy(sentences, ({ text }) => text).values()].map((same) => ({
    text: same[0]?.text ?? '',
    sources: union(same.map(({ sources }) => sources)),
    entries: same.flatMap(({ entries }) => entries),
  }));

const opensDay = (date: PartialDate | null, first: Entry | undefined): boolean =>
  date !== null && first !== undefined && first.date !== null;

/** The entries whose sentences begin with their date, for they are the first of their day. */
export const openingEntries = (entries: readonly Entry[]): ReadonlySet<EntryId> =>
  new Set(
    gatherDays(entries).flatMap(({ date, entries: [first] }) =>
      first !== undefined && opensDay(date, first) ? [first.id] : [],
    ),
  );

/**
 * Accepted entries as prose in date order, one sentence an entry, in the manner of a determination letter: the first
 * sentence of a day begins with its date, the others go without; past tense and one word for the person throughout. An
 * empty statement gives no sentence.
 */
export const composeSummary = (entries: readonly Entry[], style: SummaryStyle): ComposedSentence[] => {
  let isFirst = true;
  const latest = entries
    .map(({ date }) => date)
    .filter((date) => date !== null)
    .sort(compareDates)
    .at(-1);
  return gatherDays(entries).flatMap(({ date, entries: ofDay }) => {
    const statements = mergeSame(
      ofDay.map((entry) => ({
        text: upperFirst(withFullStop(inOneStyle(foldSpace(entry.text), style.dateStyle, latest))),
        sources: entry.sources,
        entries: [entry.id],
      })),
    );
    return statements.map((statement, index) => {
      const text = inOneVoice(statement.text, style, isFirst);
      isFirst = isFirst && !text.toLowerCase().includes(style.personWord.toLowerCase());
      return {
        ...statement,
        text: date !== null && index === 0 && opensDay(date, ofDay[0]) ? dated(text, date, style.dateStyle) : text,
      };
    });
  });
};
