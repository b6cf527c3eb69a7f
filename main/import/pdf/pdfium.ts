import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { init } from '@embedpdf/pdfium';

/** What is used of PDFium's exports. */
const CALLS = [
  'malloc',
  'free',
  'PDFiumExt_Init',
  'FPDF_LoadMemDocument',
  'FPDF_GetLastError',
  'FPDF_CloseDocument',
  'FPDF_GetPageCount',
  'FPDF_LoadPage',
  'FPDF_ClosePage',
  'FPDF_GetPageWidthF',
  'FPDF_GetPageHeightF',
  'FPDF_PageToDevice',
  'FPDFText_LoadPage',
  'FPDFText_ClosePage',
  'FPDFText_CountChars',
  'FPDFText_GetText',
  'FPDFText_GetUnicode',
  'FPDFText_GetLooseCharBox',
  'FPDFText_HasUnicodeMapError',
  'FPDFPage_CountObjects',
  'FPDFPage_GetObject',
  'FPDFPageObj_GetType',
  'FPDFPageObj_GetBounds',
  'FPDFImageObj_GetImagePixelSize',
  'FPDFPage_GetAnnotCount',
  'FPDFPage_GetAnnot',
  'FPDFPage_CloseAnnot',
  'FPDFAnnot_GetSubtype',
  'FPDFPage_Flatten',
  'FPDFPageObj_CountMarks',
  'FPDFPageObj_GetMatrix',
  'FPDFFormObj_CountObjects',
  'FPDFFormObj_GetObject',
  'FPDFPageObj_GetMark',
  'FPDFPageObjMark_GetName',
  'FPDFPageObjMark_GetParamStringValue',
  'FPDFPageObj_SetIsActive',
  'FPDFPageObj_GetFillColor',
  'FPDFTextObj_GetTextRenderMode',
  'FPDFPath_GetDrawMode',
  'FPDFPath_CountSegments',
  'FPDFImageObj_GetBitmap',
  'PDFiumExt_OpenFormFillInfo',
  'PDFiumExt_CloseFormFillInfo',
  'PDFiumExt_InitFormFillEnvironment',
  'PDFiumExt_ExitFormFillEnvironment',
  'FPDF_GetFormType',
  'FPDF_GetXFAPacketCount',
  'FPDF_GetXFAPacketContent',
  'FPDFAnnot_GetRect',
  'FPDFAnnot_GetFlags',
  'FPDFAnnot_GetStringValue',
  'FPDFAnnot_GetFormFieldType',
  'FPDFAnnot_GetFormFieldFlags',
  'FPDFAnnot_CountAttachmentPoints',
  'FPDFAnnot_GetAttachmentPoints',
  'FPDFAnnot_SetAP',
  'EPDFAnnot_GetFormFieldRawValue',
  'EPDFAnnot_GetButtonExportValue',
  'EPDFAnnot_GenerateAppearance',
  'FPDFAnnot_GetFileAttachment',
  'FPDFDoc_GetAttachmentCount',
  'FPDFDoc_GetAttachment',
  'FPDFAttachment_GetName',
  'FPDFAttachment_GetFile',
  'EPDFPage_GetObjectNumber',
  'EPDFAnnot_GetAvailableAppearanceModes',
  'EPDFAnnot_GenerateFormFieldAP',
  'FPDFBitmap_CreateEx',
  'FPDFBitmap_FillRect',
  'FPDFBitmap_Destroy',
  'FPDF_RenderPageBitmap',
] as const;

type Call = (...numbers: number[]) => number;
type Heaps = {
  readonly HEAPU8: Uint8Array;
  readonly HEAPU16: Uint16Array;
  readonly HEAP32: Int32Array;
  readonly HEAPF32: Float32Array;
};

/**
 * The exports of PDFium that are used here, called without any wrapping: arguments and results are numbers and
 * addresses.
 */
export type Pdfium = Heaps & Readonly<Record<`_${(typeof CALLS)[number]}`, Call>>;

type Module = Heaps & { readonly wasmExports: Readonly<Record<string, Call>> };

/** The exports themselves: the package wraps each in checks, which count where a page takes a thousand calls. */
const straight = (module: Module): Pdfium => {
  const calls = Object.fromEntries(CALLS.map((name) => [`_${name}`, module.wasmExports[name]])) as Partial<Pdfium>;
  // The memory moves when it grows.
  for (const heap of ['HEAPU8', 'HEAPU16', 'HEAP32', 'HEAPF32'] as const)
    Object.defineProperty(calls, heap, { get: () => module[heap] });
  return calls as Pdfium;
};

let loading: Promise<Pdfium> | undefined;

const load = async (): Promise<Pdfium> => {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
  const { pdfium } = await init({ wasmBinary: Uint8Array.from(wasm).buffer });
  const raw = straight(pdfium as unknown as Module);
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
