import { splitSentences } from '../../../shared/split-sentences.ts';

const isBlank = (text: string, index: number): boolean => /\s/.test(text.charAt(index));

/** The start of the word after `offset`, or the end of the text. */
export const nextWord = (text: string, offset: number): number => {
  let at = offset;
  while (at < text.length && !isBlank(text, at)) at += 1;
  while (at < text.length && isBlank(text, at)) at += 1;
  return at;
};

/** The start of the word before `offset`, or 0. */
export const previousWord = (text: string, offset: number): number => {
  let at = offset;
  while (at > 0 && isBlank(text, at - 1)) at -= 1;
  while (at > 0 && !isBlank(text, at - 1)) at -= 1;
  return at;
};

/** The word that stands at `offset`: its start and end. */
export const wordAround = (text: string, offset: number): readonly [start: number, end: number] => {
  let start = offset;
  let end = offset;
  while (start > 0 && !isBlank(text, start - 1)) start -= 1;
  while (end < text.length && !isBlank(text, end)) end += 1;
  return [start, end];
};

/** The sentence that stands at `offset`, without the blanks around it. */
export const sentenceAround = (text: string, offset: number): readonly [start: number, end: number] => {
  const sentence = splitSentences(text).find(({ end }) => end >= offset);
  return sentence ? [sentence.start, sentence.end] : trimRange(text, offset, text.length);
};

/** A range without the blanks at its ends; empty ranges stay where they start. */
export const trimRange = (text: string, start: number, end: number): readonly [start: number, end: number] => {
  let from = start;
  let to = end;
  while (from < to && isBlank(text, from)) from += 1;
  while (to > from && isBlank(text, to - 1)) to -= 1;
  return [from, to];
};

/** One character on (by code point, so that no emoji is cut in two). */
export const nextCharacter = (text: string, offset: number): number =>
  Math.min(text.length, offset + ((text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1));

/** One character back. */
export const previousCharacter = (text: string, offset: number): number => {
  const isPair = offset >= 2 && (text.codePointAt(offset - 2) ?? 0) > 0xffff;
  return Math.max(0, offset - (isPair ? 2 : 1));
};
