import { useEffect, useState } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import type { Item } from '../../../shared/item.ts';
import { useActions } from '../../commands/registry.ts';
import { useFindings } from '../../data/findings.ts';
import { useCommand, useQueryOf } from '../../data/hooks.ts';
import { ReadRevision } from '../../data/read-revision.ts';
import { openFacts, pointAtItem, useWorkspace } from '../../data/workspace-state.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FoundItems } from './found-items.tsx';
import { decisionActions, itemActions } from './item-actions.ts';
import { ItemCard } from './item-card.tsx';
import { PasteDialog, SplitDialog } from './list-dialogs.tsx';
import { useDragOrder } from './use-drag-order.ts';
import { useItemChanges } from './use-item-changes.ts';

/** Opens the item that a finding points at. */
const useRevealItem = (items: readonly Item[]): void => {
  const reveal = useWorkspace((state) => state.reveal);
  useEffect(() => {
    const item = reveal?.part.kind === 'item' ? items[reveal.part.item] : undefined;
    if (item) pointAtItem(item.id);
  }, [reveal, items]);
};

/**
 * The item that is open: the one pointed at, else the first that is not decided; deciding it must not open the next one
 * under one's hands.
 */
const useCurrentItem = (items: readonly Item[]): Item | undefined => {
  const chosen = useWorkspace((state) => state.item);
  const current = items.find(({ id }) => id === chosen) ?? items.find(({ decision }) => decision === null) ?? items[0];
  const firstShown = chosen === null ? current?.id : undefined;
  useEffect(() => {
    if (firstShown !== undefined) pointAtItem(firstShown);
  }, [firstShown]);
  return current;
};

/** Opens an item by a key: the focus goes with it. */
const openByKey = ({ id }: Item): void => {
  pointAtItem(id);
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-item="${id}"] .item-toggle`)?.focus());
};

type ListProps = { readonly caseId: CaseId; readonly items: readonly Item[] };

const ItemList = ({ caseId, items }: ListProps) => {
  const { data: overview } = useQueryOf('case.show', { caseId });
  const { open: findings } = useFindings(caseId);
  const { run: edit } = useCommand('item.edit');
  const [isPasting, setPasting] = useState(false);
  const [splitting, setSplitting] = useState<Item | null>(null);
  useRevealItem(items);
  const current = useCurrentItem(items);
  const changes = useItemChanges(caseId, items);
  const drag = useDragOrder(changes.move);
  const doing = { items, changes, askSplit: setSplitting };
  useActions([
    {
      id: 'item.add',
      label: 'Add item',
      group: 'Decisions',
      keywords: 'disputed request',
      perform: () => void changes.add(),
    },
    {
      id: 'item.paste',
      label: 'Add items from a list',
      group: 'Decisions',
      keywords: 'paste disputed request',
      perform: () => setPasting(true),
    },
    ...decisionActions({
      items,
      current,
      decide: (item, decision) => void edit({ caseId, id: item.id, change: { decision } }),
      open: openByKey,
    }),
    ...(current === undefined ? [] : itemActions(current, doing)),
  ]);
  if (!overview) return null;

  return (
    <div className="work-tab">
      <div className="tab-tools">
        <span className="overline spread">Disputed items</span>
        <Button variant="quiet" onPress={() => openFacts('beginning')}>
          Case details
        </Button>
        <Button variant="quiet" onPress={() => setPasting(true)}>
          From a list …
        </Button>
        <Button variant="quiet" icon="plus" onPress={() => void changes.add()}>
          Add item
        </Button>
      </div>
      {items.length === 0 ? (
        <EmptyState title="No disputed item yet">
          Each treatment that was denied is decided by itself. Take the items over from the file, paste a list, or add
          them by hand.
        </EmptyState>
      ) : null}
      <FoundItems
        caseId={caseId}
        facts={overview.facts}
        items={items}
        onTake={(proposals) => void changes.take(proposals)}
      />
      <ol className="item-list">
        {items.map((item, index) => (
          <ItemCard
            key={item.id}
            caseId={caseId}
            overview={overview}
            items={items}
            item={item}
            index={index}
            isOpen={item === current}
            findings={findings}
            drag={drag}
            actions={itemActions(item, doing)}
          />
        ))}
      </ol>
      {isPasting ? <PasteDialog onClose={() => setPasting(false)} onAdd={changes.addAll} /> : null}
      {splitting ? (
        <SplitDialog
          item={splitting}
          number={items.findIndex(({ id }) => id === splitting.id) + 1}
          onClose={() => setSplitting(null)}
          onSplit={(headings) => changes.split(splitting, headings)}
        />
      ) : null}
    </div>
  );
};

/** The disputed items, one card each; the one being worked on is open. */
export const DecisionsTab = ({ caseId }: { readonly caseId: CaseId }) => {
  const { data: items, revision } = useQueryOf('item.list', { caseId });
  return items ? (
    <ReadRevision value={revision}>
      <ItemList caseId={caseId} items={items} />
    </ReadRevision>
  ) : null;
};
