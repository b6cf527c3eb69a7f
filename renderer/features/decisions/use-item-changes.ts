import type { ItemProposal } from '../../../shared/case.ts';
import type { CaseId } from '../../../shared/ids.ts';
import type { Item } from '../../../shared/item.ts';
import { flushEdits } from '../../data/use-edit.ts';
import { useCommand } from '../../data/hooks.ts';
import { pointAtItem } from '../../data/workspace-state.ts';
import { showToast } from '../../ui/toast-queue.ts';

/** What can be done to the list of items, each one step of undo. */
export type ItemChanges = {
  /** An empty item at the end, opened. */
  readonly add: () => Promise<void>;
  readonly addAll: (headings: readonly string[]) => Promise<boolean>;
  readonly take: (proposals: readonly ItemProposal[]) => Promise<void>;
  readonly remove: (item: Item) => Promise<void>;
  readonly duplicate: (item: Item) => Promise<void>;
  readonly split: (item: Item, headings: readonly string[]) => Promise<boolean>;
  /** Moves the item at `from` so that it stands at `to`. */
  readonly move: (from: number, to: number) => void;
};

/** The new order when the item at `from` goes to `to`. */
const moved = <T>(list: readonly T[], from: number, to: number): T[] => {
  const rest = list.toSpliced(from, 1);
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
};

/** The changes of a case's list of items. What is being typed is written first. */
export const useItemChanges = (caseId: CaseId, items: readonly Item[]): ItemChanges => {
  const { run: runAdd } = useCommand('item.add');
  const { run: runAddAll } = useCommand('item.addAll');
  const { run: runRemove } = useCommand('item.remove');
  const { run: runDuplicate } = useCommand('item.duplicate');
  const { run: runSplit } = useCommand('item.split');
  const { run: runReorder } = useCommand('item.reorder');

  const addAll = async (headings: readonly string[]): Promise<boolean> => {
    const reply = await runAddAll({ caseId, headings: [...headings] });
    const [first] = reply.ok ? reply.value.ids : [];
    if (first !== undefined) pointAtItem(first);
    return reply.ok;
  };
  return {
    addAll,
    add: async () => {
      const reply = await runAdd({ caseId, item: {} });
      if (reply.ok) pointAtItem(reply.value.id);
    },
    take: async (proposals) => void (await addAll(proposals.map(({ heading }) => heading))),
    remove: async ({ id }) => {
      const reply = await runRemove({ caseId, id });
      if (!reply.ok) return;
      pointAtItem(null);
      showToast({ tone: 'plain', text: 'Item removed. Undo brings it back.' });
    },
    duplicate: async ({ id }) => {
      await flushEdits();
      const reply = await runDuplicate({ caseId, id });
      if (reply.ok) pointAtItem(reply.value.id);
    },
    split: async ({ id }, headings) => {
      await flushEdits();
      return (await runSplit({ caseId, id, headings: [...headings] })).ok;
    },
    move: (from, to) => {
      if (to < 0 || to >= items.length || from === to) return;
      void runReorder({
        caseId,
        ids: moved(
          items.map(({ id }) => id),
          from,
          to,
        ),
      });
    },
  };
};
