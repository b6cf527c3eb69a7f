/** Words in quotation marks: from the opening mark to behind the closing one. */
export type Quotation = { readonly start: number; readonly end: number };

const MARKED = /“[^“”]*”|"[^"]*"/gu;

/** The passages of a text that stand in quotation marks, in order. A mark without its partner opens none. */
export const findQuotations = (text: string): Quotation[] =>
  [...text.matchAll(MARKED)].map((match) => ({ start: match.index, end: match.index + match[0].length }));

/**
 * The text with the words from `start` to `end` marked as a quotation; marks within become single ones. What is marked
 * already loses its marks again.
 */
export const markQuotation = (text: string, start: number, end: number): string => {
  const words = text.slice(start, end);
  const around = findQuotations(text).find((found) => found.start <= start && found.end >= end);
  if (around !== undefined)
    return text.slice(0, around.start) + text.slice(around.start + 1, around.end - 1) + text.slice(around.end);
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/u.exec(words) ?? [];
  return inner === ''
    ? text
    : `${text.slice(0, start)}${before}“${inner.replace(/[“”"]/gu, "'")}”${after}${text.slice(end)}`;
};
