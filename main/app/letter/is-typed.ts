import type { Item, ItemDraft } from '../../../shared/item.ts';

/** Where words are typed: two changes of these, one soon after the other, are one step of undo. */
const TYPED: ReadonlySet<string> = new Set([
  'heading',
  'rationale',
  'outsideReason',
  'text',
  'other',
  'sections',
  'note',
]);
/** Built as one value, number by number. */
const BUILT: ReadonlySet<string> = new Set(['partial', 'worksheet']);

const shapeOf = (parts: Partial<ItemDraft>): string =>
  JSON.stringify(parts, (key, value: unknown) =>
    BUILT.has(key) || (TYPED.has(key) && typeof value === 'string') ? null : value,
  );

/** Whether a change of an item types words on and chooses nothing: a choice is a step of undo of its own. */
export const isTyped = (before: Item, change: Partial<ItemDraft>): boolean => {
  const parts = Object.keys(change) as (keyof ItemDraft)[];
  return shapeOf(change) === shapeOf(Object.fromEntries(parts.map((part) => [part, before[part]])));
};
