import type { Identified } from './identify.ts';
import type { OpenDocument } from './open-document.ts';
import { openFlow } from './flow/flow-document.ts';
import { readTxt } from './flow/read-txt.ts';
import { openPicture } from './pictures/open-picture.ts';
import { openPdf } from './pdf/open-pdf.ts';
import { readDoc } from './doc/read-doc.ts';
import { readDocx } from './docx/read-docx.ts';
import { readHtml } from './html/read-html.ts';
import { readOdt } from './odt/read-odt.ts';
import { readRtf } from './rtf/read-rtf.ts';
import { SENTENCES, Unreadable } from './unreadable.ts';

const byKind = async ({ kind, refusal }: Identified, bytes: Uint8Array, password: string): Promise<OpenDocument> => {
  switch (kind) {
    case 'pdf':
      return openPdf(bytes, password);
    case 'docx': {
      const { pages, messages } = readDocx(bytes);
      return openFlow(kind, pages, messages);
    }
    case 'doc': {
      const { pages, messages } = readDoc(bytes);
      return openFlow(kind, pages, messages);
    }
    case 'odt': {
      const { pages, messages } = readOdt(bytes);
      return openFlow(kind, pages, messages);
    }
    case 'html': {
      const { pages, messages } = readHtml(bytes);
      return openFlow(kind, pages, messages);
    }
    case 'rtf':
      return openFlow(kind, readRtf(bytes));
    case 'txt':
      return openFlow(kind, readTxt(bytes));
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
  bytes.length === 0 ? Promise.reject(new Unreadable(SENTENCES.empty)) : byKind(identified, bytes, password);
