import sharp, { type Sharp } from 'sharp';
import { pagePictures, type Picture } from '../sample/page-picture.ts';
import { seededRandom } from '../sample/seeded-random.ts';
import { makePdf } from './make-pdf.ts';

const DPI = 200;

const raw = ({ width, height, pixels }: Picture): Sharp =>
  sharp(pixels, { raw: { width, height, channels: 1 } }).toColourspace('b-w');

/** Sentences as a clinic writes them, with dates; the patient is plainly fictional. */
export const REPORT = `Casey Sample was examined on 08/16/2016 for pain of the lumbar spine after the injury of 07/11/2016.
Forward bending reached forty degrees and straight leg raising was negative on both sides.
Naproxen was stopped on 07/15/2016 and etodolac on 08/01/2016, both for nausea and heartburn.
Acupuncture is requested twice a week for three weeks, after which function is measured again.
The next visit is on 09/13/2016. Work without lifting above ten pounds goes on until then.`;

/** A typed page as a PDF with its text. */
export const reportPdf = (text = REPORT, size = 12): Promise<Buffer> =>
  makePdf([
    (pdf) => {
      pdf.font('Times-Roman').fontSize(size).text(text, 72, 90, { width: 468, lineGap: 3 });
    },
  ]);

/** The picture of a PDF's first page, at {@link DPI}. */
export const pictureOf = async (pdf: Uint8Array): Promise<Picture> => {
  const [picture] = await pagePictures(pdf, DPI);
  if (picture === undefined) throw new Error('the page is missing');
  return picture;
};

/** The report as it comes from the glass: a picture. */
export const reportPicture = async (text = REPORT, size = 12): Promise<Picture> =>
  pictureOf(await reportPdf(text, size));

const perMillimetre = (dpi: number): number => dpi / 25.4;

/** A picture as a TIFF that tells its dots an inch. */
export const asTiff = (picture: Picture, dpiX = DPI, dpiY = dpiX): Promise<Buffer> =>
  raw(picture)
    .tiff({ compression: 'deflate', xres: perMillimetre(dpiX), yres: perMillimetre(dpiY) })
    .toBuffer();

export const asJpeg = (picture: Picture, quality = 60): Promise<Buffer> =>
  raw(picture).withMetadata({ density: DPI }).jpeg({ quality }).toBuffer();

/**
 * A picture as the only thing on the page of a PDF, over a text that one cannot see: `hidden` in lines from the top
 * left.
 */
export const asScannedPdf = async (
  picture: Picture,
  hidden: string,
  secrets: { readonly userPassword?: string } = {},
): Promise<Buffer> => {
  const jpeg = await asJpeg(picture, 80);
  return makePdf(
    [
      (pdf) => {
        pdf.font('Times-Roman').fontSize(12).text(hidden, 72, 90, { width: 468, lineGap: 3 });
        pdf.image(jpeg, 0, 0, { width: 612, height: 792 });
      },
    ],
    secrets,
  );
};

/** A fax of 204 by 98 dots an inch: half of the rows are gone. */
export const coarsen = async (picture: Picture): Promise<Picture> => {
  const [width, height] = [Math.round((picture.width * 204) / DPI), Math.round((picture.height * 98) / DPI)];
  const pixels = await raw(picture).resize(width, height, { fit: 'fill' }).raw().toBuffer();
  return { width, height, pixels: pixels.map((light) => (light < 150 ? 0 : 255)) };
};

const sheet = (): Picture => ({ width: 1700, height: 2200, pixels: new Uint8Array(1700 * 2200).fill(255) });

/** An empty sheet with the given number of specks of dust. */
export const emptySheet = (specks = 0): Picture => {
  const random = seededRandom(5);
  const empty = sheet();
  for (let speck = 0; speck < specks; speck += 1) empty.pixels[Math.floor(random() * empty.pixels.length)] = 0;
  return empty;
};

/** Lines of loops drawn by a pen, as a hand writes that nobody can read, from `top` to `bottom` in points. */
export const scribble = (pdf: PDFKit.PDFDocument, top: number, bottom: number, seed = 3): void => {
  const random = seededRandom(seed);
  pdf.lineWidth(1.6).lineCap('round').lineJoin('round');
  for (let y = top; y < bottom; y += 30) {
    for (let x = 80; x < 500;) {
      const end = x + 30 + random() * 50;
      pdf.moveTo(x, y);
      for (; x < end; x += 5 + random() * 5)
        pdf.bezierCurveTo(
          x + random() * 9,
          y - 4 - random() * 16,
          x + random() * 10 - 3,
          y + random() * 8,
          x + 7,
          y - random() * 7,
        );
      pdf.stroke('#111');
      x += 12;
    }
  }
};
