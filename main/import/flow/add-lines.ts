import type { FlowBuilder } from './flow-builder.ts';
import { createFlowBuilder, PARAGRAPH } from './flow-builder.ts';

/** Adds text as paragraphs, one a line: a note, a header, the content of a box. */
export const addLines = (builder: FlowBuilder, text: string): void => {
  for (const line of text.split('\n')) {
    builder.startBlock(PARAGRAPH);
    builder.addText(line);
    builder.endBlock();
  }
};

/** The text of everything that a builder took, without its page breaks. Ends the builder. */
export const textOf = (builder: FlowBuilder): string =>
  builder
    .finish()
    .map((page) => page.text)
    .join('\n')
    .trim();

/** The text of what is written, for parts that stand beside the text and not in it. */
export const asText = (write: (builder: FlowBuilder) => void): string => {
  const builder = createFlowBuilder();
  write(builder);
  return textOf(builder);
};

/** Each text once, empty ones left out: the headers of the sections of a document are mostly the same. */
export const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text) => text !== '');
