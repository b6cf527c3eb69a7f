import type { Sentence } from '../../../shared/summary.ts';

export type PlacedSentence<T extends Sentence = Sentence> = {
  readonly sentence: T;
  readonly number: number;
  readonly start: number;
  readonly end: number;
};

/** The summary as one text, as the letter prints it. */
export const textOfSummary = (sentences: readonly Sentence[]): string => sentences.map(({ text }) => text).join(' ');

/** A text with its white space folded, and where each of its characters stands in it. */
const foldedText = (text: string): { readonly folded: string; readonly places: readonly number[] } => {
  const words = [...text.matchAll(/[^\s\u00a0]+/gu)];
  const folded = words.map(([word]) => word).join(' ');
  const places = words.flatMap(({ 0: word, index }, at) => [
    ...(at === 0 ? [] : [index - 1]),
    ...Array.from(word.split(''), (_, offset) => index + offset),
  ]);
  return { folded, places };
};

const isAlone = (text: string, start: number, end: number): boolean =>
  (start === 0 || text[start - 1] === ' ') && (end === text.length || text[end] === ' ');

/**
 * Where each saved sentence stands in the text that is being edited, in order; one that was changed since then is left
 * out.
 */
export const placeSentences = <T extends Sentence>(text: string, sentences: readonly T[]): PlacedSentence<T>[] => {
  const { folded, places } = foldedText(text);
  let from = 0;
  return sentences.flatMap((sentence, index) => {
    const words = sentence.text.trim();
    let start = folded.indexOf(words, from);
    while (start >= 0 && !isAlone(folded, start, start + words.length)) start = folded.indexOf(words, start + 1);
    if (start < 0 || words === '') return [];
    from = start + words.length;
    return [{ sentence, number: index + 1, start: places[start] ?? 0, end: (places[from - 1] ?? 0) + 1 }];
  });
};

/** How many words a text has. */
export const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;
