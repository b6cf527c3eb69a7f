import type { Drift } from '../../../shared/drift.ts';
import type { PartialDate } from '../../../shared/partial-date.ts';
import { remember } from '../../../shared/remember.ts';
import type { LeftOut, Sentence, ShownSentence, StoredSentence } from '../../../shared/summary.ts';
import { findDrift } from '../../reading/drift/find-drift.ts';
import { entriesLeftOut, wordsLeftOut } from '../../reading/left-out.ts';
import { citedSentence, entriesOf, isTouched } from '../../reading/sentence-origins.ts';
import { rankIn, standingOf, timelineOf, type Timeline } from '../../reading/update-summary.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { entriesIn } from '../../store/entries.ts';
import { listLeftOut, listSentences } from '../../store/sentences.ts';
import { summaryStyle } from './summary-style.ts';

/** The sentences of the summary, each with the sources that it rests on as it reads now. */
export const citedSentences = (file: ReadCase): Sentence[] => listSentences(file).map(citedSentence);

type CheckedSentence = Sentence & { readonly offered: string | null; readonly drift: readonly Drift[] };

/** Sentences and entries of some long cases: what was found in them stays while they do. */
const SENTENCES = 2000;
const driftOf = remember(SENTENCES, (key): readonly Drift[] =>
  findDrift(...(JSON.parse(key) as Parameters<typeof findDrift>)),
);

/** The summary as the checks see it; `latest` is the last day that a date in it may mean. */
export const checkedSentences = (file: ReadCase, latest: PartialDate): CheckedSentence[] => {
  const timeline = readTimeline(file);
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

/** The accepted entries of a case but those that the reviewer left out of the summary, and the sentences that they make. */
export const readTimeline = (file: ReadCase, leftOut: readonly StoredSentence[] = listLeftOut(file)): Timeline => {
  const unsaid = leftOut.length === 0 ? new Set() : entriesLeftOut(leftOut, listSentences(file));
  return timelineOf(
    entriesIn(file, 'accepted').filter(({ id }) => !unsaid.has(id)),
    () => summaryStyle(file),
  );
};

/** The sentences that the reviewer took out of the summary and whose entries are accepted, in the timeline's words of today. */
export const showLeftOut = (file: ReadCase): LeftOut[] => {
  const leftOut = standingLeftOut(file);
  if (leftOut.length === 0) return [];
  const timeline = readTimeline(file, []);
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
export const standingLeftOut = (file: ReadCase): StoredSentence[] => {
  const leftOut = listLeftOut(file);
  if (leftOut.length === 0) return [];
  const unsaid = entriesLeftOut(leftOut, listSentences(file));
  const accepted = new Set(entriesIn(file, 'accepted').map(({ id }) => id));
  return leftOut.filter((sentence) => entriesOf(sentence).some((entry) => unsaid.has(entry) && accepted.has(entry)));
};

/** The summary as it is shown: each sentence with how it stands to the timeline. */
export const showSummary = (file: ReadCase): ShownSentence[] => {
  const sentences = listSentences(file);
  const timeline = readTimeline(file);
  return sentences.map((sentence) => ({
    ...citedSentence(sentence),
    isTouched: isTouched(sentence),
    ...standingOf(sentence, sentences, timeline),
  }));
};
