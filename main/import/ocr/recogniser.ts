import { createRequire } from 'node:module';
import type { Worker } from 'tesseract.js';
import type { GrayPicture } from './gray-picture.ts';
import { grayToPng } from './gray-picture.ts';

/** A word as it was recognised: box in pixels of the picture, confidence 0 to 100, and the number of the line that it stands in. */
export type SeenWord = {
  readonly text: string;
  readonly confidence: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly line: string;
};
export type Recogniser = { readonly recognise: (picture: GrayPicture, dpi: number) => Promise<SeenWord[]> };

/** Tesseract's table of results: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
const parseTable = (table: string): SeenWord[] =>
  table.split('\n').flatMap((row) => {
    const [level, page, block, paragraph, line, , left, top, width, height, confidence, ...text] = row.split('\t');
    if (level !== '5') return [];
    const box = { left: Number(left), top: Number(top), right: Number(left) + Number(width), bottom: Number(top) + Number(height) };
    return [{ text: text.join(' ').trim(), confidence: Number(confidence), ...box, line: `${page}/${block}/${paragraph}/${line}` }];
  });

const LSTM_ONLY = 1;

/**
 * Starts Tesseract with the English model in the folder `data` (`eng.traineddata`). Nothing is fetched and nothing is
 * cached: the model is a file of ours.
 */
export const startRecogniser = async (data: string): Promise<Recogniser> => {
  const { createWorker } = createRequire(import.meta.url)('tesseract.js') as typeof import('tesseract.js');
  const worker: Worker = await createWorker('eng', LSTM_ONLY, { cacheMethod: 'none', langPath: data, gzip: false, errorHandler: () => undefined });
  let last = '';
  return {
    recognise: async (picture, dpi) => {
      const parameters = { tessedit_pageseg_mode: '3', user_defined_dpi: String(Math.round(dpi)) };
      if (last !== parameters.user_defined_dpi) await worker.setParameters(parameters as never);
      last = parameters.user_defined_dpi;
      const { data: found } = await worker.recognize(await grayToPng(picture), {}, { text: false, tsv: true });
      return parseTable(found.tsv ?? '');
    },
  };
};
