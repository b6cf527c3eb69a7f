import { BODY_PARTS } from '../../../shared/facts/body-parts.ts';
import { findDates } from '../../../shared/find-dates.ts';
import { remember } from '../../../shared/remember.ts';
import type { Identity } from './check.ts';

export type FoundIdentity = { readonly quote: string; readonly identity: Identity };

const escape = (words: string): string => words.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
const loose = (text: string): string =>
  text
    .trim()
    .split(/[\s,.-]+/u)
    .filter((word) => word !== '')
    .map(escape)
    .join('[\\s,.-]+');

/** Surnames that are words of the trade too: alone they tell nobody. */
const PLAIN_WORDS = new Set([
  ...Object.values(BODY_PARTS).flat(),
  'may',
  'june',
  'april',
  'august',
  'march',
  'young',
  'long',
  'short',
  'white',
  'black',
  'brown',
  'green',
  'gray',
  'grey',
  'king',
  'day',
  'best',
  'field',
  'work',
  'case',
  'mild',
  'sharp',
  'strong',
  'cross',
  'law',
  'page',
  'price',
  'english',
  'spring',
  'rose',
  'stone',
  'hill',
  'wood',
  'wells',
  'park',
  'parks',
  'rice',
  'small',
  'little',
  'poor',
  'good',
  'the',
  'an',
  'do',
]);

/** The surname with a capital, in small letters otherwise or all in capitals. */
const surnamePattern = (surname: string): RegExp => {
  const [first, rest] = [surname.charAt(0).toUpperCase(), surname.slice(1)];
  const spellings = [...new Set([rest, rest.toLowerCase(), rest.toUpperCase()])].map(escape).join('|');
  return new RegExp(`(?<!\\w)${escape(first)}(?:${spellings})(?!\\w)`, 'gu');
};

type Finder = (text: string) => string[];

const matchesOf =
  (pattern: RegExp): Finder =>
  (text) =>
    [...text.matchAll(pattern)].map(([quote]) => quote);

/** A name in full, surname first, or its surname alone with a capital; never a word in small letters. */
const nameFinder = (name: string): Finder => {
  const isSurnameFirst = name.includes(',');
  const words = name
    .trim()
    .split(/[\s,]+/u)
    .filter((word) => word.length > 1);
  const surname = (isSurnameFirst ? words[0] : words.at(-1)) ?? '';
  const turned = isSurnameFirst ? [...words.slice(1), surname] : [surname, ...words.slice(0, -1)];
  const full = matchesOf(new RegExp(`(?<!\\w)(?:${loose(name)}|${loose(turned.join(' '))})(?!\\w)`, 'giu'));
  const alone =
    surname.length > 2 && !PLAIN_WORDS.has(surname.toLowerCase()) ? matchesOf(surnamePattern(surname)) : () => [];
  return (text) => {
    const found = full(text);
    return found.length > 0 ? found : alone(text);
  };
};

/** A birth date in any of its spellings. */
const birthFinder =
  (date: string): Finder =>
  (text) =>
    datesIn(text)
      .filter(
        (found) =>
          found.date === date ||
          (found.date.slice(5) === date.slice(5) &&
            found.date.slice(2, 4) === date.slice(2, 4) &&
            !/\d{4}/u.test(found.text)),
      )
      .map(({ text: written }) => written);

const finderOf = ({ kind, text }: Identity): Finder => {
  if (text.trim().length < 3) return () => [];
  if (kind === 'name') return nameFinder(text);
  // Numbers and addresses count whatever stands between their parts: `555-01-2345`, `555 01 2345`.
  return kind === 'birth-date' ? birthFinder(text) : matchesOf(new RegExp(`(?<!\\w)${loose(text)}(?!\\w)`, 'giu'));
};

/** More texts than a letter has parts. */
const TEXTS = 500;
const datesIn = remember(TEXTS, (text) => findDates(text, { latest: '2999-12-31' }));

const finders = new WeakMap<readonly Identity[], (text: string) => readonly FoundIdentity[]>();

/** The same people are looked for in the same texts again and again while somebody types. */
const finderOver = (identities: readonly Identity[]): ((text: string) => readonly FoundIdentity[]) => {
  const known = finders.get(identities);
  if (known !== undefined) return known;
  const all = identities.map((identity) => ({ identity, find: finderOf(identity) }));
  const find = remember(TEXTS, (text) =>
    all.flatMap(({ identity, find: matches }) => [...new Set(matches(text))].map((quote) => ({ quote, identity }))),
  );
  finders.set(identities, find);
  return find;
};

/**
 * What in a text tells who somebody of the case file is, each different spelling once. Birth dates are given
 * `YYYY-MM-DD`.
 */
export const findIdentities = (text: string, identities: readonly Identity[]): readonly FoundIdentity[] =>
  finderOver(identities)(text);
