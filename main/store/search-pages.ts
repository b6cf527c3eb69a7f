import type { PageId, RecordId } from '../../shared/ids.ts';
import type { ReadCase } from './case-file.ts';
import { documentAt, REMOVED_PAGES } from './documents.ts';
import { asOneWord, waysToWrite } from './search-terms.ts';
import { query } from './statements.ts';

export type Hit = {
  readonly record: RecordId;
  readonly title: string;
  readonly page: number;
  readonly pageId: PageId;
  readonly snippet: string;
  readonly matches: number[];
};

/** Marks matches in FTS5's output; neither occurs in page text, whose control characters the readers remove. */
const [OPEN, CLOSE] = ['\u0001', '\u0002'];

type Term = {
  readonly isExcluded: boolean;
  readonly isPrefix: boolean;
  readonly isWord: boolean;
  readonly text: string;
};

const termsIn = (typed: string): Term[] =>
  [...typed.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/gu)].flatMap(([, minus, phrase, word]) => {
    const text = phrase ?? word ?? '';
    return /[\p{L}\p{N}]/u.test(text)
      ? [
          {
            isExcluded: minus === '-',
            isPrefix: phrase === undefined && text.endsWith('*'),
            isWord: phrase === undefined,
            text: text.replaceAll('*', ' ').trim(),
          },
        ]
      : [];
  });

const anyOf = (parts: readonly string[]): string => (parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' OR ')})`);

const expressionOf = ({ text, isPrefix }: Term): string =>
  anyOf(waysToWrite(text).map((way) => `"${way.replaceAll('"', ' ')}"${isPrefix ? '*' : ''}`));

/** `10` and `mg` side by side are also `10mg`. */
const withNeighbour = (term: Term, next: Term | undefined): string | null => {
  const one = next?.isWord === true && term.isWord && !term.isPrefix ? asOneWord(term.text, next.text) : null;
  return one === null || next === undefined
    ? null
    : `((${expressionOf(term)} AND ${expressionOf(next)}) OR "${one.replaceAll('"', ' ')}"${next.isPrefix ? '*' : ''})`;
};

/**
 * What a user typed as an FTS5 query: words joined by AND, `"..."` a phrase, `*` at a word's end a prefix, `-word`
 * excluded. A word stands for every way in which it may be written (`post-op`, `postop`). Null when no word is left.
 * Everything is quoted, so that no input is an error of syntax.
 */
export const searchExpression = (typed: string): string | null => {
  const terms = termsIn(typed);
  const wanted = terms.filter(({ isExcluded }) => !isExcluded);
  const expressions: string[] = [];
  for (let at = 0; at < wanted.length; at += 1) {
    const term = wanted[at];
    if (term === undefined) continue;
    const both = withNeighbour(term, wanted[at + 1]);
    expressions.push(both ?? expressionOf(term));
    if (both !== null) at += 1;
  }
  if (expressions.length === 0) return null;
  return [expressions.join(' AND '), ...terms.filter(({ isExcluded }) => isExcluded).map(expressionOf)].join(' NOT ');
};

const matchesIn = (highlighted: string): number[] => {
  const offsets: number[] = [];
  let marks = 0;
  for (let at = 0; at < highlighted.length; at += 1) {
    const character = highlighted[at];
    if (character !== OPEN && character !== CLOSE) continue;
    offsets.push(at - marks);
    marks += 1;
  }
  return offsets;
};

/** Offsets of both texts of a page in one order, none twice: words that are parted stand in the second alone. */
const joinMatches = (first: readonly number[], second: readonly number[]): number[] => {
  const pairs = [first, second].flatMap((offsets) =>
    Array.from({ length: offsets.length / 2 }, (_, at) => [offsets[2 * at] ?? 0, offsets[2 * at + 1] ?? 0] as const),
  );
  const sorted = pairs.sort(([a, enda], [b, endb]) => a - b || endb - enda);
  return sorted.reduce<number[]>((all, [start, end]) => {
    if (start < (all.at(-1) ?? 0)) return all;
    all.push(start, end);
    return all;
  }, []);
};

const SNIPPET_BEFORE = 60;
const SNIPPET_AFTER = 110;

/** The words around the first match, in one line. */
const snippetOf = (text: string, [start = 0, end = 0]: readonly number[]): string => {
  const from = start <= SNIPPET_BEFORE ? 0 : text.indexOf(' ', start - SNIPPET_BEFORE) + 1;
  const space = text.lastIndexOf(' ', end + SNIPPET_AFTER);
  const to = text.length - end <= SNIPPET_AFTER || space < end ? text.length : space;
  const begin = Math.min(from, start);
  return `${begin > 0 ? '…' : ''}${text.slice(begin, to)}${to < text.length ? '…' : ''}`;
};

type Found = {
  readonly record: number;
  readonly title: string;
  readonly page: number;
  readonly page_id: number;
  readonly snippet: string;
  readonly highlighted: string;
  readonly whole: string;
};

/** The words of the page's text that answer, and the words around some of them. */
const showFound = ({
  snippet,
  highlighted,
  whole,
}: Found): { readonly snippet: string; readonly matches: number[] } => {
  const own = matchesIn(highlighted);
  const matches = joinMatches(own, matchesIn(whole));
  const around = own.length > 0 ? snippet : snippetOf(highlighted, matches);
  const shown = around.replaceAll(OPEN, '').replaceAll(CLOSE, '').replace(/\s+/gu, ' ').trim();
  return { snippet: shown, matches };
};

/** Full-text search over complete records without what was removed from them, best first (bm25), with a snippet and the offsets of every match. */
export const searchPages = (
  file: ReadCase,
  typed: string,
  limit: number,
): { readonly total: number; readonly hits: Hit[] } => {
  const expression = searchExpression(typed);
  if (expression === null) return { total: 0, hits: [] };
  const total =
    query<[string], { n: number }>(
      file,
      `SELECT count(*) AS n FROM page_search WHERE page_search MATCH ? AND rowid NOT IN (${REMOVED_PAGES})`,
    ).get(expression)?.n ?? 0;
  const rows = query<[string, number], Found>(
    file,
    `SELECT record.id AS record, document.title, page.number AS page, page.id AS page_id, found.snippet, found.highlighted, found.whole
       FROM (SELECT rowid, rank, snippet(page_search, 0, '${OPEN}', '${CLOSE}', '…', 24) AS snippet, highlight(page_search, 0, '${OPEN}', '${CLOSE}') AS highlighted, highlight(page_search, 1, '${OPEN}', '${CLOSE}') AS whole
             FROM page_search WHERE page_search MATCH ? AND rowid NOT IN (${REMOVED_PAGES}) ORDER BY rank LIMIT ?) AS found
       JOIN page ON page.id = found.rowid JOIN record ON record.id = page.record_id
       JOIN document ON document.id = ${documentAt('page.record_id', 'page.number')} WHERE record.is_complete = 1 ORDER BY found.rank`,
  ).all(expression, limit);
  return {
    total,
    hits: rows.map((row) => ({
      record: String(row.record) as RecordId,
      title: row.title,
      page: row.page,
      pageId: String(row.page_id) as PageId,
      ...showFound(row),
    })),
  };
};
