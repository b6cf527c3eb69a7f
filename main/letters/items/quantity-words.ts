import { NUMBER_WORDS } from '../../../shared/number-words.ts';

const WORDS = [
  ...NUMBER_WORDS,
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
];
const LARGE: Readonly<Record<string, number>> = { thirty: 30, forty: 40, sixty: 60, ninety: 90 };
/** A number as requests write it, in digits or spelled out, the pattern's one group; a repetition in brackets after it. */
export const NUMBER = `(\\d{1,4}(?:\\.\\d+)?|${[...WORDS.slice(1), ...Object.keys(LARGE)].join('|')})(?:\\s?\\(\\d{1,4}\\))?`;

/** The number that {@link NUMBER} found. */
export const numberOf = (words: string): number => {
  const lower = words.toLowerCase();
  const spelled = WORDS.indexOf(lower);
  return LARGE[lower] ?? (spelled >= 0 ? spelled : Number(lower));
};
