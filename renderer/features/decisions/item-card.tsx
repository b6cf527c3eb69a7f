import { Button as AriaButton } from 'react-aria-components';
import type { CaseFinding } from '../../../shared/check.ts';
import type { CaseOverview } from '../../../shared/case.ts';
import type { CaseId } from '../../../shared/ids.ts';
import type { Item } from '../../../shared/item.ts';
import type { Action } from '../../commands/registry.ts';
import { pointAtItem } from '../../data/workspace-state.ts';
import { IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Pill } from '../../ui/pill.tsx';
import { ItemEditor } from './item-editor.tsx';
import type { DragOrder } from './use-drag-order.ts';

type Props = {
  readonly caseId: CaseId;
  readonly overview: CaseOverview;
  readonly items: readonly Item[];
  readonly item: Item;
  readonly index: number;
  readonly isOpen: boolean;
  readonly findings: readonly CaseFinding[];
  readonly drag: DragOrder;
  readonly actions: readonly Action[];
};

const blockingOf = (findings: readonly CaseFinding[], index: number): number =>
  findings.filter(({ part, severity }) => severity === 'block' && part.kind === 'item' && part.item === index).length;

/**
 * One item: folded to its heading, decision and findings, or opened to be worked on. Its number is the handle to drag
 * it by.
 */
export const ItemCard = ({ item, index, items, isOpen, findings, drag, actions, ...rest }: Props) => {
  const number = String(index + 1);
  const blocking = blockingOf(findings, index);
  const heading = item.heading === '' ? 'No heading yet' : item.heading;
  const place = `Item ${number} of ${String(items.length)}`;
  const parent = items.findIndex(({ id }) => id === item.parent);
  return (
    <li
      className={`item-card ${isOpen ? 'open' : ''} ${parent >= 0 ? 'dependent' : ''} ${drag.lookOf(index)}`}
      data-item={item.id}
      {...drag.row(index)}
    >
      <div className="item-head">
        <span className="item-number" aria-hidden="true" title="Drag to another place" {...drag.handle(index)}>
          {number}
        </span>
        <AriaButton
          className="item-toggle"
          aria-expanded={isOpen}
          aria-label={`${place}: ${heading}`}
          onPress={() => pointAtItem(item.id)}
        >
          {isOpen ? <span className="overline">{place}</span> : <span className="lead item-name">{heading}</span>}
        </AriaButton>
        {parent >= 0 ? <Pill>follows item {parent + 1}</Pill> : null}
        {blocking > 0 ? <Pill tone="block">{blocking} blocking</Pill> : null}
        {isOpen && item.decision === null ? null : (
          <Pill tone={item.decision === null ? 'neutral' : 'accent'}>{item.decision ?? 'not decided'}</Pill>
        )}
        <Menu
          label={`Item ${number}`}
          trigger={<IconButton icon="more" label={`More for item ${number}`} />}
          entries={actions}
        />
      </div>
      {isOpen ? (
        <ItemEditor key={item.id} {...rest} items={items} item={item} index={index} findings={findings} />
      ) : null}
    </li>
  );
};
