import { foldSpace } from '../../shared/letter.ts';

const FIELD = /\{(\w+)\}/gu;

/** The template with every `{field}` replaced by its value; a field without a value stays as it stands, and is seen. */
export const fillFields = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(FIELD, (whole, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? whole) : whole));

/** Words as a pattern that finds them as they stand. */
export const escapeWords = (words: string): string => words.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');

/** A pattern for fixed words however they are broken into lines. */
export const looseWords = (words: string): string => foldSpace(words).split(' ').map(escapeWords).join('\\s+');

/** A pattern for fixed words that may end with a colon, with or without white space before it. */
export const labelPattern = (label: string): string => {
  const words = foldSpace(label);
  return words.endsWith(':') ? `${looseWords(words.slice(0, -1))}\\s*:` : looseWords(words);
};

type Shapes = Readonly<Record<string, string>>;
const ANYTHING = '[\\s\\S]*?';

/**
 * A pattern for a template: its fixed words however broken into lines, each field a named group, of its shape where it
 * has one (possibly empty otherwise).
 */
export const templatePattern = (template: string, shapes: Shapes = {}): string =>
  foldSpace(template)
    .split(/(\{\w+\})/u)
    .map((piece) => {
      const field = /^\{(\w+)\}$/u.exec(piece)?.[1];
      return field === undefined
        ? piece.split(' ').map(escapeWords).join('\\s+')
        : `(?<${field}>${shapes[field] ?? ANYTHING})`;
    })
    .join('');

/**
 * The values that make the template equal to the text (white space folded), or null where its fixed words differ or a
 * value is not of its shape.
 */
export const readFields = (
  template: string,
  text: string,
  shapes: Shapes = {},
): Readonly<Record<string, string>> | null => {
  const match = new RegExp(`^${templatePattern(template, shapes)}$`, 'u').exec(foldSpace(text));
  return match === null ? null : { ...match.groups };
};
