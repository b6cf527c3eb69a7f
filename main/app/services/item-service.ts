import type { Statement, StatementSide } from '../../../shared/guideline.ts';
import type { CaseId, ItemId } from '../../../shared/ids.ts';
import type { Item, ItemDraft } from '../../../shared/item.ts';
import { Refusal } from '../../../shared/reply.ts';
import { stated } from '../../../shared/stated.ts';
import { buildStatement } from '../../letters/build-statement.ts';
import { changeCase } from '../../store/change-case.ts';
import { listItems, readItem, writeItems } from '../../store/items.ts';
import type { ReadCase } from '../../store/case-file.ts';
import type { App, HandlersOf } from '../app.ts';
import { checkSources } from './timeline-service.ts';

/** An item that nothing has been stated of yet. */
export const EMPTY_ITEM: ItemDraft = {
  heading: '',
  decision: null,
  claims: { form: 'typed', text: '' },
  reviewer: { form: 'typed', text: '' },
  rationale: '',
  evidence: [],
  partial: null,
  parent: null,
};

const checkParent = (items: readonly Item[], id: ItemId, parent: ItemId | null): void => {
  for (let at: ItemId | null = parent, steps = 0; at !== null; steps += 1) {
    if (at === id || steps > items.length) throw new Refusal('invalid', 'An item cannot depend on itself; choose another parent.');
    const above = items.find((item) => item.id === at);
    if (above === undefined) throw new Refusal('not-found', 'The item that this one depends on is no longer there.', { parent: at });
    at = above.parent;
  }
};

export const itemService = (app: App): HandlersOf<'item' | 'statement'> => {
  const save = (file: ReadCase, method: string, items: readonly Item[], joinKey?: string): void => {
    changeCase(file, { method, now: app.now(), ...(joinKey !== undefined && { joinKey }) }, (write) => writeItems(write, items));
    app.changed(file.id, ['items', 'case', 'cases', 'letter']);
  };
  const open = (caseId: CaseId): { file: ReadCase; items: Item[] } => {
    const file = app.session.case(caseId);
    return { file, items: listItems(file) };
  };
  return {
    'item.list': ({ caseId }) => listItems(app.session.case(caseId)),
    'item.add': ({ caseId, item }) => {
      const { file, items } = open(caseId);
      const id = app.newId() as ItemId;
      const added: Item = { ...EMPTY_ITEM, ...stated(item), id };
      checkSources(file, added.evidence.map(({ span }) => span));
      checkParent(items, id, added.parent);
      save(file, 'item.add', [...items, added]);
      return { id };
    },
    'item.edit': ({ caseId, id, change }) => {
      const { file, items } = open(caseId);
      const edited: Item = { ...readItem(file, id), ...stated(change) };
      if (change.evidence !== undefined) checkSources(file, change.evidence.map(({ span }) => span));
      checkParent(items, id, edited.parent);
      save(file, 'item.edit', items.map((item) => (item.id === id ? edited : item)), `item.edit ${id} ${Object.keys(change).join(' ')}`);
      return {};
    },
    'item.remove': ({ caseId, id }) => {
      const { file, items } = open(caseId);
      readItem(file, id);
      save(file, 'item.remove', items.filter((item) => item.id !== id).map((item) => (item.parent === id ? { ...item, parent: null } : item)));
      return {};
    },
    'item.reorder': ({ caseId, ids }) => {
      const { file, items } = open(caseId);
      if (ids.length !== items.length || new Set(ids).size !== ids.length) throw new Refusal('usage', 'The new order must name every item once.');
      save(file, 'item.reorder', ids.map((id) => readItem(file, id)));
      return {};
    },
    'statement.build': ({ statement, form, side }: { statement: Statement; form: '2014' | '2016'; side: StatementSide }) => buildStatement(statement, form, side, app.assets.forms, app.assets.guidelines),
  };
};
