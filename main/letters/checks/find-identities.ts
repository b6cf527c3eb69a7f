import { BODY_PARTS } from '../../../shared/facts/body-parts.ts';
import { findDates } from '../../../shared/find-dates.ts';
import type { Identity } from './check.ts';

export type FoundIdentity = { readonly quote: string; readonly identity: Identity };

const escape = (words: string): string => words.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
const loose = (text: string): string => text.trim().split(/[\s,.-]+/u).filter((word) => word !== '').map(escape).join('[\\s,.-]+');

/** Surnames that are words of the trade too: alone they tell nobody. */
const PLAIN_WORDS = new Set([...Object.values(BODY_PARTS).flat(), 'may', 'june', 'april', 'august', 'march', 'young', 'long', 'short', 'white', 'black', 'brown', 'green', 'gray', 'grey', 'king', 'day', 'best', 'field', 'work', 'case', 'mild', 'sharp', 'strong', 'cross', 'law', 'page', 'price', 'english', 'spring', 'rose', 'stone', 'hill', 'wood', 'wells', 'park', 'parks', 'rice', 'small', 'little', 'poor', 'good', 'the', 'an', 'do']);

/** The surname with a capital, in small letters otherwise or all in capitals. */
const surnamePattern = (surname: string): RegExp => {
  const [first, rest] = [surname.charAt(0).toUpperCase(), surname.slice(1)];
  const spellings = [...new Set([rest, rest.toLowerCase(), rest.toUpperCase()])].map(escape).join('|');
  return new RegExp(`(?<!\\w)${escape(first)}(?:${spellings})(?!\\w)`, 'gu');
};

/** A name in full, surname first, or its surname alone with a capital; never a word in small letters. */
const nameMatches = (text: string, name: string): string[] => {
  const isSurnameFirst = name.includes(',');
  const words = name.trim().split(/[\s,]+/u).filter((word) => word.length > 1);
  const surname = (isSurnameFirst ? words[0] : words.at(-1)) ?? '';
  const turned = isSurnameFirst ? [...words.slice(1), surname] : [surname, ...words.slice(0, -1)];
  const full = new RegExp(`(?<!\\w)(?:${loose(name)}|${loose(turned.join(' '))})(?!\\w)`, 'giu');
  const patterns = surname.length > 2 && !PLAIN_WORDS.has(surname.toLowerCase()) ? [full, surnamePattern(surname)] : [full];
  const found = patterns.map((pattern) => [...text.matchAll(pattern)].map(([quote]) => quote));
  return found.find((quotes) => quotes.length > 0) ?? [];
};

/** Numbers and addresses whatever stands between their parts: `555-01-2345`, `555 01 2345`. */
const plainMatches = (text: string, words: string): string[] => [...text.matchAll(new RegExp(`(?<!\\w)${loose(words)}(?!\\w)`, 'giu'))].map(([quote]) => quote);

/** A birth date in any of its spellings. */
const birthMatches = (text: string, date: string): string[] => findDates(text, { latest: '2999-12-31' }).filter((found) => found.date === date || (found.date.slice(5) === date.slice(5) && found.date.slice(2, 4) === date.slice(2, 4) && !/\d{4}/u.test(found.text))).map(({ text: written }) => written);

const matchesOf = (text: string, { kind, text: words }: Identity): string[] => {
  if (words.trim().length < 3) return [];
  if (kind === 'name') return nameMatches(text, words);
  return kind === 'birth-date' ? birthMatches(text, words) : plainMatches(text, words);
};

/** What in a text tells who somebody of the case file is, each different spelling once. Birth dates are given `YYYY-MM-DD`. */
export const findIdentities = (text: string, identities: readonly Identity[]): FoundIdentity[] =>
  identities.flatMap((identity) => [...new Set(matchesOf(text, identity))].map((quote) => ({ quote, identity })));
