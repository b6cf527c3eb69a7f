import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { init } from '@embedpdf/pdfium';

type Call = (...numbers: number[]) => number;

/** The exports of PDFium that are used here, called without any wrapping: arguments and results are numbers and addresses. */
export type Pdfium = {
  readonly HEAPU8: Uint8Array;
  readonly HEAP32: Int32Array;
  readonly HEAPF32: Float32Array;
  readonly HEAPF64: Float64Array;
} & Readonly<
  Record<
    | '_malloc' | '_free' | '_PDFiumExt_Init' | '_FPDF_LoadMemDocument' | '_FPDF_GetLastError' | '_FPDF_CloseDocument'
    | '_FPDF_GetPageCount' | '_FPDF_LoadPage' | '_FPDF_ClosePage' | '_FPDF_GetPageWidthF' | '_FPDF_GetPageHeightF'
    | '_FPDF_PageToDevice' | '_FPDFText_LoadPage' | '_FPDFText_ClosePage' | '_FPDFText_CountChars' | '_FPDFText_GetText'
    | '_FPDFText_GetUnicode' | '_FPDFText_GetLooseCharBox' | '_FPDFText_GetCharBox' | '_FPDFText_HasUnicodeMapError'
    | '_FPDFPage_CountObjects' | '_FPDFPage_GetObject' | '_FPDFPageObj_GetType' | '_FPDFPageObj_GetBounds' | '_FPDFImageObj_GetImagePixelSize'
    | '_FPDFPage_GetAnnotCount' | '_FPDFPage_GetAnnot' | '_FPDFPage_CloseAnnot' | '_FPDFAnnot_GetSubtype' | '_FPDFPage_Flatten'
    | '_EPDFAnnot_GetAvailableAppearanceModes' | '_EPDFAnnot_GenerateFormFieldAP'
    | '_FPDFBitmap_CreateEx' | '_FPDFBitmap_FillRect' | '_FPDFBitmap_Destroy' | '_FPDF_RenderPageBitmap',
    Call
  >
>;

let loading: Promise<Pdfium> | undefined;

const load = async (): Promise<Pdfium> => {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
  const { pdfium } = await init({ wasmBinary: Uint8Array.from(wasm).buffer });
  const raw = pdfium as unknown as Pdfium;
  raw._PDFiumExt_Init();
  return raw;
};

/** PDFium, once a process. */
export const loadPdfium = (): Promise<Pdfium> => (loading ??= load());

/** Runs `use` with `size` bytes of PDFium's memory, which are given back after it. */
export const withMemory = <T>(pdfium: Pdfium, size: number, use: (address: number) => T): T => {
  const address = pdfium._malloc(size);
  try {
    return use(address);
  } finally {
    pdfium._free(address);
  }
};
