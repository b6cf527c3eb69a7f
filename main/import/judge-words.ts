import { isKnownWord } from './known-words.ts';

/** Words that make up a quarter of any English prose. */
const COMMON: ReadonlySet<string> = new Set(
  'the of and to in a is was for with on at by he she his her not no or as be has had from this that are it an patient date pain'.split(
    ' ',
  ),
);

/** A text with such a share of common words is English as it stands. */
const PLAINLY = 0.22;
/** Words that are judged at most, spread over the text. */
const SAMPLE = 120;

const bareWord = (text: string): string => text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

const sampleOf = (texts: readonly string[]): string[] => {
  const step = Math.max(1, Math.floor(texts.length / SAMPLE));
  return texts.filter((_, at) => at % step === 0).map(bareWord);
};

/** A word of three letters at least that is neither a name's initials nor a number with a unit. */
const isWordLike = (word: string): boolean => word.length >= 3 && /^\p{L}/u.test(word);

/** A name of two parts, or a degree, has a capital within; the plural of an abbreviation ends in a small letter. */
const OWN_CAPITALS = /^(?:Ma?c|D[ei]|L[ae]|Van|O['\u2019]|Ph)\p{Lu}|^\p{Lu}{2,}['\u2019]?[sd]$/u;

/** Capitals behind small letters, or digits among letters: no writer's hand does that. */
const isMixed = (word: string): boolean =>
  /\p{Ll}\p{Lu}|^\p{Lu}{2,}\p{Ll}|\p{Ll}\d\p{Ll}|\p{L}\d\p{Ll}{2}/u.test(word) && !OWN_CAPITALS.test(word);

const isGood = (word: string): boolean => {
  if (isMixed(word)) return false;
  const parts = word.toLowerCase().split(/[-/\u2013.,]/u);
  return parts.every((part) => part.length < 3 || !/^\p{L}+$/u.test(part) || isKnownWord(part));
};

/**
 * Share, 0 to 1, of the words of a text that stand in the spelling lists; null where there are too few to tell, or where
 * the text is plainly not in Latin letters.
 */
export const knownShare = (texts: readonly string[], least = 12): number | null => {
  const words = sampleOf(texts).filter(isWordLike);
  if (words.length < least) return null;
  if (words.filter((word) => /^[\u0000-\u024f\u2019-]+$/u.test(word)).length < words.length * 0.5) return null;
  return words.filter(isGood).length / words.length;
};

/** Whether a text needs no look into the spelling lists: it has the common words of English, and none is garbled. */
export const isPlainEnglish = (texts: readonly string[]): boolean => {
  const words = sampleOf(texts);
  const common = words.filter((word) => word.length <= 7 && COMMON.has(word.toLowerCase())).length;
  return common >= words.length * PLAINLY && !words.some(isMixed);
};

/** A page of single letters parted by blanks says nothing that can be found. */
export const isSpacedOut = (texts: readonly string[]): boolean =>
  texts.length >= 30 && texts.filter((text) => text.length === 1 && /\p{L}/u.test(text)).length > texts.length * 0.6;

const lettersOf = (words: readonly string[], pattern: RegExp): number =>
  words.reduce((sum, word) => sum + (word.match(pattern)?.length ?? 0), 0);

/** Share of vowels among the letters of any language that is written in Latin letters. */
const VOWELS = { least: 0.27, most: 0.56 } as const;
/** Share of words that no hand would write with such capitals, above which a text is garbled. */
const MIXED = 0.15;
/** Another language has more words than this in common with English. */
const NOTHING = 0.07;

/**
 * Whether a text with few known words is no language at all: its letters are shifted, scrambled or half exchanged, as by
 * a font that maps them wrongly.
 */
export const isNoLanguage = (texts: readonly string[], known: number): boolean => {
  const words = sampleOf(texts).filter(isWordLike);
  const vowels = lettersOf(
    words,
    /[aeiouy\u00c0-\u00c6\u00c8-\u00cf\u00d2-\u00d6\u00d9-\u00e6\u00e8-\u00ef\u00f2-\u00f6\u00f9-\u0173]/giu,
  );
  const share = vowels / Math.max(1, lettersOf(words, /\p{L}/gu));
  return (
    known < NOTHING ||
    share < VOWELS.least ||
    share > VOWELS.most ||
    words.filter(isMixed).length > words.length * MIXED
  );
};
