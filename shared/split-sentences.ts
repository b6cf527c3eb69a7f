/** A sentence of a text: `text` is `source.slice(start, end)`, trimmed. */
export type SentenceInText = { readonly start: number; readonly end: number; readonly text: string };

/** Never ends a sentence, whatever follows. */
const BEFORE_NAME = new Set([
  'dr',
  'drs',
  'mr',
  'mrs',
  'ms',
  'prof',
  'st',
  'vs',
  'v',
  'e.g',
  'i.e',
  'cf',
  'viz',
  'ca',
  'approx',
  'dept',
  'fig',
  'figs',
  'sec',
  'secs',
  'ch',
  'eq',
  'ext',
  'attn',
  'rev',
  'al',
]);
/** Ends a sentence unless a number follows: `No. 3`, `Oct. 3`, `p. 607`. */
const BEFORE_NUMBER = new Set([
  'no',
  'nos',
  'nr',
  'pg',
  'pgs',
  'p',
  'pp',
  'vol',
  'art',
  'jan',
  'feb',
  'mar',
  'apr',
  'jun',
  'jul',
  'aug',
  'sep',
  'sept',
  'oct',
  'nov',
  'dec',
  'ed',
  'mg',
  'ml',
  'mm',
  'cm',
  'cc',
  'lb',
  'lbs',
  'hr',
  'hrs',
  'wk',
  'wks',
  'yr',
  'yrs',
  'tab',
  'tabs',
  'cap',
  'caps',
]);
/** Ends a sentence only before a word that plainly starts one, for it mostly stands inside. */
const MOSTLY_INSIDE = new Set([
  'jr',
  'sr',
  'inc',
  'ltd',
  'co',
  'corp',
  'etc',
  'max',
  'min',
  'pt',
  'hx',
  'dx',
  'tx',
  'rx',
  'sx',
  'fx',
  'esq',
  'ave',
  'blvd',
  'rd',
  'ste',
]);
const STARTERS = new Set([
  'the',
  'a',
  'an',
  'he',
  'she',
  'it',
  'they',
  'his',
  'her',
  'their',
  'its',
  'there',
  'this',
  'that',
  'these',
  'those',
  'in',
  'on',
  'at',
  'as',
  'by',
  'for',
  'from',
  'to',
  'with',
  'no',
  'not',
  'if',
  'when',
  'while',
  'after',
  'before',
  'since',
  'during',
  'however',
  'therefore',
  'thus',
  'patient',
  'applicant',
  'claimant',
  'current',
  'currently',
  'we',
  'i',
  'you',
  'per',
  'also',
  'all',
  'both',
  'upon',
  'treatment',
  'physical',
  'examination',
  'diagnosis',
  'and',
  'but',
  'medications',
  'medical',
]);

const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';
const isUpper = (char: string): boolean => char !== char.toLowerCase();
const isLower = (char: string): boolean => char !== char.toUpperCase();

const LIST_NUMBER = /^\d{1,2}[.)]\s/;

/** A word of the abbreviation's kind at the very start of what precedes: `1.`, `b.`, `iv.` number a list. */
const isListNumber = (sentenceSoFar: string): boolean =>
  /^\s*(?:\d{1,2}|[a-z]|[ivx]{1,4})\.$/i.test(sentenceSoFar) && sentenceSoFar.trim() !== 'I.';

const followingWord = (text: string, at: number): string =>
  /^["'“‘([]*([A-Za-z]+)/.exec(text.slice(at, at + 24))?.[1] ?? '';

const wordBefore = (text: string, stop: number): string =>
  /[A-Za-z][A-Za-z.]*$/.exec(text.slice(Math.max(0, stop - 16), stop))?.[0] ?? '';

/**
 * Whether the full stop at `stop` ends a sentence that began at `from`; `next` is the first character after the blank.
 */
const stopEnds = (text: string, from: number, stop: number, next: number): boolean => {
  const nextChar = text.charAt(/["'“‘([]/.test(text.charAt(next)) ? next + 1 : next);
  const word = wordBefore(text, stop);
  const bare = word.toLowerCase();
  if (isListNumber(text.slice(from, stop + 1).slice(0, 12)) && stop - from < 10) return false;
  if (BEFORE_NAME.has(bare)) return false;
  // In capitals it is physical therapy, not the patient before a name.
  if (word === 'PT' && isUpper(nextChar)) return true;
  const starts = STARTERS.has(followingWord(text, next).toLowerCase()) && isUpper(nextChar);
  if (BEFORE_NUMBER.has(bare))
    return (
      LIST_NUMBER.test(text.slice(next, next + 5)) || (!isDigit(nextChar) && nextChar !== '#' && !isLower(nextChar))
    );
  const insideMostly =
    MOSTLY_INSIDE.has(bare) ||
    bare.includes('.') ||
    (word.length === 1 && isUpper(word) && text.charAt(stop - 2) !== '/');
  if (insideMostly) return starts || (bare === 'a.m' || bare === 'p.m' ? isUpper(nextChar) : false);
  return !isLower(nextChar) || bare.length > 3;
};

const endsHere = (text: string, from: number, mark: number, next: number): boolean => {
  if (text.charAt(mark) === '.' && text.charAt(mark - 1) !== '.') return stopEnds(text, from, mark, next);
  return !isLower(text.charAt(next));
};

const trimmed = (text: string, from: number, to: number): SentenceInText | null => {
  const raw = text.slice(from, to);
  const start = from + (raw.length - raw.trimStart().length);
  const end = from + raw.trimEnd().length;
  return end > start ? { start, end, text: text.slice(start, end) } : null;
};

/** A full stop, question or exclamation mark with what closes over it, then white space; or an empty line. */
const CANDIDATE = /[.!?](?=["'”’)\]]{0,3}\s)["'”’)\]]{0,3}\s+|\n[ \t\r]*\n\s*/gu;

/**
 * The sentences of a text, in order, trimmed; together they hold every character that is not white space. Splits only
 * at white space, never after an abbreviation (`Dr.`, `No. 3`, `vs.`, `Oct. 3`, `b.i.d.`), a list number or inside a
 * number; an empty line always splits.
 */
export const splitSentences = (text: string): SentenceInText[] => {
  const found: SentenceInText[] = [];
  let from = 0;
  const close = (to: number): void => {
    const sentence = trimmed(text, from, to);
    if (sentence !== null) found.push(sentence);
    from = to;
  };
  for (const match of text.matchAll(CANDIDATE)) {
    const next = match.index + match[0].length;
    if (match.index < from) continue;
    if (
      match[0].startsWith('\n') ||
      next >= text.length ||
      /\n[ \t\r]*\n/.test(match[0]) ||
      endsHere(text, from, match.index, next)
    )
      close(next);
  }
  close(text.length);
  return found;
};
