import type { ReactNode } from 'react';
import { useEdit } from '../data/use-edit.ts';
import type { Edit } from '../data/use-edit.ts';
import { succeed } from '../../shared/reply.ts';
import type { Reply } from '../../shared/reply.ts';
import type { MadeFrom, WriteEdit } from '../data/edit-keeper.ts';
import { ConflictNotice } from './conflict-notice.tsx';
import { RadioCards } from './radio-cards.tsx';
import type { RadioCardsProps } from './radio-cards.tsx';
import { TextField } from './text-field.tsx';
import type { TextFieldProps } from './text-field.tsx';

type FieldProps = Omit<TextFieldProps, 'value' | 'onChange' | 'onBlur'> & {
  readonly value: string;
  readonly write: WriteEdit<string>;
  /** True for two texts of which the store makes the same. */
  readonly isSame?: (a: string, b: string) => boolean;
};

const asItIs = (words: string): string => words;

/** A field that saves itself while one types. */
export const EditField = ({ value: saved, write, isSame, ...field }: FieldProps) => {
  const { value, change, flush, conflict } = useEdit(saved, write, isSame);
  return (
    <>
      <TextField {...field} value={value} onChange={change} onBlur={flush} />
      <ConflictNotice conflict={conflict} inWords={asItIs} />
    </>
  );
};

type ChoiceProps<T> = {
  readonly value: T;
  readonly write: WriteEdit<T>;
  readonly inWords: (value: T) => string;
  /** Draws what one chooses with; a choice is written at once. */
  readonly children: (edit: Pick<Edit<T>, 'value' | 'choose'>) => ReactNode;
};

/** Anything that is chosen and not typed, and saves itself. */
export const EditChoice = <T,>({ value: saved, write, inWords, children }: ChoiceProps<T>) => {
  const { value, choose, conflict } = useEdit(saved, write);
  return (
    <>
      {children({ value, choose })}
      <ConflictNotice conflict={conflict} inWords={inWords} />
    </>
  );
};

type CardsProps<Id extends string> = Omit<RadioCardsProps<Id>, 'value' | 'onChange'> & {
  /** Null while nothing was chosen. */
  readonly value: Id | null;
  readonly write: (id: Id, from: MadeFrom) => Promise<Reply<unknown>>;
};

/** A choice among cards that saves itself. */
export const EditCards = <Id extends string>({ value: saved, write, cards, ...rest }: CardsProps<Id>) => (
  <EditChoice<Id | null>
    value={saved}
    write={(id, from) => (id === null ? Promise.resolve(succeed({})) : write(id, from))}
    inWords={(id) => cards.find((card) => card.id === id)?.title ?? ''}
  >
    {({ value, choose }) => <RadioCards {...rest} cards={cards} value={value} onChange={choose} />}
  </EditChoice>
);
