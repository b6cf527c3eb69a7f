import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '..', '..', 'assets', 'spelling');
/** The words of records are few, and come again on every page. */
const answers = new Map<string, boolean>();
const MOST_ANSWERS = 20_000;
let stems: Set<string> | undefined;

const load = (): Set<string> => {
  const list = readFileSync(join(FOLDER, 'en.dic'), 'utf8').split('\n');
  const words = new Set(list.map((line) => (line.split('/', 1)[0] ?? '').trim().toLowerCase()));
  for (const word of readFileSync(join(FOLDER, 'medical-words.txt'), 'utf8').split(/\s+/)) words.add(word);
  return words;
};

/** Endings that a word may have beside that of its stem, and what the stem ends with then. */
const ENDINGS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/['\u2019]s$/, ['']],
  [/ies$/, ['y']],
  [/es$/, ['', 'e', 'is']],
  [/s$/, ['']],
  [/ied$/, ['y']],
  [/ed$/, ['', 'e']],
  [/ing$/, ['', 'e']],
  [/ly$/, ['', 'le']],
  [/al$/, ['']],
  [/er$/, ['', 'e']],
];
const DOUBLED = /([bdglmnprt])\1(?:ed|ing|er)$/;
const PREFIX = /^(?:non|pre|post|re|un|over|inter|mid|multi|sub|anti)(?=[a-z]{4})/;

const isListed = (word: string, list: ReadonlySet<string>): boolean =>
  list.has(word) ||
  ENDINGS.some(([ending, stems]) => ending.test(word) && stems.some((stem) => list.has(word.replace(ending, stem)))) ||
  (DOUBLED.test(word) && list.has(word.replace(DOUBLED, '$1')));

/** Whether a word stands in the spelling lists, in any of its forms. Lower case letters. */
export const isKnownWord = (word: string): boolean => {
  const before = answers.get(word);
  if (before !== undefined) return before;
  stems ??= load();
  const answer = isListed(word, stems) || (PREFIX.test(word) && isListed(word.replace(PREFIX, ''), stems));
  if (answers.size >= MOST_ANSWERS) answers.clear();
  answers.set(word, answer);
  return answer;
};
