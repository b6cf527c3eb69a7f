import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter, configure } from '@zip.js/zip.js';
import sharp from 'sharp';
import { makeHeic } from '../../support/files/make-heic.ts';
import { makePdf, textPage } from '../../support/files/make-pdf.ts';
import { makeTiff } from '../../support/files/make-tiff.ts';
import { pictureOf, reportPdf } from '../../support/files/scan-page.ts';

const lockedZip = (): Promise<Uint8Array> => {
  configure({ useWebWorkers: false });
  const writer = new ZipWriter(new Uint8ArrayWriter(), { password: 'sesame', zipCrypto: true });
  return writer
    .add('note.txt', new Uint8ArrayReader(Buffer.from('Seen in secret on 05/24/2016.')))
    .then(() => writer.close());
};

/** A PDF whose page is only a picture of words. */
const scan = async (): Promise<Buffer> => {
  const { width, height, pixels } = await pictureOf(await reportPdf());
  const picture = await sharp(pixels, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
  return makePdf([(pdf) => void pdf.image(picture, 0, 0, { width: 612, height: 792 })]);
};

/** Writes what the probe reads; made here, for sharp's native library must not be loaded in Electron on Linux. */
export const writeProbeFiles = async (folder: string): Promise<void> => {
  const put = (name: string, bytes: Uint8Array): void => writeFileSync(join(folder, name), bytes);
  const ink = (x: number, y: number): number => (x > 20 && x < 60 && y > 20 && y < 60 ? 0 : 255);
  put('page.pdf', await makePdf([textPage('Lumbar strain, seen on 05/24/2016')]));
  put(
    'photo.jpg',
    await sharp({ create: { width: 200, height: 260, channels: 3, background: '#806040' } })
      .jpeg()
      .toBuffer(),
  );
  put(
    'fax.tif',
    makeTiff([
      {
        width: 128,
        height: 160,
        bits: 8,
        data: Uint8Array.from({ length: 128 * 160 }, (_, at) => ink(at % 128, at >> 7)),
      },
    ]),
  );
  put('telephone.heic', makeHeic({ width: 128, height: 128, light: ink }));
  put('records.zip', await lockedZip());
  put('large.bin', Buffer.alloc(200_000_000, 7));
  put('scan.pdf', await scan());
};
