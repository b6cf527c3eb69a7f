import { findDates } from '../../../shared/find-dates.ts';
import type { Identity } from './check.ts';

export type FoundIdentity = { readonly quote: string; readonly identity: Identity };

const escape = (words: string): string => words.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
const loose = (text: string): string => text.trim().split(/[\s,.-]+/u).filter((word) => word !== '').map(escape).join('[\\s,.-]+');

/** A name in full, surname first, or its surname alone with a capital; never a word in small letters. */
const nameMatches = (text: string, name: string): string[] => {
  const words = name.trim().split(/[\s,]+/u).filter((word) => word.length > 1);
  const last = words.at(-1) ?? '';
  const patterns = [new RegExp(`(?<!\\w)${loose(name)}(?!\\w)`, 'giu'), ...(last.length > 2 ? [new RegExp(`(?<!\\w)${escape(last[0]?.toUpperCase() ?? '')}(?:${escape(last.slice(1))}|${escape(last.slice(1).toUpperCase())})(?!\\w)`, 'gu')] : [])];
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
