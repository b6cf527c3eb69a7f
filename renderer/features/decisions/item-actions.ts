import type { Decision, Item } from '../../../shared/item.ts';
import type { Action } from '../../commands/registry.ts';
import type { ItemChanges } from './use-item-changes.ts';

const GROUP = 'Decisions';

/** The keys of the two decisions; the cards show them. */
export const DECISION_KEYS: Readonly<Record<Decision, string>> = { Upheld: 'U', Overturned: 'O' };

type Doing = {
  readonly items: readonly Item[];
  readonly changes: ItemChanges;
  readonly askSplit: (item: Item) => void;
};

/** What can be done with one item as a whole: its menu, and, while it is open, the palette and the keyboard. */
export const itemActions = (item: Item, { items, changes, askSplit }: Doing): readonly Action[] => {
  const index = items.indexOf(item);
  return [
    {
      id: 'item.up',
      label: 'Move up',
      group: GROUP,
      keywords: 'order item',
      keys: ['Alt+ArrowUp'],
      pane: 'work',
      isEnabled: index > 0,
      perform: () => changes.move(index, index - 1),
    },
    {
      id: 'item.down',
      label: 'Move down',
      group: GROUP,
      keywords: 'order item',
      keys: ['Alt+ArrowDown'],
      pane: 'work',
      isEnabled: index < items.length - 1,
      perform: () => changes.move(index, index + 1),
    },
    {
      id: 'item.duplicate',
      label: 'Duplicate item',
      group: GROUP,
      keywords: 'copy',
      perform: () => void changes.duplicate(item),
    },
    { id: 'item.split', label: 'Split item …', group: GROUP, keywords: 'part partial', perform: () => askSplit(item) },
    {
      id: 'item.remove',
      label: 'Remove item',
      group: GROUP,
      keywords: 'delete',
      perform: () => void changes.remove(item),
    },
  ];
};

type Going = {
  readonly items: readonly Item[];
  readonly current: Item | undefined;
  readonly decide: (item: Item, decision: Decision) => void;
  readonly open: (item: Item) => void;
};

/** Deciding the open item and going on to another by single keys. */
export const decisionActions = ({ items, current, decide, open }: Going): readonly Action[] => {
  const at = current === undefined ? -1 : items.indexOf(current);
  const decides = (decision: Decision, label: string): Action => ({
    id: `item.${decision}`,
    label,
    group: GROUP,
    keywords: 'decide medically necessary',
    keys: [DECISION_KEYS[decision]],
    pane: 'work',
    isEnabled: current !== undefined,
    perform: () => {
      if (current) decide(current, decision);
    },
  });
  const goes = (step: 1 | -1, id: string, label: string, key: string): Action => ({
    id,
    label,
    group: GROUP,
    keys: [key],
    pane: 'work',
    isEnabled: items[at + step] !== undefined,
    perform: () => {
      const next = items[at + step];
      if (next) open(next);
    },
  });
  return [
    decides('Upheld', 'Uphold the denial of the item'),
    decides('Overturned', 'Overturn the denial of the item'),
    goes(1, 'item.next', 'Next item', 'N'),
    goes(-1, 'item.previous', 'Previous item', 'P'),
  ];
};
