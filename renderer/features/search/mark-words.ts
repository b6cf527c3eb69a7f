export type Marked = { readonly text: string; readonly isHit: boolean };

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The words that a query looks for, without its operators: excluded ones and quotation marks left out. */
const wanted = (query: string): string[] =>
  [...query.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/gu)]
    .filter(([, minus]) => minus !== '-')
    .flatMap(([, , phrase, word]) => [(phrase ?? word ?? '').trim()])
    .filter((term) => /[\p{L}\p{N}]/u.test(term));

const pattern = (term: string): string => {
  const words = escape(term.replace(/\*$/, '')).split(/\s+/).join('\\s+');
  return `(?<![\\p{L}\\p{N}])${words}${term.endsWith('*') ? '[\\p{L}\\p{N}]*' : '(?![\\p{L}\\p{N}])'}`;
};

/** A snippet cut into what the query found and what stands between; together the pieces are the snippet. */
export const markWords = (snippet: string, query: string): Marked[] => {
  const terms = wanted(query);
  if (terms.length === 0) return [{ text: snippet, isHit: false }];
  const parts = snippet.split(new RegExp(`(${terms.map(pattern).join('|')})`, 'giu'));
  return parts.map((text, index) => ({ text, isHit: index % 2 === 1 })).filter(({ text }) => text !== '');
};
