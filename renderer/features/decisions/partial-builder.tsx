import { useMemo } from 'react';
import type { Input } from '../../../shared/contract.ts';
import type { PartialRequest } from '../../../shared/item.ts';
import type { Reply } from '../../../shared/reply.ts';
import { bridge } from '../../data/bridge.ts';
import type { MadeFrom } from '../../data/edit-keeper.ts';
import { useEdit } from '../../data/use-edit.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { ConflictNotice } from '../../ui/conflict-notice.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { askFor, draftOf, sameWords, saysTheSame } from './partial-draft.ts';
import type { PartialDraft } from './partial-draft.ts';

/** Changes the given parts of the item; the others stay. */
export type EditItem = (change: Input<'item.edit'>['change'], from?: MadeFrom) => Promise<Reply<unknown>>;

type Props = {
  readonly heading: string;
  /** As the heading says it, or as it was begun and not finished. */
  readonly partial: PartialRequest | null;
  readonly edit: EditItem;
};

const FORMS = [
  {
    id: 'remaining-portion' as const,
    title: 'Remaining portion',
    note: 'What was authorized is subtracted; the rest is decided.',
  },
  {
    id: 'original-request' as const,
    title: 'Original request',
    note: 'What was authorized is of another kind; the whole is decided.',
  },
];

/** The subtraction in figures, where both sides count the same thing. */
const useSum = (draft: PartialDraft, amount: number | null): string => {
  const { data: whole } = useQueryOf('item.read', { heading: draft.original }, { keepsPrevious: true });
  const { data: given } = useQueryOf('item.read', { heading: draft.authorised }, { keepsPrevious: true });
  const [asked, granted] = [whole?.count ?? null, given?.count ?? null];
  return amount === null || asked === null || granted === null
    ? ''
    : `${String(asked)} − ${String(granted)} = ${String(amount)}`;
};

const inWords = ({ original, authorised, remaining }: PartialDraft): string =>
  [original, `authorized: ${authorised}`, ...(remaining === null ? [] : [`remaining: ${remaining}`])].join('; ');

const Builder = ({ partial, edit }: { readonly partial: PartialRequest; readonly edit: EditItem }) => {
  const write = async (draft: PartialDraft, from: MadeFrom): Promise<Reply<unknown>> => {
    const built = await bridge.call('item.partial', askFor(draft));
    if (!built.ok) return built;
    const { partial: next, heading } = built.value;
    return edit({ partial: next, ...(heading === '' ? {} : { heading }) }, from);
  };
  const stored = useMemo(() => draftOf(partial), [partial]);
  const { value: draft, change, choose: chooseWhole, flush, conflict } = useEdit(stored, write, saysTheSame);
  const { data: built } = useQueryOf('item.partial', askFor(draft), { keepsPrevious: true });
  const { data: computed } = useQueryOf('item.partial', askFor(draft, true), { keepsPrevious: true });
  const sum = useSum(draft, computed?.amount ?? null);
  const set = (part: Partial<PartialDraft>): void => change({ ...draft, ...part });
  const choose = (part: Partial<PartialDraft>): void => chooseWhole({ ...draft, ...part });
  const form = draft.form ?? built?.partial.form ?? 'remaining-portion';
  const isOwn =
    draft.remaining !== null &&
    computed !== undefined &&
    computed.amount !== null &&
    !sameWords(draft.remaining, computed.partial.remaining);
  return (
    <>
      <TextField
        label="Original request"
        value={draft.original}
        onChange={(original) => set({ original, remaining: null })}
        onBlur={flush}
        placeholder="Acupuncture, 8 sessions"
      />
      <TextField
        label="Authorized"
        value={draft.authorised}
        onChange={(authorised) => set({ authorised, remaining: null })}
        onBlur={flush}
        placeholder="6 sessions"
      />
      <RadioCards
        label="How the letter puts it"
        isLabelHidden
        value={form}
        cards={FORMS}
        onChange={(next) => choose({ form: next, remaining: null })}
      />
      {form === 'remaining-portion' ? (
        <TextField
          label="Remaining, to be decided"
          value={draft.remaining ?? computed?.partial.remaining ?? ''}
          onChange={(remaining) => set({ remaining })}
          onBlur={flush}
          placeholder="Computed from the two above"
          description={sum === '' ? '' : `${sum}${isOwn ? '' : ', computed'}`}
        />
      ) : null}
      {isOwn ? (
        <Notice
          tone="warn"
          actions={<Button onPress={() => choose({ remaining: null })}>Take what was computed</Button>}
        >
          {sum}: the remainder would be “{computed.partial.remaining}”.
        </Notice>
      ) : null}
      {draft.authorised !== '' && built && built.message !== '' ? (
        <p className="small quiet" role="status">
          {built.message}
        </p>
      ) : null}
      <ConflictNotice conflict={conflict} inWords={inWords} />
    </>
  );
};

/**
 * A request of which the claims administrator authorised a part: what was asked, what was given, and what is decided,
 * computed while one types.
 */
export const PartialBuilder = ({ heading, partial, edit }: Props) => {
  const begin = (isOn: boolean): void =>
    void edit(
      isOn
        ? { partial: { form: 'remaining-portion', original: heading, authorised: '', remaining: '' } }
        : { partial: null, ...(partial === null ? {} : { heading: partial.original }) },
    );
  return (
    <div role="group" aria-label="Partial authorization" className="partial">
      <Checkbox
        label="Partly authorized"
        note="The claims administrator authorized a part of the request."
        isOn={partial !== null}
        onChange={begin}
      />
      {partial === null ? null : <Builder partial={partial} edit={edit} />}
    </div>
  );
};
