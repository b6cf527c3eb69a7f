import { DRUGS } from '../../shared/facts/drugs.ts';

const GENERIC = new Set(Object.keys(DRUGS).map((name) => name.split(' ')[0] ?? name));
const BRANDS = new Set(
  Object.values(DRUGS)
    .flat()
    .map((name) => name.split(' ')[0] ?? name),
);
/** Names of tests and signs that keep their capital inside a sentence. */
const EPONYMS = new Set([
  'kemp',
  'kemps',
  'lasegue',
  'phalen',
  'phalens',
  'tinel',
  'tinels',
  'waddell',
  'waddells',
  'hawkins',
  'neer',
  'neers',
  'mcmurray',
  'mcmurrays',
  'lachman',
  'lachmans',
  'finkelstein',
  'spurling',
  'spurlings',
  'faber',
  'patrick',
  'hoffmann',
  'babinski',
  'romberg',
  'jamar',
  'achilles',
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
  'english',
  'spanish',
  'i',
]);

const firstWord = (text: string): string => /^[\p{L}\p{N}/.'’-]+/u.exec(text)?.[0] ?? '';

/** Whether the text begins with the name of a drug. */
export const isDrugName = (text: string): boolean => {
  const word = firstWord(text).toLowerCase();
  return GENERIC.has(word) || BRANDS.has(word);
};

const keepsCapital = (word: string): boolean => {
  const bare = word.toLowerCase().replace(/['’]s?$/u, '');
  if (GENERIC.has(bare)) return false;
  return /\d/.test(word) || /[A-Z].*[A-Z]/.test(word) || /^[A-Z]-/.test(word) || BRANDS.has(bare) || EPONYMS.has(bare);
};

/** The text as it stands inside a sentence: small first letter, but names, brands, levels and initialisms kept. */
export const lowerFirst = (text: string): string =>
  keepsCapital(firstWord(text)) ? text : text.charAt(0).toLowerCase() + text.slice(1);

/** The text as it begins a sentence. */
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The text with exactly one mark at its end, the blanks around it gone. */
export const withFullStop = (text: string): string => {
  const trimmed = text.trim().replace(/[\s,;:]+$/u, '');
  if (/[.!?]["'”’)]*$/u.test(trimmed)) return trimmed.replace(/\.{2,}(["'”’)]*)$/u, '.$1');
  return trimmed === '' ? '' : `${trimmed}.`;
};
