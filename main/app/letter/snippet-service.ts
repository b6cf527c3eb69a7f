import { Refusal } from '../../../shared/reply.ts';
import { Snippet } from '../../../shared/snippet.ts';
import { keepUnknownRows, parseStored, readStoredRows } from '../../../shared/stored-json.ts';
import { fillSnippet, snippetValues } from '../../letters/suggest/fill-snippet.ts';
import { listItems, readItem } from '../../store/items.ts';
import type { App, HandlersOf } from '../backend/app.ts';
import { buildLetter } from './build-letter.ts';

const SETTING = 'snippets';

const storedSnippets = (app: App): unknown => parseStored(app.session.vault().setting(SETTING));

const readSnippets = (app: App): Snippet[] => readStoredRows(Snippet, storedSnippets(app));

const find = (app: App, id: string): Snippet => {
  const snippet = readSnippets(app).find((one) => one.id === id);
  if (snippet === undefined) throw new Refusal('not-found', 'This snippet is no longer there.', { id });
  return snippet;
};

/** The reviewer's own snippets, kept in the vault and filled from a case. */
export const snippetService = (app: App): HandlersOf<'snippet'> => {
  const save = (snippets: readonly Snippet[]): void => {
    const sorted = [...snippets].sort((a, b) => (a.name < b.name ? -1 : 1));
    const rows = keepUnknownRows(Snippet, storedSnippets(app), sorted, ({ id }) => id);
    app.session.vault().saveSetting(SETTING, JSON.stringify(rows));
  };
  return {
    'snippet.list': () => readSnippets(app),
    'snippet.save': ({ snippet }) => {
      const saved = { ...snippet, id: snippet.id === '' ? app.newId() : snippet.id };
      const others = readSnippets(app).filter(({ id }) => id !== saved.id);
      if (others.some(({ name }) => name === saved.name))
        throw new Refusal('exists', `There is a snippet ".${saved.name}" already; give this one another name.`);
      save([...others, saved]);
      return saved;
    },
    'snippet.remove': ({ id }) => {
      find(app, id);
      save(readSnippets(app).filter((one) => one.id !== id));
      return {};
    },
    'snippet.fill': (file, { itemId, id }) => {
      readItem(file, itemId);
      const index = listItems(file).findIndex((item) => item.id === itemId);
      const { text, blanks } = fillSnippet(find(app, id).text, snippetValues(buildLetter(app, file), index));
      return { text, blanks: [...blanks] };
    },
  };
};
