import type { SeenWord } from './recogniser.ts';

/**
 * The worth of what was read: the confidence of its words by their length, 0 to 100; how many letters stand in words
 * that look like words; and how many of those in words that were also seen clearly, which noise hardly ever gives. Words
 * that run up or down count for nothing: the recogniser reads those too, and a page lies wrong that is full of them.
 */
export type Worth = { readonly confidence: number; readonly letters: number; readonly sound: number };

const CLEARLY = 60;

/** Whether a word has the look of one: three letters or digits and no more odd characters than that. */
const looksRight = ({ text }: SeenWord): boolean =>
  (text.match(/[A-Za-z0-9]/g)?.length ?? 0) >= Math.max(3, text.length * 0.6);

/** Whether a word runs up or down the picture: no level one of so many letters is taller than it is wide. */
const isUpended = ({ text, left, top, right, bottom }: SeenWord): boolean =>
  text.length >= 4 && bottom - top > (right - left) * 1.2;

const lengthOf = (words: readonly SeenWord[]): number => words.reduce((sum, { text }) => sum + text.length, 0);

/** Weighs what was read. */
export const worthOf = (seen: readonly SeenWord[]): Worth => {
  const words = seen.filter((word) => !isUpended(word));
  const all = lengthOf(words);
  const weighed = words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0);
  const right = words.filter(looksRight);
  return {
    confidence: all === 0 ? 0 : weighed / all,
    letters: lengthOf(right),
    sound: lengthOf(right.filter(({ confidence }) => confidence >= CLEARLY)),
  };
};

/** Fewer letters than this may have been read by chance. */
const ENOUGH = 40;
/** What is read with this confidence lies the right way up: upside down it stays far below. */
const UPRIGHT = 72;
/** What is read like this needs no other treatment. */
const SURE = 88;

export const isUpright = ({ confidence, letters }: Worth): boolean => confidence >= UPRIGHT && letters >= ENOUGH;
export const isSure = ({ confidence, letters }: Worth): boolean => confidence >= SURE && letters >= ENOUGH;
export const isSound = ({ sound }: Worth): boolean => sound >= ENOUGH;

/** Which of two ways of reading the same thing gives more: measured to agree best with the words that are true. */
export const readsBetter = (a: Worth, b: Worth): boolean => a.confidence * a.letters > b.confidence * b.letters;
/** Which of two ways up is more likely: noise gives letters, but few that are seen clearly. */
export const liesBetter = (a: Worth, b: Worth): boolean => a.confidence * a.sound > b.confidence * b.sound;
