import type { Drift } from '../../../shared/drift.ts';
import type { PartialDate } from '../../../shared/partial-date.ts';
import { remember } from '../../../shared/remember.ts';
import type { LeftOut, Sentence, ShownSentence, StoredSentence } from '../../../shared/summary.ts';
import type { Entry } from '../../../shared/entry.ts';
import { injuryOf, overviewEntries } from '../../reading/prose/overview.ts';
import { listVisits } from '../../store/visits.ts';
import { readPerson } from './read-person.ts';
import type { SummaryStyle } from '../../reading/compose-summary.ts';
import { findDrift } from '../../reading/drift/find-drift.ts';
import { entriesLeftOut, wordsLeftOut } from '../../reading/left-out.ts';
import { citedSentence, entriesOf, heldEntries, isTouched } from '../../reading/sentence-origins.ts';
import { rankIn, standingOf, timelineOf, type Timeline } from '../../reading/update-summary.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { entriesIn } from '../../store/entries.ts';
import { listLeftOut, listSentences } from '../../store/sentences.ts';
import { summaryStyle, type ProseSettings } from './summary-style.ts';

/** A day that every age is told of where no entry has one. */
const UNDATED = '9999-12-31';

/** The sentences of the summary, each with the sources that it rests on as it reads now. */
export const citedSentences = (file: ReadCase): Sentence[] => listSentences(file).map(citedSentence);

type CheckedSentence = Sentence & { readonly offered: string | null; readonly drift: readonly Drift[] };

/** Sentences and entries of some long cases: what was found in them stays while they do. */
const SENTENCES = 2000;
const driftOf = remember(SENTENCES, (key): readonly Drift[] =>
  findDrift(...(JSON.parse(key) as Parameters<typeof findDrift>)),
);

/** The summary as the checks see it; `latest` is the last day that a date in it may mean. */
export const checkedSentences = (file: ReadCase, latest: PartialDate, settings: ProseSettings): CheckedSentence[] => {
  const timeline = readTimeline(file, settings);
  const sentences = listSentences(file);
  return sentences.map((sentence) => {
    const cited = citedSentence(sentence);
    const entries = cited.entries.flatMap((id) => {
      const { date, dateText, text } = timeline.accepted.get(id) ?? { date: null, dateText: '', text: '' };
      return [{ date, dateText, text }];
    });
    const { offered } = standingOf(sentence, sentences, timeline);
    const { text, sources } = cited;
    return { ...cited, offered, drift: driftOf(JSON.stringify([{ text, sources }, entries, latest])) };
  });
};

/** The last day that accepted entries tell of; `day` where they tell of none. */
const lastDay = (entries: readonly Entry[], day: PartialDate): PartialDate =>
  entries.reduce((last, { date }) => (date !== null && date.length === 10 && date > last ? date : last), '') || day;

/** What the prose of a case is made from: its accepted entries with those of the opening, and how it speaks. */
const readProse = (file: ReadCase, settings: ProseSettings) => {
  const entries = entriesIn(file, 'accepted');
  const visits = new Map(listVisits(file).map((visit) => [visit.id, visit]));
  const person = readPerson(file, injuryOf(entries)?.date ?? null, lastDay(entries, UNDATED));
  const style = summaryStyle(person, settings);
  return { entries: [...overviewEntries({ entries, visits, person }, style), ...entries], visits, style };
};

/** How the summary of a case speaks. */
export const proseStyle = (file: ReadCase, settings: ProseSettings): SummaryStyle => readProse(file, settings).style;

/** The accepted entries of a case with those of the opening, but for what the reviewer left out, and their sentences. */
export const readTimeline = (
  file: ReadCase,
  settings: ProseSettings,
  leftOut: readonly StoredSentence[] = listLeftOut(file),
): Timeline => {
  const sentences = listSentences(file);
  const unsaid = leftOut.length === 0 ? new Set() : entriesLeftOut(leftOut, sentences);
  const { entries, visits, style } = readProse(file, settings);
  return timelineOf(
    entries.filter(({ id }) => !unsaid.has(id)),
    () => style,
    { visits, held: heldEntries(sentences) },
  );
};

/** The sentences that the reviewer took out of the summary and whose entries are accepted, in the timeline's words of today. */
export const showLeftOut = (file: ReadCase, settings: ProseSettings): LeftOut[] => {
  const timeline = readTimeline(file, settings, []);
  const leftOut = standingLeftOut(file, timeline);
  if (leftOut.length === 0) return [];
  const rankOf = rankIn(timeline.composed());
  return leftOut
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .map((sentence) => ({
      id: sentence.origins[0].id,
      text: wordsLeftOut(sentence, timeline),
      entries: entriesOf(sentence),
    }));
};

/** Of the sentences left out those that still are: what they were made from is accepted, and told nowhere else. */
export const standingLeftOut = (file: ReadCase, { accepted }: Timeline): StoredSentence[] => {
  const leftOut = listLeftOut(file);
  if (leftOut.length === 0) return [];
  const unsaid = entriesLeftOut(leftOut, listSentences(file));
  return leftOut.filter((sentence) => entriesOf(sentence).some((entry) => unsaid.has(entry) && accepted.has(entry)));
};

/** The summary as it is shown: each sentence with how it stands to the timeline. */
export const showSummary = (file: ReadCase, settings: ProseSettings): ShownSentence[] => {
  const sentences = listSentences(file);
  const timeline = readTimeline(file, settings);
  return sentences.map((sentence) => ({
    ...citedSentence(sentence),
    isTouched: isTouched(sentence),
    ...standingOf(sentence, sentences, timeline),
  }));
};
