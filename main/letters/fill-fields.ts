import { foldSpace } from '../../shared/letter.ts';

const FIELD = /\{(\w+)\}/gu;

/** The template with every `{field}` replaced by its value; a field without a value stays as it stands, and is seen. */
export const fillFields = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(FIELD, (whole, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? whole) : whole));

const escape = (words: string): string => words.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');

/** A pattern for fixed words however they are broken into lines. */
export const looseWords = (words: string): string => foldSpace(words).split(' ').map(escape).join('\\s+');

/** A pattern for a template: its fixed words however broken into lines, each field a named group (possibly empty). */
export const templatePattern = (template: string): string =>
  foldSpace(template)
    .split(/(\{\w+\})/u)
    .map((piece) => {
      const field = /^\{(\w+)\}$/u.exec(piece)?.[1];
      return field === undefined ? piece.split(' ').map(escape).join('\\s+') : `(?<${field}>[\\s\\S]*?)`;
    })
    .join('');

/** The values that make the template equal to the text (white space folded), or null where its fixed words differ. */
export const readFields = (template: string, text: string): Readonly<Record<string, string>> | null => {
  const match = new RegExp(`^${templatePattern(template)}$`, 'u').exec(foldSpace(text));
  return match === null ? null : { ...match.groups };
};
