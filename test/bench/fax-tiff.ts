import sharp from 'sharp';
import { joinTiff } from '../support/sample/join-tiff.ts';
import { pagePictures } from '../support/sample/page-picture.ts';
import { clinicalPdf } from './clinical-pdf.ts';

const DPI = 200;
/** Pages that differ; a longer file has each of them again and again. */
const SHEETS = 40;

/** A TIFF of so many pages in black and white, as a fax machine stores a chart. */
export const faxTiff = async (pages: number): Promise<Uint8Array> => {
  const sheets = await Promise.all(
    (await pagePictures(await clinicalPdf(SHEETS), DPI)).map(({ pixels, width, height }) =>
      sharp(pixels, { raw: { width, height, channels: 1 } })
        .threshold(150)
        .toColourspace('b-w')
        .tiff({ compression: 'ccittfax4', bitdepth: 1, xres: DPI / 25.4, yres: DPI / 25.4 })
        .toBuffer(),
    ),
  );
  return joinTiff(Array.from({ length: pages }, (_, page) => sheets[page % SHEETS] ?? new Uint8Array(0)));
};
