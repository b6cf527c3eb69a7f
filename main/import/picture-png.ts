import sharp from 'sharp';
import type { Pixels } from './pdf/draw-page.ts';

// A parser process works on one page at a time; more threads would only take the cores from the other processes.
sharp.concurrency(1);
sharp.cache(false);

/** The pixels as a PNG, packed fast rather than small. */
export const toPng = async ({ data, width, height }: Pixels): Promise<Uint8Array> =>
  sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha().png({ compressionLevel: 2, adaptiveFiltering: false }).toBuffer();
