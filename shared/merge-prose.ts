import { splitSentences } from './split-sentences.ts';

/** The one stretch in which two texts differ: `start` and `end` count in the first, `text` stands there in the second. */
export type TextChange = { readonly start: number; readonly end: number; readonly text: string };

/** The smallest replacement that makes `after` of `before`; null when they are equal. */
export const changeBetween = (before: string, after: string): TextChange | null => {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < most - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
};

/** The sentences of the text that a change touches, as one stretch of it. */
const stretchOf = (text: string, { start, end }: TextChange): { readonly start: number; readonly end: number } => {
  const touched = splitSentences(text).filter((sentence) => sentence.start <= end && sentence.end >= start);
  return {
    start: Math.min(start, ...touched.map((one) => one.start)),
    end: Math.max(end, ...touched.map((one) => one.end)),
  };
};

/** A text with the changes that two have made of it at once; null where both have changed the same sentence. */
export const mergeProse = (base: string, mine: string, theirs: string): string | null => {
  const [one, other] = [changeBetween(base, mine), changeBetween(base, theirs)];
  if (one === null || mine === theirs) return theirs;
  if (other === null) return mine;
  const [first, second] = [stretchOf(base, one), stretchOf(base, other)];
  if (first.start < second.end && second.start < first.end) return null;
  if (first.start === second.start) return null;
  const [early, late] = one.start < other.start ? [one, other] : [other, one];
  return base.slice(0, early.start) + early.text + base.slice(early.end, late.start) + late.text + base.slice(late.end);
};
