import type { Drift } from '../../../shared/drift.ts';
import type { PartialDate } from '../../../shared/partial-date.ts';
import { remember } from '../../../shared/remember.ts';
import type { Sentence, ShownSentence } from '../../../shared/summary.ts';
import { findDrift } from '../../reading/drift/find-drift.ts';
import { citedSentence, isTouched } from '../../reading/sentence-origins.ts';
import { standingOf, timelineOf, type Timeline } from '../../reading/update-summary.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { acceptedEntries } from '../../store/entries.ts';
import { listSentences } from '../../store/sentences.ts';
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

/** The accepted entries of a case, and the sentences that they make. */
export const readTimeline = (file: ReadCase): Timeline => timelineOf(acceptedEntries(file), () => summaryStyle(file));

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
