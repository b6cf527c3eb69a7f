import { useState } from 'react';
import type { Item } from '../../../shared/item.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** The items that the pasted words hold, as they will be added. */
const Headings = ({ headings }: { readonly headings: readonly string[] }) => (
  <ol className="line-list paste-list" aria-label="Items to be added" tabIndex={headings.length > 6 ? 0 : undefined}>
    {headings.map((heading, index) => (
      <li key={`${String(index)} ${heading}`} className="line-row">
        <span className="quiet number">{index + 1}</span>
        <span className="spread">{heading}</span>
      </li>
    ))}
  </ol>
);

type PasteProps = { readonly onClose: () => void; readonly onAdd: (headings: readonly string[]) => Promise<boolean> };

/** A list from elsewhere, pasted: what it will become is shown before it is added. */
export const PasteDialog = ({ onClose, onAdd }: PasteProps) => {
  const [text, setText] = useState('');
  const { data } = useQueryOf('item.readList', { text }, { keepsPrevious: true });
  const headings = text.trim() === '' ? [] : (data?.headings ?? []);
  const add = async (): Promise<void> => {
    if (headings.length > 0 && (await onAdd(headings))) onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Add items from a list"
      size="medium"
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={headings.length === 0} onPress={() => void add()}>
            {headings.length === 1 ? 'Add 1 item' : `Add ${String(headings.length)} items`}
          </Button>
        </>
      }
    >
      <TextField
        label="The list"
        value={text}
        onChange={setText}
        rows={6}
        autoFocus
        placeholder={'1. Acupuncture, lumbar spine, 6 visits\n2. MRI of the lumbar spine'}
        description="Numbered, with dashes or semicolons, or one item a line: as it stands in the application or the determination."
      />
      {headings.length > 0 ? <Headings headings={headings} /> : null}
    </Dialog>
  );
};

type SplitProps = {
  readonly item: Item;
  readonly number: number;
  readonly onClose: () => void;
  readonly onSplit: (headings: readonly string[]) => Promise<boolean>;
};

/** Splits an item, so that its parts can be decided each by itself: there is no third decision word. */
export const SplitDialog = ({ item, number, onClose, onSplit }: SplitProps) => {
  const [text, setText] = useState(`${item.heading}\n${item.heading}`);
  const headings = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const isReady = headings.length > 1 && new Set(headings).size === headings.length;
  const split = async (): Promise<void> => {
    if (isReady && (await onSplit(headings))) onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Split item ${String(number)}`}
      size="medium"
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={!isReady} onPress={() => void split()}>
            {isReady ? `Split into ${String(headings.length)}` : 'Split'}
          </Button>
        </>
      }
    >
      <p className="quiet">
        A part is decided by splitting the item: one line for each part. Every part starts with the decision,
        guidelines, rationale and evidence of the whole.
      </p>
      <TextField
        label="Its parts, one a line"
        value={text}
        onChange={setText}
        rows={5}
        autoFocus
        description={isReady ? '' : 'At least two lines, each with words of its own.'}
      />
    </Dialog>
  );
};
