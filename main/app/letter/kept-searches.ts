import { createHash } from 'node:crypto';
import { absenceTermsIn } from '../../../shared/facts/find-absence-terms.ts';
import { documentFinder } from '../../../shared/find-document.ts';
import type { Item } from '../../../shared/item.ts';
import { holdingHits, type NegativeSearch } from '../../../shared/negative-search.ts';
import type { KeptSearch } from '../../letters/checks/check.ts';
import type { EvidenceReportInput } from '../../letters/report/evidence-report.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { listDocuments } from '../../store/documents.ts';
import { listSearches, type StoredSearch } from '../../store/negative-searches.ts';
import { dayOf } from '../backend/app.ts';
import { searcherOf, textsVersion } from './search-absence.ts';

/** Names the texts of a case in a few letters. */
export const textsNow = (file: ReadCase): string =>
  createHash('sha256').update(textsVersion(file)).digest('hex').slice(0, 32);

type Remembered = { readonly texts: string; readonly results: Map<string, NegativeSearch['result']> };
const memories = new WeakMap<ReadCase, Remembered>();

/** What each search finds now, asked for the first time after the pages have changed and remembered until they do again. */
const resultsNow = (file: ReadCase, texts: string): ((search: StoredSearch) => NegativeSearch['result']) => {
  const before = memories.get(file);
  const { results } = before?.texts === texts ? before : { results: new Map<string, NegativeSearch['result']>() };
  memories.set(file, { texts, results });
  let search: ReturnType<typeof searcherOf> | undefined;
  return ({ wordings }) => {
    const key = JSON.stringify(wordings);
    search ??= searcherOf(file);
    const found = results.get(key) ?? search(wordings);
    results.set(key, found);
    return found;
  };
};

/** The searches of a case, each with what it finds now where the pages are others than those it was run on. */
export const searchesOf = (file: ReadCase): NegativeSearch[] => {
  const kept = listSearches(file);
  if (kept.length === 0) return [];
  const texts = textsNow(file);
  const now = resultsNow(file, texts);
  return kept.map(({ position: _position, texts: ranOn, ...search }) => ({
    ...search,
    now: ranOn === texts ? null : now({ ...search, position: 0, texts: ranOn }),
  }));
};

type Labelled = (place: {
  readonly record: NegativeSearch['result']['unrelied'][number]['record'];
  readonly page: number;
}) => string;

/** Names pages as findings and reports do. */
const labeller = (file: ReadCase): Labelled => {
  const documentOf = documentFinder(listDocuments(file));
  return (place) => `${documentOf(place)?.title ?? 'A record that was removed'}, page ${String(place.page)}`;
};

/** The searches that are evidence of items, as the checks look at them. */
export const keptSearches = (file: ReadCase, items: readonly Item[]): KeptSearch[] => {
  const used = searchesOf(file).filter((search) => search.items.length > 0);
  if (used.length === 0) return [];
  const label = labeller(file);
  return used.flatMap(({ words, at, now, items: ids }) =>
    items.flatMap(({ id }, item) =>
      ids.includes(id)
        ? [
            {
              ...{ item, words, known: absenceTermsIn(words)[0]?.term.name ?? null, day: dayOf(new Date(at)) },
              isOutdated: now !== null,
              pages: now === null ? [] : holdingHits(now).map(({ span }) => label(span)),
            },
          ]
        : [],
    ),
  );
};

/** The searches of a case as the evidence report tells them. */
export const reportedSearches = (file: ReadCase): EvidenceReportInput['searches'] => {
  const label = labeller(file);
  return searchesOf(file).map(({ words, at, result, now }) => ({
    ...{ term: words, day: dayOf(new Date(at)), isOutdated: now !== null },
    pagesSearched: result.pages,
    hits: holdingHits(result).length,
    unsure: result.unrelied.map(label),
  }));
};
