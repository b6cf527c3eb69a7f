import type { TextSpan } from '../../shared/span.ts';
import { contentWords } from './content-words.ts';
import { findRequestedItems } from './find-requested-items.ts';
import { spanOf, type PageRange, type RecordText } from './record-text.ts';

/** A guideline that a utilization review names, in its own words, and the item that it is named for. */
export type ReviewCitation = {
  /** The request as the review lists it; null where the review names it for all of them. */
  readonly item: string | null;
  readonly words: string;
  readonly isMtus: boolean;
  readonly source: TextSpan;
};

const NAME =
  '(?:MTUS|Medical Treatment Utilization Schedule|ACOEM|American College of Occupational|ODG\\b|Official Disability Guidelines)';
const LEAD =
  '(?:(?:\\d{1,2}|[a-z])[.)]\\s+|[-•*]\\s+|(?:guidelines?|criteria|references?|citations?|sources?)(?: used| cited)?\\s*:\\s+|(?:per|according to|based on|in accordance with) |the |current |california |CA )*';
/** At the start of a line or behind the end of a sentence. */
const NAMED = new RegExp(`(?<=^|[.;:]\\s)(${LEAD})(?=${NAME})`, 'gim');
const MTUS = /\bMTUS\b|Medical Treatment Utilization Schedule/i;
const OUTSIDE = /\bnot (?:part of|in|within) the MTUS\b|\bnon-?\s?MTUS\b/i;
/** Where a citation ends and what the guideline says begins. */
const SAYS =
  /[,;:]?\s+(?:recommends?|requires?|states?|notes?|supports?|indicates?|says?|allows?|suggests?|advises?|does|do|did|is|are|has|have|should|would|will|can|may|cite[sd]?|provides?|addresse?s?)\b/i;
/** The sentence that names it ends, or the next paragraph begins. */
const ENDS = /\.(?=\s|$)|;|\n\s*\n|\n(?=\S{1,14}:|(?:\d{1,2}|[-•*])[.)]?\s)/;
const LONGEST = 300;

type Line = { readonly start: number; readonly text: string };

const linesOf = (text: string): Line[] => {
  let start = 0;
  return text.split('\n').map((line) => {
    const own = { start, text: line };
    start += line.length + 1;
    return own;
  });
};

/** Most words of the request stand in the line. */
const SHARE = 0.75;
const isAbout = (line: string, heading: string): boolean => {
  const [own, wanted] = [contentWords(line), [...contentWords(heading)]];
  return wanted.filter((word) => own.has(word)).length >= wanted.length * SHARE;
};

const FOR_ONE = /^(?:rationale|item|request|regarding|re|treatment|decision|determination)\b|:\s*$/i;
const FOR_ALL =
  /^(?:guidelines?|criteria|references?|evidence|sources?|clinical (?:guidelines?|criteria))\b[^.]{0,40}$/i;

/** Under which item each place of a page stands; `before` is what the page before ended with. */
const itemAt = (
  lines: readonly Line[],
  items: readonly string[],
  before: string | null,
): ((at: number) => string | null) => {
  let item = before;
  const places = lines.map(({ start, text }) => {
    const words = text.trim();
    if (FOR_ALL.test(words)) item = null;
    else if (FOR_ONE.test(words)) item = items.find((heading) => isAbout(words, heading)) ?? item;
    return { start, item };
  });
  return (at) => {
    const place = places.findLast(({ start }) => start <= at);
    return place === undefined ? before : place.item;
  };
};

/** The places of a text where a guideline is named, with its words up to what it says. */
const citationsIn = (text: string): Omit<PageRange, 'page'>[] => {
  let until = 0;
  return [...text.matchAll(NAMED)].flatMap((match) => {
    const start = match.index + match[0].length;
    // A line that begins with a name may go on with the citation of the line before.
    if (start < until) return [];
    const rest = text.slice(start, start + LONGEST);
    const whole = rest.slice(0, ENDS.exec(rest)?.index ?? rest.length);
    const words = whole.slice(0, SAYS.exec(whole)?.index ?? whole.length).replace(/[\s.,;:]+$/, '');
    until = start + words.length;
    return [{ start, end: until }];
  });
};

/**
 * The guidelines that a utilization review names, each once for each item, in the review's own words: what the claims
 * administrator's statement of an item can be made of.
 */
export const findCitations = (source: RecordText): ReviewCitation[] => {
  const items = findRequestedItems(source).map(({ heading }) => heading);
  let item: string | null = null;
  const found = source.pages.flatMap(({ page, text }) => {
    const lines = linesOf(text);
    const under = itemAt(lines, items, item);
    item = under(text.length);
    return citationsIn(text).map(({ start, end }): ReviewCitation => {
      const words = text.slice(start, end).replace(/\s+/g, ' ');
      return {
        item: under(start),
        words,
        isMtus: MTUS.test(words) && !OUTSIDE.test(words),
        source: spanOf(source, { page, start, end }),
      };
    });
  });
  return found.filter(
    (one, at) => found.findIndex((other) => other.item === one.item && other.words === one.words) === at,
  );
};
