import { ABSENCE_TERMS, type AbsenceTerm } from './absence-terms.ts';

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/**
 * Letters and figures of the languages that records are written in: with those of all languages (`\\p{L}`) each pattern
 * took twenty milliseconds to be made.
 */
const SIGNS = 'a-z\\d\\u00c0-\\u024f';

/** A wording as a text has it: anything but letters and figures between its words. */
const patternOf = (wording: string, between: string): string => {
  const words = wording.match(/[\p{L}\p{N}]+/gu) ?? [];
  return `${words.map((word) => Array.from(word, escape).join(between)).join(`[^${SIGNS}]+`)}${wording.endsWith('*') ? `[${SIGNS}]*` : ''}`;
};

/** What finds any of the wordings in a text, the longest first; `between` is what may part the letters of a word. */
export const wordingPattern = (wordings: readonly string[], between = ''): RegExp => {
  const all = [...wordings].sort((a, b) => b.length - a.length).map((wording) => patternOf(wording, between));
  return new RegExp(`(?<![${SIGNS}])(?:${all.filter((one) => one !== '').join('|') || '(?!)'})(?![${SIGNS}])`, 'giu');
};

const PATTERNS = ABSENCE_TERMS.map((term) => [term, wordingPattern(term.wordings)] as const);

/** A term that a text names, with the words that name it and where they stand. */
type NamedTerm = { readonly term: AbsenceTerm; readonly words: string; readonly at: number };

/** The terms that a text names, each once, in the order of the text. */
export const absenceTermsIn = (text: string): NamedTerm[] =>
  PATTERNS.flatMap(([term, pattern]) => {
    pattern.lastIndex = 0;
    const match = pattern.exec(text);
    return match === null ? [] : [{ term, words: match[0], at: match.index }];
  }).sort((a, b) => a.at - b.at);
