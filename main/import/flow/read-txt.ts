import { cleanText } from '../clean-text.ts';
import { decodeText } from '../decode-text.ts';
import type { FlowPage } from './flow-builder.ts';
import { createFlowBuilder, PARAGRAPH, withoutSoftHyphens } from './flow-builder.ts';

/** Blank lines part paragraphs; within one, lines and columns stand as they were typed. */
const paragraphs = (page: string): string[] =>
  cleanText(withoutSoftHyphens(page))
    .replace(/[ \t]+$/gm, '')
    .split(/\n{2,}/)
    .map((text) => text.replace(/^\n+|\n+$/g, ''));

/** Plain text of any encoding; a form feed is a page break. */
export const readTxt = (bytes: Uint8Array): FlowPage[] => {
  const builder = createFlowBuilder();
  decodeText(bytes)
    .split('\f')
    .forEach((page, index) => {
      if (index > 0) builder.breakPage();
      for (const text of paragraphs(page)) {
        builder.startBlock(PARAGRAPH);
        builder.addText(text);
        builder.endBlock();
      }
    });
  return builder.finish();
};
