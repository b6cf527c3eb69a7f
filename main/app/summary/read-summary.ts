import type { Sentence, ShownSentence } from '../../../shared/summary.ts';
import { citedSentence, isTouched } from '../../reading/sentence-origins.ts';
import { standingOf, timelineOf, type Timeline } from '../../reading/update-summary.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { acceptedEntries } from '../../store/entries.ts';
import { listSentences } from '../../store/sentences.ts';
import { summaryStyle } from './summary-style.ts';

/** The sentences of the summary, each with the sources that it rests on as it reads now. */
export const citedSentences = (file: ReadCase): Sentence[] => listSentences(file).map(citedSentence);

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
