import { foldSpace } from '../../../shared/letter.ts';
import { splitSentences } from '../../../shared/split-sentences.ts';
import type { Sentence } from '../../../shared/summary.ts';

export type PlacedSentence = {
  readonly sentence: Sentence;
  readonly number: number;
  readonly start: number;
  readonly end: number;
};

/** The summary as one text, as the letter prints it. */
export const textOfSummary = (sentences: readonly Sentence[]): string => sentences.map(({ text }) => text).join(' ');

/** Where each saved sentence stands in the text that is being edited; one that was changed since then is left out. */
export const placeSentences = (text: string, sentences: readonly Sentence[]): PlacedSentence[] => {
  const waiting = sentences.map((sentence, index) => ({
    sentence,
    number: index + 1,
    words: foldSpace(sentence.text),
  }));
  return splitSentences(text).flatMap(({ start, end, text: found }) => {
    const at = waiting.findIndex(({ words }) => words === foldSpace(found));
    if (at < 0) return [];
    const [{ sentence, number } = { sentence: undefined, number: 0 }] = waiting.splice(0, at + 1).slice(-1);
    return sentence ? [{ sentence, number, start, end }] : [];
  });
};

/** How many words a text has. */
export const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;
