import type { CaseId, ItemId } from '../../../shared/ids.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { flushEdits } from '../../data/use-edit.ts';
import { pointAtItem, showTab } from '../../data/workspace-state.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { showToast } from '../../ui/toast-queue.ts';

type Props = {
  readonly caseId: CaseId;
  /** What goes into the rationale, for whoever hears the button. */
  readonly what: string;
  /** Puts it into an item; answers whether that was done. */
  readonly onCite: (item: ItemId) => Promise<boolean>;
};

/** Puts something into the rationale of an item as evidence: at once where there is one item, else of the one chosen. */
export const CiteButton = ({ caseId, what, onCite }: Props) => {
  const { data: items = [] } = useQueryOf('item.list', { caseId });
  const cite = async (item: ItemId, index: number): Promise<void> => {
    await flushEdits();
    if (!(await onCite(item))) return;
    const show = (): void => {
      showTab('decisions');
      pointAtItem(item);
    };
    showToast({
      tone: 'safe',
      text: `It stands in the rationale of item ${String(index + 1)}, its pages among the evidence.`,
      action: { label: 'Show', perform: show },
    });
  };
  const [first] = items;
  if (first === undefined) return null;
  if (items.length === 1)
    return (
      <Button variant="quiet" label={`Into the rationale: ${what}`} onPress={() => void cite(first.id, 0)}>
        Into the rationale
      </Button>
    );
  return (
    <Menu
      label={`Into the rationale of an item: ${what}`}
      trigger={
        <Button variant="quiet" icon="down" label={`Into a rationale: ${what}`}>
          Into a rationale
        </Button>
      }
      entries={items.map(({ id, heading }, index) => ({
        id,
        label: `${String(index + 1)}. ${heading === '' ? 'Item without a heading' : heading}`,
        group: 'Decisions',
        perform: () => void cite(id, index),
      }))}
    />
  );
};
