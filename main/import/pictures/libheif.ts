import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * What is used of libheif's C interface (`heif.h`). A call that can fail writes its error, three words, to the address
 * given first.
 */
type Call =
  | 'malloc'
  | 'heif_context_alloc'
  | 'heif_context_read_from_memory_without_copy'
  | 'heif_context_get_number_of_top_level_images'
  | 'heif_context_get_list_of_top_level_image_IDs'
  | 'heif_context_get_image_handle'
  | 'heif_image_handle_get_width'
  | 'heif_image_handle_get_height'
  | 'heif_image_handle_has_alpha_channel'
  | 'heif_decoding_options_alloc'
  | 'heif_decode_image'
  | 'heif_image_get_width'
  | 'heif_image_get_height'
  | 'heif_image_get_plane_readonly2'
  | 'heif_image_get_decoding_warnings';

/** libheif in memory of its own; arguments and results are numbers and addresses. The memory moves when it grows. */
export type Libheif = { readonly HEAPU8: Uint8Array; readonly HEAPU32: Uint32Array } & Readonly<
  Record<`_${Call}`, (...numbers: readonly number[]) => number>
>;

type Start = (
  options: { readonly wasmBinary: Uint8Array } & Readonly<Record<'print' | 'printErr', () => void>>,
) => Libheif;

/**
 * `wipe` makes the memory what it was at the start: nothing of a file is left for the next, and nothing has to be given
 * back piece by piece.
 */
export type StartedLibheif = { readonly heif: Libheif; readonly wipe: () => void };

const lengthInUse = (words: Uint32Array): number => {
  let end = words.length;
  while (end > 0 && words[end - 1] === 0) end -= 1;
  return end * words.BYTES_PER_ELEMENT;
};

/** Starts libheif with its HEVC decoder, compiled to WebAssembly. */
export const startLibheif = (): StartedLibheif => {
  const load = createRequire(import.meta.url);
  const start = load('libheif-js/libheif-wasm/libheif.js') as Start;
  const heif = start({
    wasmBinary: readFileSync(load.resolve('libheif-js/libheif-wasm/libheif.wasm')),
    print: () => undefined,
    printErr: () => undefined,
  });
  const unused = heif.HEAPU8.slice(0, lengthInUse(heif.HEAPU32));
  return {
    heif,
    wipe: () => {
      heif.HEAPU8.fill(0);
      heif.HEAPU8.set(unused);
    },
  };
};
