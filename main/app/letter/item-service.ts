import type { ItemId } from '../../../shared/ids.ts';
import type { Item, ItemDraft } from '../../../shared/item.ts';
import { Refusal } from '../../../shared/reply.ts';
import { isSameSpan } from '../../../shared/span.ts';
import { stated } from '../../../shared/stated.ts';
import { followParents, type Moved } from '../../letters/items/follow-parent.ts';
import { setItemField } from '../../letters/items/set-item-field.ts';
import { listItems, readItem, writeItem, writeItems } from '../../store/items.ts';
import { today, type App, type HandlersOf } from '../backend/app.ts';
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
  | 'item.write'
  | 'item.cite'
  | 'item.note'
  | 'item.uncite'
  | 'item.remove'
  | 'item.reorder'
  | 'item.addAll'
  | 'item.duplicate'
  | 'item.split';

/** The disputed items of a case: each command one step of undo. */
export const itemService = (app: App): Pick<HandlersOf<'item'>, Commands> => {
  const newId = (): ItemId => app.newId() as ItemId;
  const follow = (after: readonly Item[], moved: Moved, before: readonly Item[]): Item[] =>
    followParents(after, moved, before, app.assets.suggestions);
  return {
    'item.list': listItems,
    'item.add': (write, { item }) => {
      const items = listItems(write);
      const id = newId();
      const added: Item = { ...EMPTY_ITEM, ...stated(item), id };
      checkSources(
        write,
        added.evidence.map(({ span }) => span),
      );
      checkParent(items, id, added.parent);
      writeItems(write, follow([...items, added], { adopted: id }, items));
      return { id };
    },
    'item.edit': {
      joinsWith: (file, { id, change }) =>
        isTyped(readItem(file, id), stated(change)) ? `${id} ${Object.keys(change).join(' ')}` : undefined,
      run: (write, { id, change }) => {
        const items = listItems(write);
        const edited: Item = { ...readItem(write, id), ...stated(change) };
        checkParent(items, id, edited.parent);
        const moved = {
          ...(change.decision !== undefined && { decided: id }),
          ...(change.parent !== undefined && { adopted: id }),
        };
        const after = items.map((item) => (item.id === id ? edited : item));
        writeItems(write, follow(after, moved, items));
        return {};
      },
    },
    'item.write': (write, { id, field, value }) => {
      const item = readItem(write, id);
      const set = setItemField(item.heading, field, value, today(app));
      if ('refused' in set) throw new Refusal('invalid', set.refused, { field });
      writeItem(write, { ...item, heading: set.heading });
      return set;
    },
    'item.cite': (write, { id, span, note, rationale }) => {
      checkSources(write, [span]);
      const item = readItem(write, id);
      const evidence = item.evidence.some((one) => isSameSpan(one.span, span))
        ? item.evidence
        : [...item.evidence, { span, note: note ?? '' }];
      writeItem(write, { ...item, evidence, ...stated({ rationale }) });
      return {};
    },
    'item.note': {
      joinsWith: (_file, { id, span }) => `${id} ${JSON.stringify(span)}`,
      run: (write, { id, span, note }) => {
        const item = readItem(write, id);
        if (!item.evidence.some((one) => isSameSpan(one.span, span)))
          throw new Refusal('not-found', 'These words are no longer among the evidence.', { itemId: id });
        const evidence = item.evidence.map((one) => (isSameSpan(one.span, span) ? { ...one, note } : one));
        writeItem(write, { ...item, evidence });
        return {};
      },
    },
    'item.uncite': (write, { id, span }) => {
      const item = readItem(write, id);
      writeItem(write, { ...item, evidence: item.evidence.filter((one) => !isSameSpan(one.span, span)) });
      return {};
    },
    'item.remove': (write, { id }) => {
      readItem(write, id);
      writeItems(write, withoutItem(listItems(write), id));
      return {};
    },
    'item.reorder': (write, { ids }) => {
      if (ids.length !== listItems(write).length || new Set(ids).size !== ids.length)
        throw new Refusal('usage', 'The new order must name every item once.');
      writeItems(
        write,
        ids.map((id) => readItem(write, id)),
      );
      return {};
    },
    'item.addAll': (write, { headings }) => {
      const added = headings.map((heading): Item => ({ ...EMPTY_ITEM, heading, id: newId() }));
      writeItems(write, [...listItems(write), ...added]);
      return { ids: added.map(({ id }) => id) };
    },
    'item.duplicate': (write, { id }) => {
      const copy: Item = { ...readItem(write, id), id: newId() };
      writeItems(write, insertAfter(listItems(write), id, [copy]));
      return { id: copy.id };
    },
    'item.split': (write, { id, headings: [first = '', ...others] }) => {
      const whole = readItem(write, id);
      const parts = others.map((heading): Item => ({ ...whole, heading, partial: null, id: newId() }));
      const items = listItems(write).map((item) =>
        item.id === id ? { ...whole, heading: first, partial: null } : item,
      );
      writeItems(write, insertAfter(items, id, parts));
      return { ids: [id, ...parts.map((part) => part.id)] };
    },
  };
};
