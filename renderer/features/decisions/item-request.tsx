import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { CaseId } from '../../../shared/ids.ts';
import type { Item, ItemDraft, ItemFacts, PartialRequest } from '../../../shared/item.ts';
import { foldSpace } from '../../../shared/letter.ts';
import { useDraft } from '../../data/drafts.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { useSourceLabel } from '../../data/source-label.ts';
import { openSpan } from '../../data/workspace-state.ts';
import { Icon } from '../../ui/icon.tsx';
import { Pill } from '../../ui/pill.tsx';
import { Select } from '../../ui/select.tsx';
import { SourceLink } from '../../ui/source-link.tsx';
import { factChips } from './facts-line.ts';
import { ItemFields } from './item-fields.tsx';
import { PartialBuilder } from './partial-builder.tsx';

type Edit = (change: Partial<ItemDraft>) => Promise<boolean>;
type Props = {
  readonly caseId: CaseId;
  readonly items: readonly Item[];
  readonly item: Item;
  readonly index: number;
  readonly edit: Edit;
};

const Heading = ({
  item,
  index,
  write,
}: {
  readonly item: Item;
  readonly index: number;
  readonly write: (heading: string) => Promise<boolean>;
}) => {
  const { text, change, flush } = useDraft(item.heading, write);
  return (
    <textarea
      className="heading-input lead"
      aria-label={`Item ${String(index + 1)} as requested`}
      value={text}
      rows={1}
      placeholder="The item as requested"
      onChange={(event) => change(event.target.value)}
      onBlur={flush}
    />
  );
};

/** Where the file words the item so. */
const RequestSource = ({ caseId, heading }: { readonly caseId: CaseId; readonly heading: string }) => {
  const { data } = useQueryOf('case.propose', { caseId });
  const sourceLabel = useSourceLabel(caseId);
  const found = data?.items.find((proposal) => foldSpace(proposal.heading) === foldSpace(heading));
  return found === undefined ? null : (
    <p className="small quiet">
      As in <SourceLink onPress={() => openSpan(found.source)}>{sourceLabel(found.source)}</SourceLink>
    </p>
  );
};

type DetailProps = Pick<Props, 'items' | 'item' | 'edit'> & {
  readonly facts: ItemFacts;
  readonly partial: PartialRequest | null;
};

const Details = ({ items, item, edit, facts, partial }: DetailProps) => {
  const parents = [
    { id: 'none', label: 'Stands by itself' },
    ...items.flatMap((other, at) =>
      other.id === item.id
        ? []
        : [{ id: other.id as string, label: `Follows item ${String(at + 1)}`, note: other.heading }],
    ),
  ];
  return (
    <div className="item-details" data-part="partial">
      <ItemFields heading={item.heading} facts={facts} write={(heading) => edit({ heading })} />
      {items.length > 1 ? (
        <Select
          label="Depends on"
          value={item.parent ?? 'none'}
          options={parents}
          onChange={(id) => void edit({ parent: items.find((other) => other.id === id)?.id ?? null })}
        />
      ) : null}
      <PartialBuilder heading={item.heading} partial={partial} onChange={edit} />
    </div>
  );
};

/**
 * The item as requested: its words, what they say field by field, what it depends on, and what of it was authorised.
 */
export const ItemRequest = ({ caseId, items, item, index, edit }: Props) => {
  const [isOpen, setOpen] = useState(false);
  const { data: decided } = useQueryOf('item.read', { heading: item.heading }, { keepsPrevious: true });
  // Of a partly authorised request it is the original that says what was asked for.
  const { data: facts } = useQueryOf(
    'item.read',
    { heading: decided?.partial?.original ?? item.heading },
    { keepsPrevious: true },
  );
  const chips = facts === undefined || decided === undefined ? [] : factChips(facts, decided);
  return (
    <div data-part="heading" className="stack-tight">
      <Heading item={item} index={index} write={(heading) => edit({ heading })} />
      <RequestSource caseId={caseId} heading={item.heading} />
      <AriaButton className="facts-button" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        <span className="visually-hidden">Fields of item {index + 1}: </span>
        <span className="fact-chips spread">
          {chips.map(({ text, tone }) => (
            <Pill key={text} tone={tone}>
              {text}
            </Pill>
          ))}
        </span>
        <Icon name={isOpen ? 'up' : 'down'} size={14} />
      </AriaButton>
      {isOpen && facts !== undefined ? (
        <Details items={items} item={item} edit={edit} facts={facts} partial={decided?.partial ?? item.partial} />
      ) : null}
    </div>
  );
};
