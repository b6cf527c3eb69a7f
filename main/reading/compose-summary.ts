import { findDates } from '../../shared/find-dates.ts';
import type { Entry } from '../../shared/entry.ts';
import type { EntryId } from '../../shared/ids.ts';
import { foldSpace } from '../../shared/letter.ts';
import { compareDates, precisionOf, type PartialDate } from '../../shared/partial-date.ts';
import { fillPattern, type SentencePatterns } from '../../shared/sentence-patterns.ts';
import type { SummaryOrder } from '../../shared/settings.ts';
import type { Sentence } from '../../shared/summary.ts';
import { joinStatements, listed } from './prose/join-statements.ts';
import { diagnosisIn, overviewRank } from './prose/overview.ts';
import { NO_CONTEXT, opensDay, planSummary, type ComposeContext, type Day } from './prose/plan-summary.ts';
import { wordScores, type TherapyCourse } from './prose/therapy-course.ts';
import { voiceOf, type Voice } from './prose/voice.ts';
import { lowerFirst, upperFirst, withFullStop } from './sentence-case.ts';
import { union } from './sentence-origins.ts';
import { writeDate, type DateStyle } from './write-date.ts';

/** How the whole summary speaks: one word for the person, one date style, the pronoun where the sex is known. */
export type SummaryStyle = {
  /** `injured worker`, `patient`, `applicant`, `claimant`. */
  readonly personWord: string;
  readonly dateStyle: DateStyle;
  readonly pronoun?: 'he' | 'she' | null;
  /** In date order, or each topic by itself; in date order where it is not said. */
  readonly order?: SummaryOrder;
  readonly patterns?: SentencePatterns;
};

/** A sentence as composed from entries, before it stands in the summary. */
export type ComposedSentence = Omit<Sentence, 'id'>;

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

const dated = (text: string, date: PartialDate, { dateStyle, patterns = {} }: SummaryStyle): string =>
  precisionOf(date) === 'day'
    ? fillPattern('day', patterns, { date: writeDate(date, dateStyle), statement: lowerFirst(text) })
    : `In ${writeDate(date, dateStyle)}, ${lowerFirst(text)}`;

/** The same statement of one day, found in several places, is one sentence with the sources of all. */
const mergeSame = (sentences: readonly ComposedSentence[]): ComposedSentence[] =>
  [...Map.groupBy(sentences, ({ text }) => text).values()].map((same) => ({
    text: same[0]?.text ?? '',
    sources: union(same.map(({ sources }) => sources)),
    entries: same.flatMap(({ entries }) => entries),
  }));

/** The entries whose sentences begin with their date, for they are the first of their day. */
export const openingEntries = (
  entries: readonly Entry[],
  style: SummaryStyle,
  context: ComposeContext = NO_CONTEXT,
): ReadonlySet<EntryId> =>
  new Set(
    planSummary(entries, style.order ?? 'date', context).blocks.flatMap((block) => {
      if (!('day' in block)) return [];
      const [first] = block.day.entries;
      return first !== undefined && opensDay(block.day.date, first) ? [first.id] : [];
    }),
  );

const wordDiagnoses = (diagnoses: readonly Entry[], patterns: SentencePatterns): ComposedSentence => {
  const names = diagnoses.map((entry) => diagnosisIn(entry) ?? '');
  // One that another begins with is told by that one: "impingement" by "impingement, rule out a tear".
  const isToldBy = (name: string, at: number, other: string, otherAt: number): boolean =>
    name.toLowerCase() === other.toLowerCase()
      ? otherAt < at
      : other.toLowerCase().startsWith(name.toLowerCase()) && /^(?:,| and\b)/.test(other.slice(name.length));
  const own = names.filter((name, at) => !names.some((other, otherAt) => isToldBy(name, at, other, otherAt)));
  return {
    text: fillPattern('diagnoses', patterns, { diagnoses: listed(own) }),
    sources: union(diagnoses.map(({ sources }) => sources)),
    entries: diagnoses.map(({ id }) => id),
  };
};

const wordCourse = (course: TherapyCourse, { dateStyle, patterns = {} }: SummaryStyle): ComposedSentence => ({
  text: fillPattern('course', patterns, {
    from: writeDate(course.from, dateStyle),
    to: writeDate(course.to, dateStyle),
    visits: String(course.visits),
    service: course.service,
    scores: wordScores(course, dateStyle),
  }),
  sources: union(course.entries.map(({ sources }) => sources)),
  entries: course.entries.map(({ id }) => id),
});

/** The sentences of a day; `isDated` where the first begins with its date. */
const wordDay = (
  { date, entries }: Day,
  isDated: boolean,
  say: Voice,
  {
    style,
    latest,
    held,
  }: { readonly style: SummaryStyle; readonly latest: PartialDate | undefined } & Pick<ComposeContext, 'held'>,
): ComposedSentence[] => {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const statements = mergeSame(
    entries.map((entry) => ({
      text: upperFirst(withFullStop(inOneStyle(foldSpace(entry.text), style.dateStyle, latest))),
      sources: entry.sources,
      entries: [entry.id],
    })),
  ).flatMap((sentence) => {
    const entry = sentence.entries.map((id) => byId.get(id)).find((one) => one !== undefined);
    return entry === undefined ? [] : [{ ...sentence, entry }];
  });
  const joined = joinStatements(statements, (a, b) => held.get(a.entry.id) !== held.get(b.entry.id));
  return joined.map(({ parts, text, isFindings }, index) => {
    const opens = isDated && index === 0 && opensDay(date, entries[0]) ? date : null;
    const worded =
      isFindings && opens === null
        ? fillPattern('findings', style.patterns ?? {}, { findings: lowerFirst(text) })
        : withFullStop(text);
    const spoken = say(upperFirst(worded));
    return {
      text: opens === null ? spoken : dated(spoken, opens, style),
      sources: union(parts.map(({ sources }) => sources)),
      entries: parts.flatMap((part) => part.entries),
    };
  });
};

/**
 * Accepted entries as prose, in the manner of a determination letter: the opening, where it can be made (who the person
 * is, the injury, the diagnoses, the treatment to date), then what happened in date order or by topic. The first
 * sentence of a day begins with its date, the others go without; what belongs together is told in one sentence; past
 * tense and one word for the person throughout. Every entry stands in exactly one sentence, one without words in none.
 */
export const composeSummary = (
  entries: readonly Entry[],
  style: SummaryStyle,
  context: ComposeContext = NO_CONTEXT,
): ComposedSentence[] => {
  const { patterns = {} } = style;
  const { held } = context;
  const latest = entries
    .map(({ date }) => date)
    .filter((date) => date !== null)
    .sort(compareDates)
    .at(-1);
  const say = voiceOf(style);
  const plan = planSummary(entries, style.order ?? 'date', context);
  const ofOpening = (chosen: (entry: Entry) => boolean): ComposedSentence[] =>
    plan.opening
      .filter(chosen)
      .map(({ id, text, sources }) => ({ text: say(text), sources: union([sources]), entries: [id] }));
  const isOfPerson = (entry: Entry): boolean => overviewRank(entry) === 0;
  return [
    ...ofOpening(isOfPerson),
    ...wordDay({ date: null, entries: plan.injury }, false, say, { style, latest, held }),
    ...[...Map.groupBy(plan.diagnoses, ({ id }) => held.get(id)).values()].map((own) => wordDiagnoses(own, patterns)),
    ...ofOpening((entry) => !isOfPerson(entry)),
    ...plan.blocks.flatMap((block) =>
      'day' in block ? wordDay(block.day, true, say, { style, latest, held }) : [wordCourse(block.course, style)],
    ),
  ];
};
