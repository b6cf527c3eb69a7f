import { FormDescription, type FormChoice } from '../../shared/letter-form.ts';
import type { LetterForm } from '../../shared/letter.ts';
import { Refusal } from '../../shared/reply.ts';

/** Every form that is known, each with one description; one of them is the current one. */
export type LetterForms = readonly FormDescription[];

const damaged = (sentence: string): Error => new Error(`The letter forms are damaged: ${sentence}.`);

const readForm = (json: unknown, name: string): FormDescription => {
  const { data, error } = FormDescription.safeParse(json);
  if (data !== undefined) return data;
  const [issue] = error.issues;
  throw damaged(
    `"${issue?.path.map(String).join('.') ?? ''}" of ${name} ${issue?.message ?? 'is not as it should be'}`,
  );
};

/**
 * The descriptions of `assets/letter/forms` by the names of their files; throws a sentence that names what is wrong in
 * which.
 */
export const parseLetterForms = (files: Readonly<Record<string, unknown>>): LetterForms => {
  const forms = Object.entries(files).map(([name, json]) => readForm(json, name));
  const twice = forms.find(({ form }, index) => forms.findIndex((other) => other.form === form) < index);
  if (twice !== undefined) throw damaged(`"${twice.form}" is described twice`);
  const current = forms.filter(({ isCurrent }) => isCurrent);
  if (current.length !== 1) throw damaged(`${String(current.length)} of them are called the current one`);
  return forms;
};

/** The form of a new vault, and the one that a letter of no known form is read as. */
export const currentForm = (forms: LetterForms): FormDescription => {
  const current = forms.find(({ isCurrent }) => isCurrent);
  if (current === undefined) throw damaged('none of them is called the current one');
  return current;
};

/** The description of a form, of the current one where none was said; refuses with `usage` what is not known. */
export const formOf = (forms: LetterForms, id: LetterForm): FormDescription => {
  const found = id === '' ? currentForm(forms) : forms.find(({ form }) => form === id);
  if (found !== undefined) return found;
  const known = forms.map(({ form }) => form).join(', ');
  throw new Refusal('usage', `There is no letter form "${id}"; choose one of these: ${known}.`, { form: id });
};

/** The forms as they are offered: the current one, then the others by their ids, the last first. */
export const listForms = (forms: LetterForms): FormChoice[] =>
  [...forms]
    .sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent) || (a.form < b.form ? 1 : -1))
    .map(({ form, title, note, isCurrent, isWritten, unconfirmed }) => ({
      form,
      title,
      note,
      isCurrent,
      isWritten,
      unconfirmed,
    }));

/** Whether the form's MTUS citations carry the year of the edition. */
export const namesYear = ({ citation }: FormDescription): boolean => citation.plain.includes('{year}');
