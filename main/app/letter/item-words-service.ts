import { foldSpace } from '../../../shared/letter.ts';
import { buildStatement, parseStatement } from '../../letters/build-statement.ts';
import { buildPartial } from '../../letters/items/build-partial.ts';
import { itemFacts } from '../../letters/items/item-facts.ts';
import { splitItemList } from '../../letters/items/split-item-list.ts';
import { listForms } from '../../letters/letter-forms.ts';
import { suggestForItem } from '../../letters/suggest/suggest-for-item.ts';
import { readItem } from '../../store/items.ts';
import { listSentences } from '../../store/sentences.ts';
import { today, type App, type HandlersOf } from '../backend/app.ts';
import { readGuidelines } from './read-guidelines.ts';
import { reviewedCitations } from './reviewed-citations.ts';

type Words = 'item.readList' | 'item.read' | 'item.partial' | 'item.suggest' | 'item.citations';

/** What can be asked about the words of an item, of a guideline statement, and the forms; nothing of it writes. */
export const itemWordsService = (app: App): Pick<HandlersOf<'item'>, Words> & HandlersOf<'statement' | 'form'> => ({
  'item.readList': ({ text }) => ({ headings: splitItemList(text) }),
  'item.read': ({ heading }) => itemFacts(heading, today(app)),
  'item.partial': ({ original, authorised, form, remaining }) => buildPartial(original, authorised, form, remaining),
  'item.suggest': (file, { id }) => {
    const item = readItem(file, id);
    const summary = foldSpace(
      listSentences(file)
        .map(({ text }) => text)
        .join(' '),
    );
    return suggestForItem(
      item,
      item.parent === null ? null : readItem(file, item.parent),
      summary,
      app.assets.suggestions,
    );
  },
  'item.citations': (file, { id }) => reviewedCitations(app, file, readItem(file, id).heading),
  'form.list': () => listForms(app.assets.forms),
  'statement.build': ({ statement, form, side }) =>
    buildStatement(statement, form, side, app.assets.forms, readGuidelines(app).rows),
  'statement.parse': ({ text, form, side }) => parseStatement(text, form, side, app.assets.forms),
});
