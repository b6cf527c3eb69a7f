import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The part of Tesseract's C++ interface (`TessBaseAPI`) that is used here. */
type Tesseract = {
  readonly Init: (data: null, language: string, engine: number) => number;
  readonly SetVariable: (name: string, value: string) => boolean;
  /** Takes the picture from the file `/input` of the module's own memory. */
  readonly SetImageFile: (orientation: number, angle: number) => number;
  readonly Recognize: (monitor: null) => number;
  readonly GetTSVText: (page: number) => string;
  readonly Clear: () => void;
};

type Core = {
  readonly FS: { readonly writeFile: (path: string, bytes: Uint8Array) => void };
  readonly TessBaseAPI: new () => Tesseract;
};
type StartCore = (options: Readonly<Record<'print' | 'printErr' | 'TesseractProgress', () => void>>) => Promise<Core>;

export type StartedTesseract = { readonly tesseract: Tesseract; readonly setPicture: (file: Uint8Array) => void };

const LSTM_ONLY = 1;
const UPRIGHT = 1;

/** Tesseract prints hints about pages; they belong nowhere. */
const quiet = { print: () => undefined, printErr: () => undefined, TesseractProgress: () => undefined };

/**
 * Starts Tesseract, compiled to WebAssembly, with the English model in the folder `data` (`eng.traineddata`); all of it
 * stays in memory. The build with plain SIMD: relaxed SIMD may round differently on another machine.
 */
export const startTesseract = async (data: string): Promise<StartedTesseract> => {
  const startCore = createRequire(import.meta.url)('tesseract.js-core/tesseract-core-simd-lstm') as StartCore;
  const { FS, TessBaseAPI } = await startCore(quiet);
  FS.writeFile('/eng.traineddata', readFileSync(join(data, 'eng.traineddata')));
  const tesseract = new TessBaseAPI();
  if (tesseract.Init(null, 'eng', LSTM_ONLY) !== 0) throw new Error('the model for recognition cannot be loaded');
  return {
    tesseract,
    setPicture: (file) => {
      FS.writeFile('/input', file);
      if (tesseract.SetImageFile(UPRIGHT, 0) !== 0) throw new Error('the picture was not taken');
    },
  };
};
