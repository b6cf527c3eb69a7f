import { ABSENCE_TERMS } from '../../../shared/facts/absence-terms.ts';
import { absenceTermsIn, wordingPattern } from '../../../shared/facts/find-absence-terms.ts';
import { foldSpace } from '../../../shared/letter.ts';
import type { HitStanding, SearchHit, SearchResult } from '../../../shared/negative-search.ts';
import type { Mention } from '../../letters/checks/check.ts';
import { mentionStanding } from '../../letters/checks/mention-standing.ts';
import type { ReadCase } from '../../store/case-file.ts';
import {
  countMentioning,
  countPages,
  documentsVersion,
  eyeVersion,
  JUDGING_KINDS,
  pagesNotReliedOn,
  unreadFiles,
  visitMentioning,
  type MentioningPage,
} from '../../store/find-mentions.ts';
import { readingsVersion } from '../../store/readings.ts';
import { waysToWrite } from '../../store/search-terms.ts';
import { mentionOn, PARTED } from './find-mentions.ts';

/** So many pages that name the thing are kept with their words; that there are more is said. */
const MOST_HITS = 24;

/** Words that say nothing of what is looked for: "a signed opioid agreement". */
const ASIDE = /^(?:an?|the|any|signed|documented|prior|recent|current)\s+/giu;

/** The ways in which a thing may be written: all of its term where it is one of the list, else of its own words. */
export const wordingsOf = (words: string): string[] => {
  const plain = foldSpace(words).replace(ASIDE, '');
  const known = absenceTermsIn(plain).map(({ term }) => term.name);
  const own = plain === '' ? [] : waysToWrite(plain);
  const listed = ABSENCE_TERMS.filter(({ name }) => known.includes(name)).flatMap(({ wordings }) => wordings);
  return [...new Set([...listed, ...own])];
};

/** Each wording in all ways in which its words are written; what may end in any way still may. */
const allWays = (wordings: readonly string[]): string[] => [
  ...new Set(
    wordings.flatMap((wording) => {
      const isOpen = wording.endsWith('*');
      return waysToWrite(wording.replaceAll('*', ' ').trim()).map((way) => (isOpen ? `${way}*` : way));
    }),
  ),
];

const standingOf = ({ before, after = '', isRequest = false }: Mention, { kind }: MentioningPage): HitStanding => {
  if (JUDGING_KINDS.includes(kind)) return 'judges';
  if (isRequest) return 'asks';
  const standing = mentionStanding(before, after);
  return standing === 'held' ? 'holds' : standing === 'denied' ? 'denies' : 'wants';
};

const [BEFORE, AFTER] = [80, 120];

/** The sentence of a hit, or as much of it as tells how the thing stands there. */
const excerpt = (before: string, quote: string, after: string): string => {
  const [head, tail] = [foldSpace(before), foldSpace(after)];
  const from = head.length <= BEFORE ? head : `… ${head.slice(head.indexOf(' ', head.length - BEFORE) + 1)}`;
  const to = tail.length <= AFTER ? tail : `${tail.slice(0, tail.lastIndexOf(' ', AFTER))} …`;
  return foldSpace(`${from} ${quote}${/^[.,;:)]/u.test(tail) ? '' : ' '}${to}`);
};

const hitOn = (page: MentioningPage, pattern: RegExp): SearchHit[] => {
  const mention = mentionOn(page, pattern);
  if (mention === undefined) return [];
  const { before, after = '', span } = mention;
  return [{ span, standing: standingOf(mention, page), sentence: excerpt(before, span.quote, after) }];
};

const HAS_PARTED = /[-\u2010]\n|\u00ad/u;

/** What finds the wordings on a page. That words may be parted makes it slow: it is asked only of pages that part some. */
const patternsOf = (ways: readonly string[]): ((page: MentioningPage) => RegExp) => {
  const plain = wordingPattern(ways);
  let parted: RegExp | undefined;
  return ({ text }) => (HAS_PARTED.test(text) ? (parted ??= wordingPattern(ways, PARTED)) : plain);
};

const ORDER: readonly HitStanding[] = ['holds', 'denies', 'wants', 'asks', 'judges'];

type Around = Omit<SearchResult, 'hitPages' | 'hits'>;

/** What every search over the pages as they stand has in common. */
const around = (file: ReadCase): Around => {
  const { inCase, removed } = countPages(file);
  const unrelied = pagesNotReliedOn(file).map(({ record, page, reason }) => ({ record, page, reason }));
  return { pages: inCase, removedPages: removed, unrelied, unreadFiles: unreadFiles(file) };
};

const find = (file: ReadCase, wordings: readonly string[], common: Around): SearchResult => {
  const ways = allWays(wordings);
  const patternFor = patternsOf(ways);
  const hits: SearchHit[] = [];
  visitMentioning(
    file,
    ways,
    (page) => {
      hits.push(...hitOn(page, patternFor(page)));
      return hits.length < MOST_HITS;
    },
    'all',
  );
  return {
    ...common,
    hitPages: hits.length < MOST_HITS ? hits.length : countMentioning(file, ways),
    hits: hits.sort((a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing)),
  };
};

/**
 * Looks for wordings in every page of the case, recognised badly or not, whatever its record is; several searches one
 * after the other ask for what they have in common once.
 */
export const searcherOf = (file: ReadCase): ((wordings: readonly string[]) => SearchResult) => {
  const common = around(file);
  return (wordings) => find(file, wordings, common);
};

/** Names the texts that a search was run on: it changes with pages, their words, and how far these can be relied on. */
export const textsVersion = (file: ReadCase): string => {
  const { pages, removedPages, unrelied, unreadFiles: files } = around(file);
  const named = unrelied.map(({ record, page, reason }) => `${record}/${String(page)} ${reason}`);
  return [
    readingsVersion(file),
    documentsVersion(file),
    eyeVersion(file),
    pages,
    removedPages,
    ...named,
    ...files,
  ].join('\n');
};
