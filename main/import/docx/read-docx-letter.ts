import { HEADER_LABELS } from '../../../shared/letter.ts';
import { addLines } from '../flow/add-lines.ts';
import { createFlowBuilder } from '../flow/flow-builder.ts';
import type { FlowText } from '../flow/flow-document.ts';
import { readHtml } from '../html/read-html.ts';
import { readDocx, readDocxHeaders } from './read-docx.ts';

/** A running head names the case; a head with so many of the seven labels is the case block itself. */
const CASE_BLOCK = 3;

const isCaseBlock = (head: string): boolean =>
  Object.values(HEADER_LABELS).filter((label) => head.toLowerCase().includes(label.toLowerCase())).length >= CASE_BLOCK;

/** The body of a Word file as HTML; null where mammoth finds none, as in a file of Word 2003. */
const bodyOf = async (bytes: Uint8Array): Promise<string | null> => {
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) },
    );
    return value.trim() === '' ? null : value;
  } catch {
    return null;
  }
};

const linesOf = (texts: readonly string[]): FlowText['pages'] => {
  const builder = createFlowBuilder();
  for (const text of texts) addLines(builder, text);
  return texts.length === 0 ? [] : builder.finish();
};

/**
 * Reads a determination in a Word file with mammoth: what stands in its body, without running heads and page numbers,
 * and first of all the case block where that stands in the head of the page. What mammoth cannot open is read like any
 * record; throws {@link Unreadable} like {@link readDocx}.
 */
export const readDocxLetter = async (bytes: Uint8Array): Promise<FlowText> => {
  const body = await bodyOf(bytes);
  if (body === null) return readDocx(bytes);
  const head = linesOf(readDocxHeaders(bytes).filter(isCaseBlock));
  const { pages } = readHtml(new TextEncoder().encode(`<meta charset="utf-8">${body}`));
  return { pages: [...head, ...pages], reasons: [] };
};
