import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { CaseId } from '../../../shared/ids.ts';
import type { Item, ItemFacts, PartialRequest } from '../../../shared/item.ts';
import { foldSpace } from '../../../shared/letter.ts';
import type { WriteEdit } from '../../data/edit-keeper.ts';
import { useEdit } from '../../data/use-edit.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { useSourceLabel } from '../../data/source-label.ts';
import { openSpan } from '../../data/workspace-state.ts';
import { ConflictNotice } from '../../ui/conflict-notice.tsx';
import { EditChoice } from '../../ui/edit-field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Pill } from '../../ui/pill.tsx';
import { Select } from '../../ui/select.tsx';
import { SourceLink } from '../../ui/source-link.tsx';
import { factChips } from './facts-line.ts';
import { ItemFields } from './item-fields.tsx';
import { PartialBuilder } from './partial-builder.tsx';
import type { EditItem } from './partial-builder.tsx';

type Props = {
  readonly caseId: CaseId;
  readonly items: readonly Item[];
  readonly item: Item;
  readonly index: number;
  readonly edit: EditItem;
};

const Heading = ({
  item,
  index,
  write,
}: {
  readonly item: Item;
  readonly index: number;
  readonly write: WriteEdit<string>;
}) => {
  const { value, change, flush, conflict } = useEdit(item.heading, write);
  return (
    <>
      <textarea
        className="heading-input lead"
        aria-label={`Item ${String(index + 1)} as requested`}
        value={value}
        rows={1}
        placeholder="The item as requested"
        onChange={(event) => change(event.target.value)}
        onBlur={flush}
      />
      <ConflictNotice conflict={conflict} inWords={(words) => words} />
    </>
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

type DetailProps = Omit<Props, 'index'> & {
  readonly facts: ItemFacts;
  readonly partial: PartialRequest | null;
};

const Details = ({ caseId, items, item, edit, facts, partial }: DetailProps) => {
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
      <ItemFields caseId={caseId} id={item.id} facts={facts} />
      {items.length > 1 ? (
        <EditChoice
          value={item.parent}
          write={(parent, from) => edit({ parent }, from)}
          inWords={(parent) => parents.find(({ id }) => id === parent)?.label ?? 'Stands by itself'}
        >
          {({ value, choose }) => (
            <Select
              label="Depends on"
              value={value ?? 'none'}
              options={parents}
              onChange={(id) => choose(items.find((other) => other.id === id)?.id ?? null)}
            />
          )}
        </EditChoice>
      ) : null}
      <PartialBuilder heading={item.heading} partial={partial} edit={edit} />
    </div>
  );
};

/**
 * The item as requested: its words, what they say field by field, what it depends on, and what of it was authorised.
 */
export const ItemRequest = ({ caseId, items, item, index, edit }: Props) => {
  const [isOpen, setOpen] = useState(false);
  const { data: decided, isPrevious } = useQueryOf('item.read', { heading: item.heading }, { keepsPrevious: true });
  const said = decided?.partial ?? null;
  // The words decide; as long as those of before are shown, what is kept of the item itself is newer.
  const partial = isPrevious ? (item.partial ?? said) : (said ?? item.partial);
  // Of a partly authorised request it is the original that says what was asked for.
  const { data: facts } = useQueryOf(
    'item.read',
    { heading: decided?.partial?.original ?? item.heading },
    { keepsPrevious: true },
  );
  const chips = facts === undefined || decided === undefined ? [] : factChips(facts, decided);
  return (
    <div data-part="heading" className="stack-tight">
      <Heading item={item} index={index} write={(heading, from) => edit({ heading }, from)} />
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
        <Details caseId={caseId} items={items} item={item} edit={edit} facts={facts} partial={partial} />
      ) : null}
    </div>
  );
};
