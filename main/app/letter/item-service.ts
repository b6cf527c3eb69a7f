import type { CaseId, ItemId } from '../../../shared/ids.ts';
import type { Item, ItemDraft } from '../../../shared/item.ts';
import { Refusal } from '../../../shared/reply.ts';
import { stated } from '../../../shared/stated.ts';
import { followParents } from '../../letters/items/follow-parent.ts';
import { changeCase } from '../../store/change-case.ts';
import { listItems, readItem, writeItems } from '../../store/items.ts';
import type { ReadCase } from '../../store/case-file.ts';
import type { App, HandlersOf } from '../backend/app.ts';
import { isTyped } from './is-typed.ts';
import { checkSources } from '../timeline/timeline-service.ts';

/** An item that nothing has been stated of yet. */
export const EMPTY_ITEM: ItemDraft = {
  heading: '',
  decision: null,
  claims: { form: 'typed', text: '' },
  reviewer: { form: 'typed', text: '' },
  rationale: '',
  evidence: [],
  partial: null,
  outsideReason: '',
  worksheet: null,
  parent: null,
};

const checkParent = (items: readonly Item[], id: ItemId, parent: ItemId | null): void => {
  for (let at: ItemId | null = parent, steps = 0; at !== null; steps += 1) {
    if (at === id || steps > items.length)
      throw new Refusal('invalid', 'An item cannot depend on itself; choose another parent.');
    const above = items.find((item) => item.id === at);
    if (above === undefined)
      throw new Refusal('not-found', 'The item that this one depends on is no longer there.', { parent: at });
    at = above.parent;
  }
};

/** Children of an item that is removed stand for themselves. */
const withoutItem = (items: readonly Item[], id: ItemId): Item[] =>
  items.filter((item) => item.id !== id).map((item) => (item.parent === id ? { ...item, parent: null } : item));

const insertAfter = (items: readonly Item[], id: ItemId, added: readonly Item[]): Item[] =>
  items.flatMap((item) => (item.id === id ? [item, ...added] : [item]));

type Commands =
  | 'item.list'
  | 'item.add'
  | 'item.edit'
  | 'item.remove'
  | 'item.reorder'
  | 'item.addAll'
  | 'item.duplicate'
  | 'item.split';

/** The disputed items of a case: each command one step of undo. */
export const itemService = (app: App): Pick<HandlersOf<'item'>, Commands> => {
  const newId = (): ItemId => app.newId() as ItemId;
  const save = (file: ReadCase, method: string, items: readonly Item[], joinKey?: string): void => {
    changeCase(file, { method, now: app.now(), ...(joinKey !== undefined && { joinKey }) }, (write) =>
      writeItems(write, items),
    );
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
      const id = newId();
      const added: Item = { ...EMPTY_ITEM, ...stated(item), id };
      checkSources(
        file,
        added.evidence.map(({ span }) => span),
      );
      checkParent(items, id, added.parent);
      save(file, 'item.add', followParents([...items, added], { adopted: id }, items, app.assets.suggestions));
      return { id };
    },
    'item.edit': ({ caseId, id, change }) => {
      const { file, items } = open(caseId);
      const before = readItem(file, id);
      const edited: Item = { ...before, ...stated(change) };
      if (change.evidence !== undefined)
        checkSources(
          file,
          change.evidence.map(({ span }) => span),
        );
      checkParent(items, id, edited.parent);
      const moved = {
        ...(change.decision !== undefined && { decided: id }),
        ...(change.parent !== undefined && { adopted: id }),
      };
      const after = items.map((item) => (item.id === id ? edited : item));
      save(
        file,
        'item.edit',
        followParents(after, moved, items, app.assets.suggestions),
        isTyped(before, stated(change)) ? `item.edit ${id} ${Object.keys(change).join(' ')}` : undefined,
      );
      return {};
    },
    'item.remove': ({ caseId, id }) => {
      const { file, items } = open(caseId);
      readItem(file, id);
      save(file, 'item.remove', withoutItem(items, id));
      return {};
    },
    'item.reorder': ({ caseId, ids }) => {
      const { file, items } = open(caseId);
      if (ids.length !== items.length || new Set(ids).size !== ids.length)
        throw new Refusal('usage', 'The new order must name every item once.');
      save(
        file,
        'item.reorder',
        ids.map((id) => readItem(file, id)),
      );
      return {};
    },
    'item.addAll': ({ caseId, headings }) => {
      const { file, items } = open(caseId);
      const added = headings.map((heading): Item => ({ ...EMPTY_ITEM, heading, id: newId() }));
      save(file, 'item.addAll', [...items, ...added]);
      return { ids: added.map(({ id }) => id) };
    },
    'item.duplicate': ({ caseId, id }) => {
      const { file, items } = open(caseId);
      const copy: Item = { ...readItem(file, id), id: newId() };
      save(file, 'item.duplicate', insertAfter(items, id, [copy]));
      return { id: copy.id };
    },
    'item.split': ({ caseId, id, headings: [first = '', ...others] }) => {
      const { file, items } = open(caseId);
      const whole = readItem(file, id);
      const parts = others.map((heading): Item => ({ ...whole, heading, partial: null, id: newId() }));
      save(
        file,
        'item.split',
        insertAfter(
          items.map((item) => (item.id === id ? { ...whole, heading: first, partial: null } : item)),
          id,
          parts,
        ),
      );
      return { ids: [id, ...parts.map((part) => part.id)] };
    },
  };
};
