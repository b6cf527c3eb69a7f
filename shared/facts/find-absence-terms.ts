import { ABSENCE_TERMS, type AbsenceTerm } from './absence-terms.ts';

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** A wording as a text has it: anything but letters and figures between its words. */
const patternOf = (wording: string, between: string): string => {
  const words = wording.match(/[\p{L}\p{N}]+/gu) ?? [];
  return `(?<![\\p{L}\\p{N}])${words.map((word) => Array.from(word, escape).join(between)).join('[^\\p{L}\\p{N}]+')}${wording.endsWith('*') ? '\\p{L}*' : ''}(?![\\p{L}\\p{N}])`;
};

/** What finds any of the wordings in a text, the longest first; `between` is what may part the letters of a word. */
export const wordingPattern = (wordings: readonly string[], between = ''): RegExp =>
  new RegExp(
    [...wordings]
      .sort((a, b) => b.length - a.length)
      .map((wording) => patternOf(wording, between))
      .join('|'),
    'giu',
  );

const PATTERNS = ABSENCE_TERMS.map((term) => [term, wordingPattern(term.wordings)] as const);

/** A term that a text names, with the words that name it and where they stand. */
type NamedTerm = { readonly term: AbsenceTerm; readonly words: string; readonly at: number };

/** The terms that a text names, each once, in the order of the text. */
export const absenceTermsIn = (text: string): NamedTerm[] =>
  PATTERNS.flatMap(([term, pattern]) => {
    const [match] = text.matchAll(pattern);
    return match === undefined ? [] : [{ term, words: match[0], at: match.index }];
  }).sort((a, b) => a.at - b.at);
