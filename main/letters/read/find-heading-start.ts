import { splitSentences } from '../../../shared/split-sentences.ts';
import { letterLines, paragraphStarts, type LetterLine } from './letter-lines.ts';

const endsSentence = (line: string): boolean => /[.?!]["'”’)\]]*$/u.test(line);

/**
 * The second half of a partial request, whose first sentence ("... was the original request.") must stand before it.
 */
const isSecondHalf = (words: string): boolean =>
  /remaining IMR eligible|leaving the original\s+request|authorized by the Claims/iu.test(words) &&
  !/was\s+the\s+original\s+request/iu.test(words);

const isHeading = (text: string, line: LetterLine): boolean => !isSecondHalf(text.slice(line.start));

const bySentence = (text: string): number => {
  const sentences = splitSentences(text);
  return sentences.findLast(({ start }) => !isSecondHalf(text.slice(start)))?.start ?? sentences.at(-1)?.start ?? 0;
};

/**
 * Where an item's heading begins in `text`, which holds the rationale before it and then the heading to its end: at the
 * last paragraph that follows a finished sentence, or else at the last paragraph, line or sentence that can begin one.
 */
export const findHeadingStart = (text: string): number => {
  const lines = letterLines(text);
  const starts = paragraphStarts(lines);
  const can = (index: number): boolean => index > 0 && lines[index] !== undefined && isHeading(text, lines[index]);
  const follows = (index: number): boolean => endsSentence(lines[index - 1]?.text ?? '');
  const paragraph = lines.findLastIndex((_, index) => can(index) && starts[index] === true && follows(index));
  const line = lines.findLastIndex((_, index) => can(index) && follows(index));
  const anyParagraph = lines.findLastIndex((_, index) => can(index) && starts[index] === true);
  const found = [paragraph, line, anyParagraph].find((index) => index > 0);
  return found === undefined ? bySentence(text) : (lines[found]?.start ?? 0);
};
