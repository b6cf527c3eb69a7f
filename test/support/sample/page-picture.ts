import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { init } from '@embedpdf/pdfium';

/** A grey picture, one byte a pixel, 0 black to 255 white. */
export type Picture = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

const wasmPath = (): string => createRequire(import.meta.filename).resolve('@embedpdf/pdfium/pdfium.wasm');

const GREY_FORMAT = 1;
const PRINTING = 0x800;

/** The pages of a PDF as grey pictures. PDFium brings its own fonts, so that they look the same on every machine. */
export const pagePictures = async (pdf: Uint8Array, dpi: number): Promise<Picture[]> => {
  const pdfium = await init({ wasmBinary: new Uint8Array(readFileSync(wasmPath())).buffer });
  pdfium.PDFiumExt_Init();
  const memory = pdfium.pdfium;
  const heap = (): Uint8Array => (memory as unknown as { readonly HEAPU8: Uint8Array }).HEAPU8;
  const { malloc, free } = memory.wasmExports as unknown as {
    malloc: (size: number) => number;
    free: (pointer: number) => void;
  };
  const file = malloc(pdf.length);
  heap().set(pdf, file);
  const document = pdfium.FPDF_LoadMemDocument(file, pdf.length, '');
  const draw = (index: number): Picture => {
    const page = pdfium.FPDF_LoadPage(document, index);
    const width = Math.round((pdfium.FPDF_GetPageWidthF(page) * dpi) / 72);
    const height = Math.round((pdfium.FPDF_GetPageHeightF(page) * dpi) / 72);
    const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, GREY_FORMAT, 0, 0);
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, PRINTING);
    const start = pdfium.FPDFBitmap_GetBuffer(bitmap);
    const stride = pdfium.FPDFBitmap_GetStride(bitmap);
    const pixels = new Uint8Array(width * height);
    for (let row = 0; row < height; row += 1)
      pixels.set(heap().subarray(start + row * stride, start + row * stride + width), row * width);
    pdfium.FPDFBitmap_Destroy(bitmap);
    pdfium.FPDF_ClosePage(page);
    return { width, height, pixels };
  };
  const pictures = Array.from({ length: pdfium.FPDF_GetPageCount(document) }, (_, index) => draw(index));
  pdfium.FPDF_CloseDocument(document);
  free(file);
  return pictures;
};
