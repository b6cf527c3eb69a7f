import { DECISION_MEANINGS, type Decision, type Item } from '../../../shared/item.ts';
import type { ItemId } from '../../../shared/ids.ts';
import { suggestDependentRationale, type Suggestions } from '../suggest/suggestions.ts';

const DECISIONS = Object.keys(DECISION_MEANINGS) as Decision[];

/** Whether a rationale is none, or the sentence that was put there for the parent as it was called `before`. */
const isOfParent = (rationale: string, headings: readonly string[], suggestions: Suggestions): boolean =>
  rationale.trim() === '' ||
  headings.some((heading) =>
    DECISIONS.some((decision) => suggestDependentRationale(heading, decision, suggestions) === rationale),
  );

const isEmpty = ({ reviewer }: Item): boolean => reviewer.form === 'typed' && reviewer.text.trim() === '';

/** The dependent item as it stands or falls with its parent; words of the reviewer's own stay. */
const followed = (item: Item, parent: Item, before: Item | undefined, suggestions: Suggestions): Item => {
  const { decision } = parent;
  if (decision === null || item.decision === decision) return item;
  const isOwn = !isOfParent(item.rationale, [parent.heading, before?.heading ?? parent.heading], suggestions);
  const reviewer: Item['reviewer'] = decision === 'Upheld' && isEmpty(item) ? { form: 'none' } : item.reviewer;
  return {
    ...item,
    decision,
    reviewer,
    rationale: isOwn ? item.rationale : suggestDependentRationale(parent.heading, decision, suggestions),
  };
};

/**
 * What was just changed: an item's decision, which those below it follow, or the parent of an item, which it follows.
 */
export type Moved = { readonly decided?: ItemId; readonly adopted?: ItemId };

/**
 * The items after a change, those that depend on another brought to its decision (domain, section 4): on an Upheld
 * parent they are Upheld with one sentence and without evidence cited. `before` are the items before it.
 */
export const followParents = (
  items: readonly Item[],
  { decided, adopted }: Moved,
  before: readonly Item[],
  suggestions: Suggestions,
): Item[] => {
  const byId = new Map(items.map((item) => [item.id, item]));
  const settle = (item: Item, steps: number): Item => {
    const parent = item.parent === null ? undefined : byId.get(item.parent);
    if (parent === undefined || steps > items.length) return item;
    const above = item.id === decided ? parent : settle(parent, steps + 1);
    const isMoved =
      item.id !== decided && (item.id === adopted || parent.id === decided || above.decision !== parent.decision);
    return isMoved
      ? followed(
          item,
          above,
          before.find(({ id }) => id === parent.id),
          suggestions,
        )
      : item;
  };
  return items.map((item) => settle(item, 0));
};
