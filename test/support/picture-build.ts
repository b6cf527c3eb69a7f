import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { forkParser } from '../../main/import/fork-parser.ts';
import type { StartParser } from '../../main/import/read-page.ts';
import type { Want } from './optional.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** The build of sharp that the package for Linux carries. */
export const WASM_PICTURES: Want = {
  present: existsSync(join(ROOT, 'node_modules', '@img', 'sharp-wasm32')),
  reason: '@img/sharp-wasm32 is not installed',
};

/** Starts a parser that reads pictures with the WebAssembly build of sharp. */
export const startWasmParser: StartParser = () =>
  forkParser(join(import.meta.dirname, 'files', 'wasm-parser.ts'), { isBound: false });

let start: StartParser = () => forkParser();

/** Has the tests of this file, and the ones that it takes in, read pictures with the WebAssembly build. */
export const readPicturesInWasm = (): void => {
  start = startWasmParser;
};

/** Starts a parser with the build that was chosen: the native one if none was. */
export const startPictureParser: StartParser = () => start();
