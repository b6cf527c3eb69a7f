import { measureText } from '../layout/measure-text.ts';

/** A line of a letter's text. `gap` counts the empty lines before it; `start` is its place in the text. */
export type LetterLine = { readonly text: string; readonly start: number; readonly gap: number };

/** Text width of the published letters: 8.5 inches less two margins of one inch. */
const PAGE_WIDTH = 468;
const SIZE = 12;
/** Below this much room at the end of a line nobody can tell why it ended. */
const TOLERANCE = 6;

/** The lines that hold words, with their places. */
export const letterLines = (text: string): LetterLine[] => {
  const lines: LetterLine[] = [];
  let [start, empty] = [0, 0];
  for (const raw of text.split('\n')) {
    const words = raw.trim();
    if (words !== '') lines.push({ text: words, start: start + raw.indexOf(words), gap: empty });
    empty = words === '' ? empty + 1 : 0;
    start += raw.length + 1;
  }
  return lines;
};

const usualGap = (lines: readonly LetterLine[]): number => {
  const counts = new Map<number, number>();
  for (const { gap } of lines.slice(1)) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
};

/** True where the writer broke the line: the next word, even in bold, would still have found room on it. */
const hadRoom = (line: string, next: string): boolean => {
  const firstWord = next.split(/\s/u)[0] ?? '';
  return measureText(`${line} ${firstWord}`, 'serif-bold', SIZE) < PAGE_WIDTH - TOLERANCE;
};

/**
 * For each line whether a paragraph begins with it: after more than the usual gap, or after a line that had room left.
 */
export const paragraphStarts = (lines: readonly LetterLine[]): boolean[] => {
  const gap = usualGap(lines);
  const isUnwrapped = lines.some(({ text }) => measureText(text, 'serif', SIZE) > PAGE_WIDTH * 1.3);
  return lines.map(({ text, gap: own }, index) => {
    const before = lines[index - 1];
    return before === undefined || isUnwrapped || own > gap || hadRoom(before.text, text);
  });
};
