import type { Identified } from './identify.ts';
import type { OpenDocument } from './open-document.ts';
import type { FlowText } from './flow/flow-document.ts';
import { readTxt } from './flow/read-txt.ts';
import { openText } from './open-text.ts';
import { openPicture } from './pictures/open-picture.ts';
import { openPdf } from './pdf/open-pdf.ts';
import { readCcda } from './ccda/read-ccda.ts';
import { readDoc } from './doc/read-doc.ts';
import { readDocx } from './docx/read-docx.ts';
import { readHtml } from './html/read-html.ts';
import { readOdt } from './odt/read-odt.ts';
import { readRtf } from './rtf/read-rtf.ts';
import { SENTENCES, Unreadable } from './unreadable.ts';

/** Files within files are opened two deep at most. */
const MOST_DEPTH = 2;

const readText = (kind: 'docx' | 'doc' | 'odt' | 'html' | 'ccda' | 'rtf' | 'txt', bytes: Uint8Array): FlowText => {
  switch (kind) {
    case 'docx':
      return readDocx(bytes);
    case 'doc':
      return readDoc(bytes);
    case 'odt':
      return readOdt(bytes);
    case 'html':
      return readHtml(bytes);
    case 'ccda':
      return readCcda(bytes);
    case 'rtf':
      return { pages: readRtf(bytes), messages: [] };
    case 'txt':
      return { pages: readTxt(bytes), messages: [] };
  }
};

const byKind = async ({ kind, refusal }: Identified, bytes: Uint8Array, password: string, depth: number): Promise<OpenDocument> => {
  switch (kind) {
    case 'pdf':
      return openPdf(bytes, password);
    case 'docx':
    case 'doc':
    case 'odt':
    case 'html':
    case 'ccda':
    case 'rtf':
    case 'txt':
      return openText(kind, readText(kind, bytes), (inner, own) =>
        depth >= MOST_DEPTH ? Promise.reject(new Unreadable(SENTENCES.tooDeep)) : byKind(inner, own, password, depth + 1));
    case 'tiff':
    case 'jpeg':
    case 'png':
    case 'gif':
    case 'bmp':
    case 'heic':
      return openPicture(kind, bytes);
    default:
      throw new Unreadable(refusal === undefined ? SENTENCES.unknown : SENTENCES.unsupported(refusal));
  }
};

/** Finds the format of a file by its content and opens it; throws {@link Unreadable} with the reason when that cannot be done. */
export const openFile = (identified: Identified, bytes: Uint8Array, password: string): Promise<OpenDocument> =>
  bytes.length === 0 ? Promise.reject(new Unreadable(SENTENCES.empty)) : byKind(identified, bytes, password, 0);
