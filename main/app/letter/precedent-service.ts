import type { Item } from '../../../shared/item.ts';
import { foldSpace } from '../../../shared/letter.ts';
import { Refusal } from '../../../shared/reply.ts';
import { buildStatement } from '../../letters/build-statement.ts';
import { findDepartures, findSimilar } from '../../letters/precedents/precedent-index.ts';
import { readItem } from '../../store/items.ts';
import type { App, HandlersOf } from '../backend/app.ts';
import { loadPrecedents } from './load-precedents.ts';
import type { PrecedentShelf } from './precedent-shelf.ts';
import { readGuidelines } from './read-guidelines.ts';

/** So many items that hold the words are looked at. */
const MOST_WITH_WORDS = 5000;

/** The ids that stand in every list; undefined, which means all of them, where nothing was asked for. */
const inAll = (lists: readonly (readonly string[])[]): ReadonlySet<string> | undefined =>
  lists
    .map((ids): ReadonlySet<string> => new Set(ids))
    .reduce<ReadonlySet<string> | undefined>(
      (kept, ids) => (kept === undefined ? ids : new Set([...kept].filter((id) => ids.has(id)))),
      undefined,
    );

/** Earlier determinations that the reviewer loaded: kept in the vault, searched, and held beside the item in hand. */
export const precedentService = (app: App, shelf: PrecedentShelf): HandlersOf<'precedent'> => {
  const guidelineOf = (item: Item): string =>
    buildStatement(item.reviewer, '', 'reviewer', app.assets.forms, readGuidelines(app).rows).text;
  return {
    'precedent.load': async ({ files, isOwn }, call) => {
      app.session.vault();
      const loaded = await loadPrecedents(app, shelf, files, isOwn, call);
      return { files: loaded };
    },
    'precedent.list': () => app.session.vault().precedents.letters(),
    'precedent.search': ({ heading, bodyPart, guideline, words, decision, limit }) => {
      const { precedents } = app.session.vault();
      // A guideline is looked for by its words, as one types it: a chapter without its year, or a source outside the
      // MTUS.
      const among = inAll([
        ...(foldSpace(words) === '' ? [] : [precedents.search(words, MOST_WITH_WORDS)]),
        ...(foldSpace(guideline) === '' ? [] : [precedents.search(guideline, MOST_WITH_WORDS, 'guideline')]),
      ]);
      const request = foldSpace(`${heading} ${bodyPart}`);
      const found = findSimilar(shelf.index(), {
        heading: request,
        ...(among !== undefined && { among }),
        limit: decision === null ? limit : MOST_WITH_WORDS,
      });
      const shown = found
        .filter(({ precedent }) => decision === null || precedent.decision === decision)
        .slice(0, limit);
      return shelf.fetch(request === '' ? shown.map((one) => ({ ...one, similarity: 0 })) : shown);
    },
    'precedent.similar': (file, { itemId, limit }) => {
      const item = readItem(file, itemId);
      const { heading, decision } = item;
      const guideline = guidelineOf(item);
      return {
        similar: shelf.fetch(findSimilar(shelf.index(), { heading, guideline, limit })),
        departures:
          decision === null
            ? []
            : shelf.fetch(findDepartures(shelf.index(), { heading, decision, reviewerGuideline: guideline })),
      };
    },
    'precedent.remove': ({ letterId }) => {
      if (!app.session.vault().precedents.remove(letterId))
        throw new Refusal('not-found', 'This determination is no longer there.', { letterId });
      shelf.changed();
      return {};
    },
  };
};
