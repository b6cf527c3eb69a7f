import type { Turn } from '../../../shared/page.ts';
import type { GrayPicture } from '../ocr/gray-picture.ts';
import { OCR_DPI } from '../ocr/ocr-dpi.ts';
import type { Scan } from '../open-document.ts';
import { asSharp, toGray, toPng, turned } from '../pictures/pixels.ts';
import { imageDpi } from './inspect-page.ts';
import type { Pdfium } from './pdfium.ts';
import { withDrawing } from './with-drawing.ts';

/** A loaded page in shades of gray. */
export const drawGray = (pdfium: Pdfium, page: number, width: number): Promise<GrayPicture> =>
  withDrawing(pdfium, page, width, (pixels) => toGray(asSharp(pixels)));

/** A loaded page as a PNG, turned clockwise and then `width` pixels wide. */
export const drawPng = async (pdfium: Pdfium, page: number, width: number, turn: Turn): Promise<Uint8Array> => {
  const isUpended = turn === 90 || turn === 270;
  const across = isUpended
    ? Math.max(1, Math.round((width * pdfium._FPDF_GetPageWidthF(page)) / pdfium._FPDF_GetPageHeightF(page)))
    : width;
  return withDrawing(pdfium, page, across, async (pixels) => toPng(await turned(asSharp(pixels), turn)));
};

/** A loaded page as it is recognised: as fine as its pictures are, within what suits. */
export const scanPage = async (pdfium: Pdfium, page: number): Promise<Scan> => {
  const width = pdfium._FPDF_GetPageWidthF(page);
  const height = pdfium._FPDF_GetPageHeightF(page);
  const dpi = Math.min(OCR_DPI.most, Math.max(OCR_DPI.least, imageDpi(pdfium, page)));
  return { picture: await drawGray(pdfium, page, Math.round((width / 72) * dpi)), width, height };
};
