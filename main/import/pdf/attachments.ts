import { cleanPath } from '../clean-name.ts';
import type { Enclosed } from '../open-document.ts';
import { Unreadable } from '../unreadable.ts';
import type { ArchiveEntry } from '../zip/archive-entry.ts';
import { LARGEST_FILE } from '../limits.ts';
import { ANNOTATION } from './annotations.ts';
import { pdfString } from './pdf-string.ts';
import type { Pdfium } from './pdfium.ts';
import { withMemory } from './pdfium.ts';

/** Files of the whole document have the places before this; those of page 1 begin here, those of page 2 at twice it. */
const A_PAGE = 100_000;
const MOST = 5000;

const sizeOf = (pdfium: Pdfium, attachment: number): number =>
  withMemory(pdfium, 4, (address) =>
    pdfium._FPDFAttachment_GetFile(attachment, 0, 0, address) === 0 ? 0 : (pdfium.HEAP32[address >> 2] ?? 0) >>> 0,
  );

const bytesOf = (pdfium: Pdfium, attachment: number): Uint8Array => {
  const size = sizeOf(pdfium, attachment);
  return withMemory(pdfium, size + 8, (address) => {
    if (address === 0 || pdfium._FPDFAttachment_GetFile(attachment, address + 8, size, address) === 0)
      throw new Unreadable({ code: 'damaged-inside' });
    return new Uint8Array(pdfium.HEAPU8.subarray(address + 8, address + 8 + size));
  });
};

const toEntry = (pdfium: Pdfium, attachment: number, index: number): ArchiveEntry => {
  const size = sizeOf(pdfium, attachment);
  const name = pdfString(pdfium, (buffer, length) => pdfium._FPDFAttachment_GetName(attachment, buffer, length));
  return {
    index,
    name: cleanPath(name),
    size,
    packed: size,
    isProtected: false,
    verdict:
      size === 0
        ? { status: 'failed', reason: { code: 'empty-file' } }
        : size > LARGEST_FILE
          ? { status: 'failed', reason: { code: 'unpacks-too-large', values: { size, most: LARGEST_FILE } } }
          : null,
  };
};

/** Visits the paper clips of a loaded page: the files attached to it. */
const forClips = (pdfium: Pdfium, page: number, visit: (attachment: number, at: number) => void): void => {
  const count = Math.min(MOST, pdfium._FPDFPage_GetAnnotCount(page));
  for (let at = 0; at < count; at += 1) {
    const annotation = pdfium._FPDFPage_GetAnnot(page, at);
    if (annotation === 0) continue;
    const attachment =
      pdfium._FPDFAnnot_GetSubtype(annotation) === ANNOTATION.file
        ? pdfium._FPDFAnnot_GetFileAttachment(annotation)
        : 0;
    if (attachment !== 0) visit(attachment, at);
    pdfium._FPDFPage_CloseAnnot(annotation);
  }
};

/** The files attached to a loaded page that is not settled yet; `number` counts from 1. */
export const clipsOf = (pdfium: Pdfium, page: number, number: number): ArchiveEntry[] => {
  const entries: ArchiveEntry[] = [];
  forClips(pdfium, page, (attachment, at) => entries.push(toEntry(pdfium, attachment, number * A_PAGE + at)));
  return entries;
};

const clipBytes = (pdfium: Pdfium, handle: number, index: number): Uint8Array => {
  const page = pdfium._FPDF_LoadPage(handle, Math.floor(index / A_PAGE) - 1);
  if (page === 0) throw new Unreadable({ code: 'page-unreadable' });
  try {
    const found: Uint8Array[] = [];
    forClips(pdfium, page, (attachment, at) => {
      if (at === index % A_PAGE) found.push(bytesOf(pdfium, attachment));
    });
    const [bytes] = found;
    if (bytes === undefined) throw new Unreadable({ code: 'damaged-inside' });
    return bytes;
  } finally {
    pdfium._FPDF_ClosePage(page);
  }
};

/** The files that a document encloses: those of a portfolio or its attachments; those of its pages by their place. */
export const enclosedOf = (pdfium: Pdfium, handle: number): Enclosed => ({
  entries: Array.from({ length: Math.min(MOST, pdfium._FPDFDoc_GetAttachmentCount(handle)) }, (_, index) => {
    const attachment = pdfium._FPDFDoc_GetAttachment(handle, index);
    return attachment === 0 ? [] : [toEntry(pdfium, attachment, index)];
  }).flat(),
  bytes: (index) => {
    if (index >= A_PAGE) return clipBytes(pdfium, handle, index);
    const attachment = pdfium._FPDFDoc_GetAttachment(handle, index);
    if (attachment === 0) throw new Unreadable({ code: 'damaged-inside' });
    return bytesOf(pdfium, attachment);
  },
});
