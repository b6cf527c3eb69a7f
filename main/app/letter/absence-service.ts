import type { SearchId } from '../../../shared/ids.ts';
import { absenceTermsIn } from '../../../shared/facts/find-absence-terms.ts';
import { foldSpace } from '../../../shared/letter.ts';
import { holdingHits } from '../../../shared/negative-search.ts';
import { Refusal } from '../../../shared/reply.ts';
import type { ReadCase, WriteCase } from '../../store/case-file.ts';
import { listItems, readItem } from '../../store/items.ts';
import {
  listSearches,
  readSearch,
  removeSearch,
  writeSearch,
  type StoredSearch,
} from '../../store/negative-searches.ts';
import type { App, HandlersOf } from '../backend/app.ts';
import { citeInRationale } from './cite-in-rationale.ts';
import { findNegativeClaims } from '../../letters/checks/negative-claims.ts';
import { denialClaimsIn } from './find-mentions.ts';
import { searchesOf, textsNow } from './kept-searches.ts';
import { searcherOf, wordingsOf } from './search-absence.ts';

/** Each thing once, by its name in the list of terms where it has one. */
const offersOf = (file: ReadCase): string[] => {
  const nameOf = (words: string): string => (absenceTermsIn(words)[0]?.term.name ?? foldSpace(words)).toLowerCase();
  const searched = new Set(listSearches(file).map(({ words }) => nameOf(words)));
  const rationales = listItems(file).flatMap(({ rationale }) => findNegativeClaims(rationale));
  const offers = new Map<string, string>();
  for (const { known, term } of [...denialClaimsIn(file), ...rationales.filter((claim) => claim.known !== null)])
    offers.set((known ?? term).toLowerCase(), known ?? term);
  return [...offers].flatMap(([name, words]) => (searched.has(name) ? [] : [words]));
};

type Term = { readonly words: string; readonly wordings?: readonly string[] | undefined };

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const keep = (write: WriteCase, terms: readonly Term[], at: string, newId: () => SearchId): SearchId[] => {
  const texts = textsNow(write);
  const search = searcherOf(write);
  const kept = listSearches(write);
  let position = kept[0]?.position ?? 0;
  return terms.map((term) => {
    const words = foldSpace(term.words);
    const wordings = [...new Set((term.wordings ?? wordingsOf(words)).map(foldSpace))];
    const before = kept.find((one) => isSame(one.words, words));
    if (before === undefined) position += 1;
    const { id, items, position: place } = before ?? { id: newId(), items: [], position };
    writeSearch(write, { id, position: place, items, words, wordings, at, texts, result: search(wordings) });
    return id;
  });
};

const rerun = (write: WriteCase, ids: readonly SearchId[], at: string): void => {
  const texts = textsNow(write);
  const search = searcherOf(write);
  for (const id of new Set(ids)) {
    const before = readSearch(write, id);
    writeSearch(write, { ...before, at, texts, result: search(before.wordings) });
  }
};

const article = (words: string): string =>
  /^(?:an?|the|any)\s|s$/iu.test(words) ? words : `${/^[aeiou]/iu.test(words) ? 'an' : 'a'} ${words}`;

/** What a rationale says of a search that found nothing; how many pages were looked at stands with the evidence. */
const absenceWords = ({ words }: StoredSearch): string =>
  `The records that were submitted contain no documentation of ${/\b(?:screen|agreement|test|report|note|study|program|evaluation|assessment)\b$/iu.test(words) ? article(words) : words}.`;

const refuseUnproven = (search: StoredSearch, texts: string): void => {
  if (search.texts !== texts)
    throw new Refusal('refused', 'The pages have changed since this search was run; run it again first.');
  const held = holdingHits(search.result).length;
  if (held > 0)
    throw new Refusal(
      'refused',
      `${held === 1 ? 'One page documents' : `${String(held)} pages document`} "${search.words}"; it cannot be said that nothing does.`,
    );
};

/** Negative searches: run over all pages, kept with their day, said to be out of date when pages change. */
export const absenceService = (app: App): HandlersOf<'absence'> => {
  const newId = (): SearchId => app.newId() as SearchId;
  const now = (): string => app.now().toISOString();
  return {
    'absence.wordings': ({ words }) => wordingsOf(words),
    'absence.offers': offersOf,
    'absence.list': (file) => searchesOf(file),
    'absence.search': (write, { terms }) => ({ ids: keep(write, terms, now(), newId) }),
    'absence.rerun': (write, { ids }) => {
      rerun(write, ids, now());
      return {};
    },
    'absence.remove': (write, { ids }) => {
      for (const id of new Set(ids)) removeSearch(write, id);
      return {};
    },
    'absence.cite': (write, { id, itemId }) => {
      const search = readSearch(write, id);
      readItem(write, itemId);
      refuseUnproven(search, textsNow(write));
      citeInRationale(write, itemId, { words: absenceWords(search), sources: [], note: '' });
      if (!search.items.includes(itemId)) writeSearch(write, { ...search, items: [...search.items, itemId] });
      return {};
    },
    'absence.uncite': (write, { id, itemId }) => {
      const search = readSearch(write, id);
      writeSearch(write, { ...search, items: search.items.filter((one) => one !== itemId) });
      return {};
    },
  };
};
