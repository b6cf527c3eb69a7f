import type { WordSet } from './word-set.ts';
import { keepWords } from './word-set.ts';

/** A comb has so many letters at least. */
const SHORTEST = 5;
/** The steps from letter to letter differ by no more than this share. */
const EVEN = 0.12;
/** A step is so many heights of a letter at most, and so many of its widths at least. */
const WIDEST = 2.6;
const NARROWEST = 1.3;

const middleOf = ({ boxes }: WordSet, word: number): number =>
  ((boxes[word * 4] ?? 0) + (boxes[word * 4 + 2] ?? 0)) / 2;
const widthOf = ({ boxes }: WordSet, word: number): number => (boxes[word * 4 + 2] ?? 0) - (boxes[word * 4] ?? 0);
const heightOf = ({ boxes }: WordSet, word: number): number => (boxes[word * 4 + 3] ?? 0) - (boxes[word * 4 + 1] ?? 0);

/** Numbers that count up are a scale, and one sign again and again is a row of marks: both stay apart. */
const isScale = (letters: readonly string[]): boolean =>
  new Set(letters).size <= 2 ||
  letters.every((letter, at) => at === 0 || letter.charCodeAt(0) === (letters[at - 1] ?? '').charCodeAt(0) + 1);

const isLetter = (words: WordSet, word: number): boolean => /^[\p{L}\p{N}]$/u.test(words.texts[word] ?? '');

/** Letters of a comb stand level, whatever lines they were found in. */
const isLevel = (words: WordSet, word: number, other: number): boolean =>
  Math.abs((words.boxes[word * 4 + 3] ?? 0) - (words.boxes[other * 4 + 3] ?? 0)) < heightOf(words, word) * 0.3;

/** Where the even row of single letters ends that begins with this word; the word itself where there is none. */
const endOfComb = (words: WordSet, from: number): number => {
  if (!isLetter(words, from) || !isLetter(words, from + 1)) return from;
  const step = middleOf(words, from + 1) - middleOf(words, from);
  const height = heightOf(words, from);
  if (step <= 0 || step > WIDEST * height || !isLevel(words, from, from + 1)) return from;
  let to = from + 1;
  let widest = Math.max(widthOf(words, from), widthOf(words, to));
  while (
    isLevel(words, from, to + 1) &&
    isLetter(words, to + 1) &&
    Math.abs(middleOf(words, to + 1) - middleOf(words, to) - step) < EVEN * step
  ) {
    to += 1;
    widest = Math.max(widest, widthOf(words, to));
  }
  return step < NARROWEST * widest ? from : to;
};

/**
 * Joins letters that stand one by one in the boxes of a form, in a row with even steps, to the word that they make.
 */
export const joinCombs = (words: WordSet): WordSet => {
  const texts = [...words.texts];
  const boxes = Float32Array.from(words.boxes);
  const gone = new Set<number>();
  for (let word = 0; word + SHORTEST <= texts.length; word += 1) {
    if ((texts[word] ?? '').length !== 1) continue;
    const to = endOfComb(words, word);
    const letters = words.texts.slice(word, to + 1);
    if (letters.length < SHORTEST || isScale(letters)) continue;
    texts[word] = letters.join('');
    boxes[word * 4 + 2] = boxes[to * 4 + 2] ?? 0;
    for (let joined = word + 1; joined <= to; joined += 1) gone.add(joined);
    word = to;
  }
  return gone.size === 0 ? words : keepWords({ ...words, texts, boxes }, (word) => !gone.has(word));
};
