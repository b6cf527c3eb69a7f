import type { ItemId, SearchId } from '../../shared/ids.ts';
import type { NegativeSearch } from '../../shared/negative-search.ts';
import { Refusal } from '../../shared/reply.ts';
import type { ReadCase, WriteCase } from './case-file.ts';
import { put, query, remove } from './statements.ts';

/** A search as it is kept; `texts` names the texts that it was run on. */
export type StoredSearch = Omit<NegativeSearch, 'now'> & { readonly position: number; readonly texts: string };

type SearchRow = {
  readonly id: SearchId;
  readonly position: number;
  readonly words: string;
  readonly wordings: string;
  readonly at: string;
  readonly result: string;
  readonly texts: string;
  readonly items: string;
};

const toSearch = ({ wordings, result, items, ...row }: SearchRow): StoredSearch => ({
  ...row,
  wordings: JSON.parse(wordings) as string[],
  result: JSON.parse(result) as NegativeSearch['result'],
  items: JSON.parse(items) as ItemId[],
});

const COLUMNS = 'id, position, words, wordings, at, result, texts, items';

/** Every search, the one that was made last first. */
export const listSearches = (file: ReadCase): StoredSearch[] =>
  query<[], SearchRow>(file, `SELECT ${COLUMNS} FROM negative_search ORDER BY position DESC`).all().map(toSearch);

/** Refuses with `not-found`. */
export const readSearch = (file: ReadCase, id: SearchId): StoredSearch => {
  const row = query<[string], SearchRow>(file, `SELECT ${COLUMNS} FROM negative_search WHERE id = ?`).get(id);
  if (row === undefined) throw new Refusal('not-found', 'This search is no longer there.', { searchId: id });
  return toSearch(row);
};

export const writeSearch = (file: WriteCase, search: StoredSearch): void => {
  const { id, position, words, at, texts } = search;
  put(file, 'negative_search', {
    ...{ id, position, words, at, texts },
    wordings: JSON.stringify(search.wordings),
    result: JSON.stringify(search.result),
    items: JSON.stringify(search.items),
  });
};

export const removeSearch = (file: WriteCase, id: SearchId): void => {
  readSearch(file, id);
  remove(file, 'negative_search', id);
};
