import type { Node } from '@tiptap/pm/model';

/**
 * The editor's document is paragraphs of plain text. Its text is the paragraphs joined by one line break each; these
 * functions count in UTF-16 units of that text on one side and in ProseMirror positions on the other.
 */
export const textOfDoc = (doc: Node): string => doc.textBetween(0, doc.content.size, '\n');

/** Position of the text's `offset`: one token opens each paragraph, and a break takes two where the text has one. */
export const positionOf = (text: string, offset: number): number => {
  let breaks = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) breaks += 1;
  return offset + 1 + breaks;
};

/** Offset of a position within a paragraph. */
export const offsetOf = (doc: Node, position: number): number => doc.textBetween(0, position, '\n').length;

export type TextChange = { readonly start: number; readonly end: number; readonly text: string };

/**
 * The smallest replacement that makes `after` of `before`, so that the cursor stays where it was; null when they are
 * equal.
 */
export const changeBetween = (before: string, after: string): TextChange | null => {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < most - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
};
