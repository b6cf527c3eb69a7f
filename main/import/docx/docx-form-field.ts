import type { DocxHandlers } from './docx-elements.ts';
import { isOn } from './docx-elements.ts';

type Field = { isChecked: boolean | null; entries: string[]; chosen: number };

/** Reads a form field (ECMA-376 part 1, 17.16.17) and writes what it shows: a box, ticked or not, or the chosen entry. */
export const formFieldHandlers = (
  write: (text: string) => void,
): { readonly opening: DocxHandlers; readonly closing: DocxHandlers } => {
  let field: Field | null = null;
  return {
    opening: {
      ffData: () => {
        field = { isChecked: null, entries: [], chosen: 0 };
      },
      checkBox: () => {
        if (field !== null) field.isChecked = false;
      },
      default: (element) => {
        if (field !== null && field.isChecked !== null) field.isChecked = isOn(element);
      },
      checked: (element) => {
        if (field !== null) field.isChecked = isOn(element);
      },
      listEntry: ({ attributes }) => field?.entries.push(attributes['val'] ?? ''),
      result: ({ attributes }) => {
        if (field !== null) field.chosen = Number(attributes['val'] ?? 0);
      },
    },
    closing: {
      ffData: () => {
        if (field?.isChecked !== null && field !== null) write(field.isChecked ? '\u2612' : '\u2610');
        else if (field !== null && field.entries.length > 0) write(field.entries[field.chosen] ?? '');
        field = null;
      },
    },
  };
};
