import { constants, inflateSync } from 'node:zlib';

/** An object as it stands in a PDF: its numbers and what stands between `obj` and `endobj`. */
export type FoundObject = { readonly number: number; readonly generation: number; readonly body: string };

/** Bytes that the objects packed in one stream may unpack to. */
const MOST_UNPACKED = 50_000_000;

const numberOf = (dictionary: string, key: string): number =>
  Number(new RegExp(`/${key}\\s+(\\d+)`).exec(dictionary)?.[1] ?? NaN);

const unpack = (dictionary: string, data: string): string => {
  if (!/\/Filter\b/.test(dictionary)) return data;
  if (!/\/Filter\s*\[?\s*\/(FlateDecode|Fl)\b/.test(dictionary) || /\/Predictor\b/.test(dictionary)) return '';
  try {
    // What comes before the place of the damage is still wanted.
    return inflateSync(Buffer.from(data, 'latin1'), {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: MOST_UNPACKED,
    }).toString('latin1');
  } catch {
    return '';
  }
};

/**
 * The objects packed in an object stream (ISO 32000-1, 7.5.7); none for any other object, or when it cannot be
 * unpacked.
 */
export const unpackObjects = ({ body }: FoundObject): FoundObject[] => {
  const [whole, dictionary] = /^([\s\S]*?)\bstream\r?\n/.exec(body) ?? [];
  if (whole === undefined || dictionary === undefined || !/\/Type\s*\/ObjStm\b/.test(dictionary)) return [];
  const text = unpack(dictionary, body.slice(whole.length));
  const first = numberOf(dictionary, 'First');
  const places = (text.slice(0, first).match(/\d+/g) ?? []).map(Number);
  return places.flatMap((number, index) => {
    const [from, to = text.length] = [places[index + 1], places[index + 3]];
    if (index % 2 === 1 || from === undefined || first + from >= text.length) return [];
    return [{ number, generation: 0, body: text.slice(first + from, first + to) }];
  });
};
