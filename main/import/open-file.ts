import type { Identified } from './identify.ts';
import type { OpenDocument } from './open-document.ts';
import type { FlowText } from './flow/flow-document.ts';
import { openPdf } from './pdf/open-pdf.ts';
import { Unreadable } from './unreadable.ts';

/** Files within files are opened two deep at most. */
const MOST_DEPTH = 2;

/** Each reader is loaded with the first file that needs it: together they would take as much memory as PDFium. */
const readText = async (
  kind: 'docx' | 'docx-letter' | 'doc' | 'odt' | 'html' | 'ccda' | 'rtf' | 'txt' | 'eml' | 'msg' | 'xlsx' | 'pptx',
  bytes: Uint8Array,
): Promise<FlowText> => {
  switch (kind) {
    case 'docx':
      return (await import('./docx/read-docx.ts')).readDocx(bytes);
    case 'docx-letter':
      return (await import('./docx/read-docx-letter.ts')).readDocxLetter(bytes);
    case 'doc':
      return (await import('./doc/read-doc.ts')).readDoc(bytes);
    case 'odt':
      return (await import('./odt/read-odt.ts')).readOdt(bytes);
    case 'html':
      return (await import('./html/read-html.ts')).readHtml(bytes);
    case 'ccda':
      return (await import('./ccda/read-ccda.ts')).readCcda(bytes);
    case 'rtf':
      return (await import('./rtf/read-rtf.ts')).readRtf(bytes);
    case 'txt':
      return { pages: (await import('./flow/read-txt.ts')).readTxt(bytes), reasons: [] };
    case 'eml':
      return (await import('./mail/read-eml.ts')).readEml(bytes);
    case 'msg':
      return (await import('./mail/read-msg.ts')).readMsg(bytes);
    case 'xlsx':
      return (await import('./sheets/read-xlsx.ts')).readXlsx(bytes);
    case 'pptx':
      return (await import('./sheets/read-pptx.ts')).readPptx(bytes);
  }
};

/** `isLetter` as in `ReadRequest`. */
type Opening = { readonly password: string; readonly isLetter: boolean };

const byKind = async (
  { kind, refusal }: Identified,
  bytes: Uint8Array,
  { password, isLetter }: Opening,
  depth: number,
): Promise<OpenDocument> => {
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
    case 'eml':
    case 'msg':
    case 'xlsx':
    case 'pptx': {
      const { openText } = await import('./open-text.ts');
      return openText(kind, await readText(isLetter && kind === 'docx' ? 'docx-letter' : kind, bytes), (inner, own) =>
        depth >= MOST_DEPTH
          ? Promise.reject(new Unreadable({ code: 'nested-too-deep' }))
          : byKind(inner, own, { password, isLetter }, depth + 1),
      );
    }
    case 'tiff':
    case 'jpeg':
    case 'png':
    case 'gif':
    case 'bmp':
    case 'heic':
      return (await import('./pictures/open-picture.ts')).openPicture(kind, bytes);
    default:
      throw new Unreadable(
        refusal === undefined ? { code: 'unknown-format' } : { code: 'unsupported-format', values: { what: refusal } },
      );
  }
};

/**
 * Finds the format of a file by its content and opens it, `isLetter` as in `ReadRequest`; throws {@link Unreadable} with
 * the reason when that cannot be done.
 */
export const openFile = (
  identified: Identified,
  bytes: Uint8Array,
  password: string,
  isLetter = false,
): Promise<OpenDocument> =>
  bytes.length === 0
    ? Promise.reject(new Unreadable({ code: 'empty-file' }))
    : byKind(identified, bytes, { password, isLetter }, 0);
