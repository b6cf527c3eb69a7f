import { useEffect } from 'react';
import type { ItemProposal } from '../../../shared/case.ts';
import type { CaseId } from '../../../shared/ids.ts';
import type { Item } from '../../../shared/item.ts';
import { useActions } from '../../commands/registry.ts';
import type { Action } from '../../commands/registry.ts';
import { useCommand, useQueryOf } from '../../data/hooks.ts';
import { partPlace } from '../../data/parts.ts';
import { openFacts, pointAtItem, useWorkspace } from '../../data/workspace-state.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { showToast } from '../../ui/toast-queue.ts';
import { FoundItems } from './found-items.tsx';
import { ItemCard } from './item-card.tsx';

const NO_ITEMS: readonly Item[] = [];

/** Opens the item that a finding points at. */
const useRevealItem = (items: readonly Item[]): void => {
  const reveal = useWorkspace((state) => state.reveal);
  useEffect(() => {
    const place = reveal === null ? null : partPlace(reveal.where);
    const item = place?.item === null || place?.item === undefined ? undefined : items[place.item];
    if (item) pointAtItem(item.id);
  }, [reveal, items]);
};

/** The disputed items, one card each; the one being worked on is open. */
export const DecisionsTab = ({ caseId }: { readonly caseId: CaseId }) => {
  const { data: items = NO_ITEMS, isPending } = useQueryOf('item.list', { caseId });
  const { data: overview } = useQueryOf('case.show', { caseId });
  const { data: findings = [] } = useQueryOf('letter.check', { caseId }, { keepsPrevious: true });
  const { run: add } = useCommand('item.add');
  const { run: edit } = useCommand('item.edit');
  const { run: removeItem } = useCommand('item.remove');
  const { run: reorderItems } = useCommand('item.reorder');
  const chosen = useWorkspace((state) => state.item);
  useRevealItem(items);
  const current = items.find(({ id }) => id === chosen) ?? items.find(({ decision }) => decision === null) ?? items[0];

  const firstShown = chosen === null ? current?.id : undefined;
  useEffect(() => {
    // Deciding an item must not open the next one under one's hands.
    if (firstShown !== undefined) pointAtItem(firstShown);
  }, [firstShown]);

  const addItem = async (): Promise<void> => {
    const reply = await add({ caseId, item: {} });
    if (reply.ok) pointAtItem(reply.value.id);
  };
  const take = async (proposals: readonly ItemProposal[]): Promise<void> => {
    for (const { heading } of proposals) await add({ caseId, item: { heading } });
  };
  const remove = async (item: Item): Promise<void> => {
    const reply = await removeItem({ caseId, id: item.id });
    if (!reply.ok) return;
    pointAtItem(null);
    showToast({ tone: 'plain', text: 'Item removed. Undo brings it back.' });
  };
  const reorder = (from: number, to: number): void => {
    const ids = items.map(({ id }) => id);
    const rest = ids.toSpliced(from, 1);
    void reorderItems({ caseId, ids: [...rest.slice(0, to), ...ids.slice(from, from + 1), ...rest.slice(to)] });
  };
  const decide = (decision: 'Upheld' | 'Overturned'): Action => ({
    id: `item.${decision}`, label: decision === 'Upheld' ? 'Uphold the denial of the item' : 'Overturn the denial of the item', group: 'Decisions', keywords: 'decide', isEnabled: current !== undefined,
    perform: () => { if (current) void edit({ caseId, id: current.id, change: { decision } }); },
  });
  useActions([{ id: 'item.add', label: 'Add item', group: 'Decisions', keywords: 'disputed request', perform: () => void addItem() }, decide('Upheld'), decide('Overturned')]);
  if (isPending || !overview) return null;

  return (
    <div className="work-tab">
      <div className="tab-tools">
        <span className="overline spread">Disputed items</span>
        <Button variant="quiet" onPress={() => openFacts('')}>Case details</Button>
        <Button variant="quiet" icon="plus" onPress={() => void addItem()}>Add item</Button>
      </div>
      {items.length === 0 ? <EmptyState title="No disputed item yet">Each treatment that was denied is decided by itself. Take the items over from the file, or add them by hand.</EmptyState> : null}
      <FoundItems caseId={caseId} items={items} onTake={(proposals) => void take(proposals)} />
      <ol className="item-list">
        {items.map((item, index) => (
          <ItemCard key={item.id} caseId={caseId} overview={overview} items={items} item={item} index={index} isOpen={item === current} findings={findings} reorder={reorder} remove={(one) => void remove(one)} />
        ))}
      </ol>
    </div>
  );
};
