import type { PlainReason } from '../../../shared/reason.ts';
import { Unreadable } from '../unreadable.ts';
import { isEmptyPage } from './inspect-page.ts';
import { mendPdf } from './mend-pdf.ts';
import type { Pdfium } from './pdfium.ts';
import { withMemory } from './pdfium.ts';

const PASSWORD_ERROR = 4;
const SECURITY_ERROR = 5;

/** A document in PDFium's memory, where its bytes stay until it is closed. */
export type Loaded = {
  readonly handle: number;
  readonly address: number;
  readonly size: number;
  readonly pages: number;
};

const refusal = (error: number, password: string): PlainReason => {
  if (error === SECURITY_ERROR) return { code: 'unknown-protection' };
  if (error !== PASSWORD_ERROR) return { code: 'damaged', values: { what: 'PDF' } };
  return { code: password === '' ? 'needs-password' : 'wrong-password' };
};

/** Gives the document and its bytes back. */
export const closeLoaded = (pdfium: Pdfium, { handle, address }: Loaded): void => {
  pdfium._FPDF_CloseDocument(handle);
  pdfium._free(address);
};

/** Gives the error of PDFium as a number where the document does not open. */
const loadBytes = (pdfium: Pdfium, bytes: Uint8Array, password: string): Loaded | number => {
  const address = pdfium._malloc(bytes.length);
  if (address === 0) throw new Unreadable({ code: 'too-much-memory' });
  pdfium.HEAPU8.set(bytes, address);
  const secret = Buffer.from(`${password}\0`, 'utf8');
  const handle = withMemory(pdfium, secret.length, (at) => {
    pdfium.HEAPU8.set(secret, at);
    return pdfium._FPDF_LoadMemDocument(address, bytes.length, at);
  });
  if (handle !== 0) return { handle, address, size: bytes.length, pages: pdfium._FPDF_GetPageCount(handle) };
  pdfium._free(address);
  return pdfium._FPDF_GetLastError();
};

/** Pages looked at to tell a sound document from one whose pages PDFium cannot find. */
const FIRST_PAGES = 3;
const isHollow = (pdfium: Pdfium, { handle, pages }: Loaded): boolean =>
  Array.from({ length: Math.min(FIRST_PAGES, pages) }, (_, index) => index).every((index) => {
    const page = pdfium._FPDF_LoadPage(handle, index);
    const isEmpty = page === 0 || isEmptyPage(pdfium, page);
    if (page !== 0) pdfium._FPDF_ClosePage(page);
    return isEmpty;
  });

/** The first of the mended ones that shows something. */
const loadMended = (pdfium: Pdfium, bytes: Uint8Array, password: string): Loaded | null => {
  for (const mended of mendPdf(bytes)) {
    const loaded = loadBytes(pdfium, mended, password);
    if (typeof loaded === 'number') continue;
    if (!isHollow(pdfium, loaded)) return loaded;
    closeLoaded(pdfium, loaded);
  }
  return null;
};

/**
 * Opens the document as it is; where it is damaged or shows nothing, the mended one if that is better. Throws
 * {@link Unreadable} when neither opens or the password is missing or wrong.
 */
export const loadPdf = (
  pdfium: Pdfium,
  bytes: Uint8Array,
  password: string,
): Loaded & { readonly isMended: boolean } => {
  const loaded = loadBytes(pdfium, bytes, password);
  if (loaded === PASSWORD_ERROR || loaded === SECURITY_ERROR) throw new Unreadable(refusal(loaded, password));
  if (typeof loaded !== 'number' && !isHollow(pdfium, loaded)) return { ...loaded, isMended: false };
  const mended = loadMended(pdfium, bytes, password);
  if (mended === null) {
    if (typeof loaded === 'number') throw new Unreadable(refusal(loaded, password));
    return { ...loaded, isMended: false };
  }
  if (typeof loaded !== 'number') closeLoaded(pdfium, loaded);
  return { ...mended, isMended: true };
};
