import { unzipSync } from 'fflate';
import { SENTENCES, Unreadable } from '../unreadable.ts';

/** The most that the text parts of one document may unpack to, in bytes. */
const MOST_UNPACKED = 160_000_000;

/** The parts of an Office file that `wanted` names, as text by name; throws {@link Unreadable} for a damaged archive or a bomb. */
export const unzipParts = (bytes: Uint8Array, wanted: (name: string) => boolean, what: string): ReadonlyMap<string, string> => {
  let total = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted(name)) return false;
        total += originalSize;
        if (total > MOST_UNPACKED) throw new Unreadable(SENTENCES.tooBig);
        return true;
      },
    });
    return new Map(Object.entries(parts).map(([name, part]) => [name, decodeXml(part)]));
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(SENTENCES.damaged(what));
  }
};

const decodeXml = (part: Uint8Array): string => {
  const isUtf16 = (part[0] === 0xff && part[1] === 0xfe) || (part[0] === 0xfe && part[1] === 0xff);
  return new TextDecoder(isUtf16 ? (part[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(part);
};
