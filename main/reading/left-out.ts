import type { EntryId, SentenceId } from '../../shared/ids.ts';
import type { Origin, StoredSentence } from '../../shared/summary.ts';
import { entriesOf } from './sentence-origins.ts';
import { composedAs, insertByRank, rankIn, type Timeline } from './update-summary.ts';

const entriesIn = (sentences: readonly StoredSentence[]): ReadonlySet<EntryId> => new Set(sentences.flatMap(entriesOf));

/** What an edit took out of the prose: the origins of which no entry is told any more. */
export const takenOut = (before: readonly StoredSentence[], after: readonly StoredSentence[]): Origin[] => {
  const told = entriesIn(after);
  return before
    .flatMap(({ origins }) => origins)
    .filter(({ basis }) => basis.length > 0 && basis.every(({ entry }) => !told.has(entry)));
};

/** The entries of the sentences left out that no other sentence tells. */
export const entriesLeftOut = (
  leftOut: readonly StoredSentence[],
  sentences: readonly StoredSentence[],
): ReadonlySet<EntryId> => {
  const told = entriesIn(sentences);
  return new Set([...entriesIn(leftOut)].filter((entry) => !told.has(entry)));
};

/** What the timeline says today of the entries of a sentence that was left out. */
export const wordsLeftOut = (sentence: StoredSentence, { composed }: Timeline): string => {
  const own = new Set(entriesOf(sentence));
  return composed()
    .filter(({ entries }) => entries.some((entry) => own.has(entry)))
    .map(({ text }) => text)
    .join(' ');
};

/**
 * The summary with these left-out sentences in it again, as the timeline says them today, each at its place in date
 * order.
 */
export const putBack = (
  sentences: readonly StoredSentence[],
  leftOut: readonly StoredSentence[],
  timeline: Timeline,
  newId: () => SentenceId,
): StoredSentence[] => {
  const composed = timeline.composed();
  const rankOf = rankIn(composed);
  const wanted = entriesLeftOut(leftOut, sentences);
  return composed
    .filter(({ entries }) => entries.some((entry) => wanted.has(entry)))
    .reduce<StoredSentence[]>(
      (list, piece) => insertByRank(list, composedAs(newId(), piece, timeline), rankOf),
      [...sentences],
    );
};
