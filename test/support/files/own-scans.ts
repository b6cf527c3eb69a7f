import sharp from 'sharp';
import { makePdf } from './make-pdf.ts';
import { makeTiff } from './make-tiff.ts';
import { asTiff, coarsen, pictureOf, reportPicture } from './scan-page.ts';

const COLUMNS = [60, 190, 330, 440] as const;
const ROWS = [
  ['Date', 'Treatment', 'Visits', 'Clinic'],
  ['03/07/2016', 'Acupuncture', '6 visits', 'North Office'],
  ['04/11/2016', 'Massage', '4 visits', 'South Office'],
] as const;

const drawTable = (pdf: PDFKit.PDFDocument): void => {
  ROWS.forEach((row, at) => {
    const y = 120 + at * 24;
    pdf.rect(54, y, 500, 24);
    if (at === 0) pdf.fillAndStroke('#000', '#000');
    else pdf.stroke('#000');
    row.forEach((cell, column) => pdf.fillColor(at === 0 ? '#fff' : '#000').text(cell, COLUMNS[column] ?? 0, y + 7));
  });
};

const drawBox = (pdf: PDFKit.PDFDocument, left: number, label: string, isCrossed: boolean): void => {
  pdf.rect(left, 260, 14, 14).stroke('#000');
  if (isCrossed)
    pdf
      .moveTo(left, 260)
      .lineTo(left + 14, 274)
      .moveTo(left + 14, 260)
      .lineTo(left, 274)
      .stroke('#000');
  pdf.fillColor('#000').text(label, left + 20, 262);
};

/** A scan of a table whose head is white on black, over two boxes of which one is crossed. */
export const scannedTable = async (): Promise<Buffer> =>
  asTiff(
    await pictureOf(
      await makePdf([
        (pdf) => {
          pdf.font('Helvetica').fontSize(11).lineWidth(1.2);
          drawTable(pdf);
          drawBox(pdf, 60, 'Certified', false);
          drawBox(pdf, 200, 'Modified', true);
        },
      ]),
    ),
  );

/** The report as a negative, which does not say how large it was. */
export const negativeScan = async (): Promise<Buffer> => {
  const { width, height, pixels } = await reportPicture();
  return sharp(
    pixels.map((light) => 255 - light),
    { raw: { width, height, channels: 1 } },
  )
    .png()
    .toBuffer();
};

/** Dots on each row of a fax (ITU-T T.4). */
const ROW = 1728;

/** The report in large letters, faxed in the standard way by a machine that does not tell its dots an inch. */
export const faxWithoutResolution = async (): Promise<Buffer> => {
  const { width, height, pixels } = await coarsen(await reportPicture(undefined, 20));
  const data = new Uint8Array((ROW / 8) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < ROW; x += 1)
      if ((pixels[y * width + x] ?? 255) > 0) data[y * (ROW / 8) + (x >> 3)]! |= 0x80 >> (x & 7);
  return makeTiff([{ width: ROW, height, bits: 1, data }]);
};
