import { assertNever } from '../../../shared/assert-never.ts';
import type { FoundAs } from '../../../shared/finding-kinds.ts';
import type { FormDescription } from '../../../shared/letter-form.ts';
import type { HeaderName } from '../../../shared/letter.ts';
import { fillFields } from '../fill-fields.ts';
import type { LetterForms } from '../letter-forms.ts';
import { wordFinding } from '../word-finding.ts';
import { partName, type Mark } from './item-marks.ts';
import type { Outline } from '../../../shared/outline.ts';

/** What is missing or changed of the form's own words. */
export type FormChange = FoundAs<'changed-section' | 'changed-lead-in' | 'missing-heading' | 'cut-off'>;

/**
 * What there is to say of a letter that was read. `form` is found by check 45 too. Items are counted from 0.
 */
export type LetterNote =
  | {
      readonly name: 'form';
      readonly found: FormChange;
    }
  | { readonly name: 'no-letter'; readonly words: string }
  | { readonly name: 'unknown-form' }
  | { readonly name: 'by-outline'; readonly outline: Outline }
  /** What reading by an outline had to say, in words. */
  | { readonly name: 'outline-message'; readonly words: string }
  | { readonly name: 'no-header-value'; readonly words: string }
  | { readonly name: 'no-header-date'; readonly header: HeaderName; readonly written: string }
  | { readonly name: 'no-decision'; readonly item: number }
  | { readonly name: 'odd-decision'; readonly item: number; readonly decision: string }
  | { readonly name: 'no-item-part'; readonly item: number; readonly part: Mark['part'] }
  | { readonly name: 'other-label'; readonly label: string; readonly usual: string };

/** Words of a text that are quoted to tell which it is. */
const QUOTED = 120;

const itemName = (item: number): string => `Item ${String(item + 1)}`;
const shortened = (words: string): string => (words.length > QUOTED ? `${words.slice(0, QUOTED).trimEnd()}…` : words);

const titles = (forms: LetterForms): string => forms.map(({ title }) => title).join(', ');

/** The note as one sentence; `form` is the one that the letter was read as. */
export const wordNote = (note: LetterNote, form: FormDescription, forms: LetterForms): string => {
  switch (note.name) {
    case 'form':
      return wordFinding(note.found);
    case 'no-letter':
      return `This is no determination letter of a form that is known here (${titles(forms)}); nothing was taken from it. It begins: "${shortened(note.words)}".`;
    case 'unknown-form':
      return `This letter is in none of the forms that are known here (${titles(forms)}); it was read as the ${form.title}.`;
    case 'by-outline':
      return note.outline.programme === ''
        ? `This is a determination in the ${note.outline.title}, which is read and not written; not seen of that form: ${note.outline.unconfirmed.join(', ')}.`
        : `This is a determination of another programme (${note.outline.title}): it can be kept as a precedent, its outcome words stay its own, and no case is made of it.`;
    case 'outline-message':
      return note.words;
    case 'no-header-value':
      return `Before the first heading stand words that are no value of the case block: "${note.words}".`;
    case 'no-header-date':
      return `The value of ${form.caseBlock.labels[note.header]}, "${note.written}", is no date of the form MM/DD/YYYY.`;
    case 'no-decision':
      return `${itemName(note.item)} has no decision word.`;
    case 'odd-decision':
      return `${itemName(note.item)}: "${note.decision}" is neither Upheld nor Overturned.`;
    case 'no-item-part':
      return `${itemName(note.item)} has no ${partName(form, note.part)}.`;
    case 'other-label':
      return `The label "${fillFields(form.labels.reviewer, { guidelineLabel: note.label })}" stands beside "${fillFields(form.labels.reviewer, { guidelineLabel: note.usual })}".`;
    default:
      return assertNever(note);
  }
};
