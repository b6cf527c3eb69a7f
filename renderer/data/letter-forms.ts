import { fileSuffix, type FormChoice } from '../../shared/letter-form.ts';
import type { LetterForm } from '../../shared/letter.ts';
import type { RadioCard } from '../ui/radio-cards.tsx';
import { useQueryOf } from './hooks.ts';

const NONE: readonly FormChoice[] = [];

/** The forms of the letter that are known, the current one first; none until they are there. */
export const useLetterForms = (): readonly FormChoice[] => useQueryOf('form.list', {}).data ?? NONE;

/** The forms to choose from: those that letters are written in, and the one that is chosen. */
export const formCards = (forms: readonly FormChoice[], chosen: LetterForm): RadioCard<LetterForm>[] =>
  forms
    .filter(({ form, isWritten }) => isWritten || form === chosen)
    .map(({ form, title, note, unconfirmed }) => ({
      id: form,
      title,
      note: unconfirmed.length === 0 ? note : `${note}. Unconfirmed: ${unconfirmed.join('; ')}.`,
    }));

/** What the name of a letter's file gains in this form. */
export const suffixOf = (forms: readonly FormChoice[], form: LetterForm): string => {
  const known = forms.find((one) => one.form === form);
  return known === undefined ? '' : fileSuffix(known);
};
