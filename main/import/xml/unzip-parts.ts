import type { DamagedThing } from '../../../shared/reason.ts';
import { Unzip, UnzipInflate, UnzipPassThrough, unzipSync } from 'fflate';
import { Unreadable } from '../unreadable.ts';
import { decodeXml } from './decode-xml.ts';

/** The most that the parts of one document may unpack to, in bytes. */
const MOST_UNPACKED = 160_000_000;
/** A large part that packs this much better than any text does is made to fill memory. */
const BOMB_SIZE = 20_000_000;
const BOMB_RATIO = 400;

/** The parts of a document that is a ZIP. They are looked up by name only; a name is never a place on a disk. */
export type Parts = {
  readonly names: readonly string[];
  /** The part as text; empty when there is none. */
  readonly xml: (name: string) => string;
  readonly bytes: (name: string) => Uint8Array | undefined;
  /** False when the archive was damaged and only what could be found of it is here. */
  readonly isWhole: boolean;
};

const createScale = () => {
  let total = 0;
  return (packed: number, unpacked: number): void => {
    total += unpacked;
    if (unpacked > BOMB_SIZE && unpacked > packed * BOMB_RATIO) throw new Unreadable({ code: 'grows-too-large' });
    if (total > MOST_UNPACKED) throw new Unreadable({ code: 'too-much-memory' });
  };
};

const byDirectory = (bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> => {
  const weigh = createScale();
  const parts = unzipSync(bytes, {
    filter: ({ name, size, originalSize }) => {
      if (!wanted(name)) return false;
      weigh(size, originalSize);
      return true;
    },
  });
  return new Map(Object.entries(parts));
};

/**
 * What can be had from the front of an archive whose directory, at its end, is lost: every part up to where it breaks.
 */
const fromFront = (bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> => {
  const pieces = new Map<string, Uint8Array[]>();
  const weigh = createScale();
  const unzip = new Unzip((file) => {
    if (!wanted(file.name)) return;
    const own: Uint8Array[] = [];
    pieces.set(file.name, own);
    file.ondata = (error, piece) => {
      // A stream that breaks off keeps what came before.
      if (error !== null || piece.length === 0) return;
      weigh(piece.length, piece.length);
      own.push(piece);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  unzip.register(UnzipPassThrough);
  try {
    for (let at = 0; at < bytes.length; at += 65_536)
      unzip.push(bytes.subarray(at, at + 65_536), at + 65_536 >= bytes.length);
  } catch (error) {
    if (error instanceof Unreadable) throw error;
  }
  return new Map([...pieces].map(([name, own]) => [name, Buffer.concat(own)]));
};

const open = (
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): { readonly parts: Map<string, Uint8Array>; readonly isWhole: boolean } => {
  try {
    return { parts: byDirectory(bytes, wanted), isWhole: true };
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    return { parts: fromFront(bytes, wanted), isWhole: false };
  }
};

/**
 * The parts of a zipped document that `wanted` names; throws {@link Unreadable} for a bomb, or when nothing of it is
 * left.
 */
export const unzipParts = (bytes: Uint8Array, wanted: (name: string) => boolean, what: DamagedThing): Parts => {
  const { parts, isWhole } = open(bytes, wanted);
  if (parts.size === 0) throw new Unreadable({ code: 'damaged', values: { what } });
  return {
    names: [...parts.keys()],
    xml: (name) => {
      const part = parts.get(name);
      return part === undefined ? '' : decodeXml(part);
    },
    bytes: (name) => parts.get(name),
    isWhole,
  };
};
