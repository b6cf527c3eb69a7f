import type { Item, ItemDraft, PartialRequest } from '../../../shared/item.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { DraftField } from '../../ui/draft-field.tsx';

type Props = { readonly item: Item; readonly onChange: (change: Partial<ItemDraft>) => Promise<boolean> };

const FORMS = [
  { id: 'remaining-portion' as const, title: 'Remaining portion', note: 'What was asked less what was authorized is decided.' },
  { id: 'original-request' as const, title: 'Original request', note: 'What was authorized cannot be subtracted.' },
];

/** A request of which the claims administrator authorized a part: what was asked, what was given, what is decided. */
export const PartialFields = ({ item, onChange }: Props) => {
  const { partial } = item;
  const set = (change: Partial<PartialRequest>): Promise<boolean> => (partial ? onChange({ partial: { ...partial, ...change } }) : Promise.resolve(true));
  return (
    <div role="group" aria-label="Partial authorization" className="partial">
      <Checkbox
        label="Partly authorized" note="The claims administrator authorized a part of the request." isOn={partial !== null}
        onChange={(isOn) => void onChange({ partial: isOn ? { form: 'remaining-portion', original: item.heading, authorised: '', remaining: '' } : null })}
      />
      {partial ? (
        <>
          <RadioCards label="How the letter puts it" isLabelHidden value={partial.form} cards={FORMS} onChange={(form) => void set({ form })} />
          <DraftField label="Original request" value={partial.original} write={(original) => set({ original })} placeholder="Acupuncture, 8 sessions" />
          <DraftField label="Authorized" value={partial.authorised} write={(authorised) => set({ authorised })} placeholder="6 sessions" />
          {partial.form === 'remaining-portion' ? <DraftField label="Remaining, to be decided" value={partial.remaining} write={(remaining) => set({ remaining })} placeholder="2 sessions" /> : null}
        </>
      ) : null}
    </div>
  );
};
