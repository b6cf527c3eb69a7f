import type { SentenceId } from '../../../shared/ids.ts';
import type { Sentence } from '../../../shared/summary.ts';

/** A sentence as composed from accepted entries, before it has an identity. */
export type ComposedSentence = Omit<Sentence, 'id'>;

const sameEntries = (a: Pick<Sentence, 'entries'>, b: Pick<Sentence, 'entries'>): boolean =>
  a.entries.length > 0 && a.entries.length === b.entries.length && a.entries.every((id) => b.entries.includes(id));

/**
 * The summary composed anew, without losing work: a sentence that rests on the same entries is kept as edited, and
 * sentences written by hand keep their place after the sentence that stood before them.
 */
export const mergeSummary = (
  before: readonly Sentence[],
  composed: readonly ComposedSentence[],
  newId: () => SentenceId,
): Sentence[] => {
  const merged = composed.map(
    (sentence): Sentence => before.find((known) => sameEntries(known, sentence)) ?? { ...sentence, id: newId() },
  );
  before.forEach((sentence, at) => {
    if (sentence.entries.length > 0) return;
    const anchor = before
      .slice(0, at)
      .reverse()
      .find((earlier) => merged.some(({ id }) => id === earlier.id));
    const place = anchor === undefined ? 0 : merged.findIndex(({ id }) => id === anchor.id) + 1;
    merged.splice(place, 0, sentence);
  });
  return merged;
};
