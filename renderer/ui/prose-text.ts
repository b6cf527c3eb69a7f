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
