import { hasHoles } from './has-holes.ts';
import type { Libheif, StartedLibheif } from './libheif.ts';
import { startLibheif } from './libheif.ts';

/** One photo of the file: its number in there and its size, turned as the file says. */
export type HeicPhoto = { readonly id: number; readonly width: number; readonly height: number };

/** Rows of red, green, blue and, with four channels, how opaque; `isTorn`: a part of the photo could not be decoded. */
export type HeicPixels = {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
  readonly isTorn: boolean;
};

let libheif: StartedLibheif | undefined;

const wordAt = ({ HEAPU32 }: Libheif, address: number): number => HEAPU32[address >> 2] ?? 0;

/** Addresses of a few bytes to be written to: an error, and whatever else a call gives. */
type Place = { readonly error: number; readonly out: number };
const PLACE = 32;
const OUT = 16;
const SUBCODE = 4;

const hold = (heif: Libheif, { error }: Place): void => {
  if (wordAt(heif, error) !== 0) throw new Error('the file was refused');
};

const take = (heif: Libheif, size: number): number => {
  const address = heif._malloc(size);
  if (address === 0) throw new Error('there is no memory left');
  return address;
};

/**
 * Opens the file for `use` and wipes the memory after it: the decoder leaves broken blocks as it finds them, and a
 * photo must never show a part of another. After an error the decoder's state is unknown and it is started anew.
 */
const withFile = <T>(bytes: Uint8Array, use: (heif: Libheif, context: number, place: Place) => T): T => {
  const { heif, wipe } = (libheif ??= startLibheif());
  try {
    const error = take(heif, PLACE);
    const place = { error, out: error + OUT };
    const file = take(heif, bytes.length);
    heif.HEAPU8.set(bytes, file);
    const context = heif._heif_context_alloc();
    heif._heif_context_read_from_memory_without_copy(error, context, file, bytes.length, 0);
    hold(heif, place);
    const value = use(heif, context, place);
    wipe();
    return value;
  } catch (error) {
    libheif = undefined;
    throw error;
  }
};

const handleOf = (heif: Libheif, context: number, place: Place, id: number): number => {
  heif._heif_context_get_image_handle(place.error, context, id, place.out);
  hold(heif, place);
  return wordAt(heif, place.out);
};

/**
 * The photos of an HEIF file by its own declaration, nothing decoded: no thumbnails, no tiles, no maps of depth or
 * light. Throws when the file cannot be read.
 */
export const heicPhotos = (bytes: Uint8Array): HeicPhoto[] =>
  withFile(bytes, (heif, context, place) => {
    const count = heif._heif_context_get_number_of_top_level_images(context);
    const list = take(heif, count * 4);
    heif._heif_context_get_list_of_top_level_image_IDs(context, list, count);
    const ids = Array.from({ length: count }, (_, at) => wordAt(heif, list + at * 4));
    return ids.map((id) => {
      const handle = handleOf(heif, context, place, id);
      return {
        id,
        width: heif._heif_image_handle_get_width(handle),
        height: heif._heif_image_handle_get_height(handle),
      };
    });
  });

// heif.h: heif_colorspace_RGB, heif_chroma_interleaved_RGB and _RGBA, heif_channel_interleaved.
const RGB = 1;
const INTERLEAVED = { 3: 10, 4: 11 } as const;
const INTERLEAVED_CHANNEL = 10;
/** Where the options (`heif_decoding_options`) hold that deeper colours are made ones of eight bits. */
const TO_EIGHT_BITS = 20;
/** The file describes its colours twice and differently: nothing is missing. */
const COLOURS_DIFFER = 152;

const decode = (heif: Libheif, handle: number, { error, out }: Place, channels: 3 | 4): number => {
  const options = heif._heif_decoding_options_alloc();
  heif.HEAPU8[options + TO_EIGHT_BITS] = 1;
  heif._heif_decode_image(error, handle, out, RGB, INTERLEAVED[channels], options);
  hold(heif, { error, out });
  return wordAt(heif, out);
};

const hasWarnings = (heif: Libheif, image: number, { error }: Place): boolean => {
  const count = heif._heif_image_get_decoding_warnings(image, 0, 0, 0);
  return Array.from({ length: count }, (_, at) => {
    heif._heif_image_get_decoding_warnings(image, at, error, 1);
    return wordAt(heif, error + SUBCODE);
  }).some((subcode) => subcode !== COLOURS_DIFFER);
};

const copyRows = (heif: Libheif, image: number, { out }: Place, channels: 3 | 4): Omit<HeicPixels, 'isTorn'> => {
  const width = heif._heif_image_get_width(image, INTERLEAVED_CHANNEL);
  const height = heif._heif_image_get_height(image, INTERLEAVED_CHANNEL);
  const from = heif._heif_image_get_plane_readonly2(image, INTERLEAVED_CHANNEL, out);
  const stride = wordAt(heif, out);
  const row = width * channels;
  const data = new Uint8Array(row * height);
  for (let y = 0; y < height; y += 1)
    data.set(heif.HEAPU8.subarray(from + y * stride, from + y * stride + row), y * row);
  return { data, width, height, channels };
};

/** Decodes one of {@link heicPhotos} as far as it goes; throws when nothing of it can be decoded. */
export const decodeHeic = (bytes: Uint8Array, id: number): HeicPixels =>
  withFile(bytes, (heif, context, place) => {
    const handle = handleOf(heif, context, place, id);
    const channels = heif._heif_image_handle_has_alpha_channel(handle) === 0 ? 3 : 4;
    const image = decode(heif, handle, place, channels);
    const pixels = copyRows(heif, image, place, channels);
    return { ...pixels, isTorn: hasWarnings(heif, image, place) || hasHoles(pixels) };
  });

/** Gives the decoder's memory back. */
export const closeHeic = (): void => {
  libheif = undefined;
};
