import PDFDocument from 'pdfkit';
import sharp, { type Sharp } from 'sharp';
import { joinTiff } from './join-tiff.ts';
import { pagePictures, type Picture } from './page-picture.ts';
import { addNoise, shade, skew, threshold, turn } from './spoil-picture.ts';

const raw = ({ width, height, pixels }: Picture): Sharp => sharp(pixels, { raw: { width, height, channels: 1 } });

const jpeg = async (picture: Picture, quality: number): Promise<Buffer> =>
  raw(picture).toColourspace('b-w').jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer();

const letterSize = [612, 792] as const;

/** A PDF without a text layer: each page of `pdf` as it comes from a scanner, a little crooked and grainy. */
export const scanPdf = async (pdf: Uint8Array, made: string): Promise<Uint8Array> => {
  const pages = await pagePictures(pdf, 150);
  const pictures = await Promise.all(
    pages.map((page, index) => jpeg(addNoise(skew(page, index % 2 === 0 ? 0.8 : -0.6), 31 + index, 34, 0.0004), 48)),
  );
  const document = new PDFDocument({
    autoFirstPage: false,
    compress: false,
    info: { Producer: 'Sample scanner', Creator: 'Sample scanner', CreationDate: new Date(`${made}T12:00:00Z`) },
  });
  for (const picture of pictures)
    document
      .addPage({ size: 'LETTER', margin: 0 })
      .image(picture, 0, 0, { width: letterSize[0], height: letterSize[1] });
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    document.on('error', reject);
    document.end();
  });
};

/** A fax: black and white, Group 4, 200 dots an inch, the pages turned clockwise as given. */
export const faxTiff = async (pdf: Uint8Array, turns: readonly (0 | 90 | 180 | 270)[]): Promise<Uint8Array> => {
  const pages = await pagePictures(pdf, 200);
  const files = await Promise.all(
    pages.map((page, index) => {
      const bilevel = threshold(addNoise(page, 77 + index, 106, 0.0012), 150);
      const degrees = turns[index] ?? 0;
      return raw(degrees === 0 ? bilevel : turn(bilevel, degrees))
        .toColourspace('b-w')
        .tiff({ compression: 'ccittfax4', bitdepth: 1, xres: 200 / 25.4, yres: 200 / 25.4 })
        .toBuffer();
    }),
  );
  return joinTiff(files);
};

/** A telephone's photograph of the first page: stored lying on its side, with the EXIF mark (6) that rights it. */
export const phonePhoto = async (pdf: Uint8Array): Promise<Uint8Array> => {
  const [page] = await pagePictures(pdf, 150);
  if (page === undefined) throw new Error('the page to photograph is missing');
  const lying = turn(shade(addNoise(skew(page, -1.4), 99, 22, 0), 0.3), 270);
  return new Uint8Array(
    await raw(lying)
      .toColourspace('b-w')
      .withMetadata({ orientation: 6, density: 150 })
      .jpeg({ quality: 55 })
      .toBuffer(),
  );
};
