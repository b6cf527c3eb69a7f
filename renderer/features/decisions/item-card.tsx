import { Button as AriaButton } from 'react-aria-components';
import type { Finding } from '../../../shared/check.ts';
import type { CaseOverview } from '../../../shared/case.ts';
import type { CaseId } from '../../../shared/ids.ts';
import type { Item } from '../../../shared/item.ts';
import type { Action } from '../../commands/registry.ts';
import { partPlace } from '../../data/parts.ts';
import { pointAtItem } from '../../data/workspace-state.ts';
import { IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Pill } from '../../ui/pill.tsx';
import { ItemEditor } from './item-editor.tsx';

type Props = {
  readonly caseId: CaseId;
  readonly overview: CaseOverview;
  readonly items: readonly Item[];
  readonly item: Item;
  readonly index: number;
  readonly isOpen: boolean;
  readonly findings: readonly Finding[];
  readonly reorder: (from: number, to: number) => void;
  readonly remove: (item: Item) => void;
};

const blockingOf = (findings: readonly Finding[], index: number): number =>
  findings.filter(({ where, severity }) => severity === 'block' && partPlace(where).room === 'items' && partPlace(where).item === index).length;

/** One item: folded to its heading, decision and findings, or opened to be worked on. */
export const ItemCard = ({ item, index, items, isOpen, findings, reorder, remove, ...rest }: Props) => {
  const number = String(index + 1);
  const blocking = blockingOf(findings, index);
  const heading = item.heading === '' ? 'No heading yet' : item.heading;
  const place = `Item ${number} of ${String(items.length)}`;
  const actions: readonly Action[] = [
    { id: `item.up.${item.id}`, label: 'Move up', group: 'Decisions', isEnabled: index > 0, perform: () => reorder(index, index - 1) },
    { id: `item.down.${item.id}`, label: 'Move down', group: 'Decisions', isEnabled: index < items.length - 1, perform: () => reorder(index, index + 1) },
    { id: `item.remove.${item.id}`, label: 'Remove item', group: 'Decisions', perform: () => remove(item) },
  ];
  return (
    <li className={`item-card ${isOpen ? 'open' : ''}`}>
      <div className="item-head">
        <span className="item-number" aria-hidden="true">{number}</span>
        <AriaButton className="item-toggle" aria-expanded={isOpen} aria-label={`${place}: ${heading}`} onPress={() => pointAtItem(item.id)}>
          {isOpen ? <span className="overline">{place}</span> : <span className="lead item-name">{heading}</span>}
        </AriaButton>
        {blocking > 0 ? <Pill tone="block">{blocking} blocking</Pill> : null}
        {isOpen && item.decision === null ? null : <Pill tone={item.decision === null ? 'neutral' : 'accent'}>{item.decision ?? 'not decided'}</Pill>}
        <Menu label={`Item ${number}`} trigger={<IconButton icon="more" label={`More for item ${number}`} />} entries={actions} />
      </div>
      {isOpen ? <ItemEditor key={item.id} {...rest} items={items} item={item} index={index} findings={findings} /> : null}
    </li>
  );
};
