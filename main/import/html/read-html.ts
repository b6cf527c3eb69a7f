import type { DefaultTreeAdapterTypes } from 'parse5';
import { parse } from 'parse5';
import { decodeDeclared } from '../decode-text.ts';
import type { FlowText } from '../flow/flow-document.ts';
import { createFlowBuilder } from '../flow/flow-builder.ts';
import { dataPictures } from './data-pictures.ts';
import { unpackMhtml } from './unpack-mhtml.ts';
import { writeHtml } from './write-html.ts';

const DECLARED = /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)|^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)/i;

const declaredIn = (bytes: Uint8Array): string | undefined => {
  const match = DECLARED.exec(Buffer.from(bytes.subarray(0, 8192)).toString('latin1'));
  return match?.[1] ?? match?.[2];
};

/**
 * Reads a web page, or one saved as a single file (MHTML), as a browser would show it: built as the HTML standard says,
 * nothing run, nothing fetched, and only its text kept, and pictures that it holds itself.
 */
export const readHtml = (bytes: Uint8Array): FlowText => {
  const { page, charset, pictures: parts } = unpackMhtml(bytes) ?? { page: bytes, charset: undefined, pictures: [] };
  const document: DefaultTreeAdapterTypes.Document = parse(decodeDeclared(page, charset ?? declaredIn(page)), {
    scriptingEnabled: false,
  });
  const builder = createFlowBuilder();
  const { embedded } = writeHtml(document, builder);
  const pictures = [...dataPictures(document), ...parts];
  return {
    pages: builder.finish(),
    reasons: embedded > 0 ? [{ code: 'pages-inside-not-shown' }] : [],
    enclosed: pictures,
  };
};
