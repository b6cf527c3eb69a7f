import type { PageId, RecordId } from '../../shared/ids.ts';
import type { ReadCase } from './case-file.ts';
import { documentAt, REMOVED_PAGES } from './documents.ts';
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

/**
 * What a user typed as an FTS5 query: words joined by AND, `"..."` a phrase, `*` at a word's end a prefix, `-word`
 * excluded. Null when no word is left. Everything is quoted, so that no input is an error of syntax.
 */
export const searchExpression = (typed: string): string | null => {
  const terms = [...typed.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/gu)].flatMap(([, minus, phrase, word]) => {
    const text = phrase ?? word ?? '';
    if (!/[\p{L}\p{N}]/u.test(text)) return [];
    const isPrefix = phrase === undefined && text.endsWith('*');
    return [
      { isExcluded: minus === '-', term: `"${text.replaceAll('*', ' ').replaceAll('"', ' ')}"${isPrefix ? '*' : ''}` },
    ];
  });
  const wanted = terms.filter(({ isExcluded }) => !isExcluded).map(({ term }) => term);
  if (wanted.length === 0) return null;
  return [wanted.join(' AND '), ...terms.filter(({ isExcluded }) => isExcluded).map(({ term }) => term)].join(' NOT ');
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

type Found = {
  readonly record: number;
  readonly title: string;
  readonly page: number;
  readonly page_id: number;
  readonly snippet: string;
  readonly highlighted: string;
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
    `SELECT record.id AS record, document.title, page.number AS page, page.id AS page_id, found.snippet, found.highlighted
       FROM (SELECT rowid, rank, snippet(page_search, 0, '${OPEN}', '${CLOSE}', '…', 24) AS snippet, highlight(page_search, 0, '${OPEN}', '${CLOSE}') AS highlighted
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
      snippet: row.snippet.replaceAll(OPEN, '').replaceAll(CLOSE, '').replace(/\s+/gu, ' ').trim(),
      matches: matchesIn(row.highlighted),
    })),
  };
};
