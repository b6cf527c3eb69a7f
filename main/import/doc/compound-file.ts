import type { ByteView } from './byte-view.ts';
import { viewBytes } from './byte-view.ts';

/** The streams at the top of a compound file. */
export type CompoundFile = {
  /** By name, in any case; undefined where there is none. */
  readonly stream: (name: string) => ByteView | undefined;
  /** False when a stream that was asked for is shorter than it should be. */
  readonly isWhole: () => boolean;
};

type Entry = {
  readonly name: string;
  readonly kind: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
};
type Chains = { readonly sectorSize: number; readonly next: (sector: number) => number };

const LAST = 0xffff_fffa;
const ENTRY = 128;
const STREAM = 2;
const ROOT = 5;

/**
 * The bytes of a chain of sectors. What lies beyond the end of a file that is cut off reads as zeros, so that the rest
 * keeps its place.
 */
const readChain = (
  bytes: Uint8Array,
  { sectorSize, next }: Chains,
  start: number,
  size: number,
  base: number,
): Uint8Array => {
  const most = Math.min(size, Math.ceil(bytes.length / sectorSize) * sectorSize);
  const stream = new Uint8Array(most);
  let last = 0;
  for (let at = 0, sector = start; at < most && sector < LAST; at += sectorSize, sector = next(sector)) {
    const place = base + sector * sectorSize;
    if (place >= bytes.length) continue;
    const piece = bytes.subarray(place, Math.min(place + sectorSize, place + most - at));
    stream.set(piece, at);
    last = at + piece.length;
  }
  return stream.subarray(0, last);
};

/** Sectors of the table of chains: the header names the first 109, a chain of its own the others ([MS-CFB] 2.5). */
const tableSectors = (file: ByteView, sectorSize: number): number[] => {
  const sectors = Array.from({ length: 109 }, (_, index) => file.u32(76 + index * 4));
  const seen = new Set<number>();
  for (let sector = file.u32(68); sector < LAST && !seen.has(sector) && (sector + 1) * sectorSize < file.length;) {
    seen.add(sector);
    const at = (sector + 1) * sectorSize;
    for (let offset = 0; offset < sectorSize - 4; offset += 4) sectors.push(file.u32(at + offset));
    sector = file.u32(at + sectorSize - 4);
  }
  return sectors.filter((sector) => sector < LAST);
};

/** A chain whose table is lost is taken to lie in one piece, as most do. */
const chainsOf = (table: ByteView, sectorSize: number): Chains => ({
  sectorSize,
  next: (sector) => ((sector + 1) * 4 <= table.length ? table.u32(sector * 4) : sector + 1),
});

const readEntry = (directory: ByteView, at: number): Entry => ({
  name: directory.utf16(at, Math.max(0, Math.min(64, directory.u16(at + 64)) - 2)).toLowerCase(),
  kind: directory.u8(at + 66),
  left: directory.u32(at + 68),
  right: directory.u32(at + 72),
  child: directory.u32(at + 76),
  start: directory.u32(at + 116),
  size: directory.u32(at + 120),
});

/** The entries right below the root; a document embedded in the file has its own, further down. */
const topEntries = (entries: readonly Entry[]): Entry[] => {
  const found: Entry[] = [];
  const seen = new Set<number>();
  const waiting = [entries.find((entry) => entry.kind === ROOT)?.child ?? LAST];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const entry = entries[index];
    if (entry === undefined || seen.has(index)) continue;
    seen.add(index);
    found.push(entry);
    waiting.push(entry.right, entry.left);
  }
  return found;
};

/**
 * Opens a compound file ([MS-CFB]). Own code, since packages for it go round in circles in files that are cut off; here
 * every chain ends, and what is left of a damaged file is given.
 */
export const openCompoundFile = (bytes: Uint8Array): CompoundFile => {
  const file = viewBytes(bytes);
  const sectorSize = file.u16(30) === 12 ? 4096 : 512;
  const table = Buffer.concat(
    tableSectors(file, sectorSize)
      .slice(0, Math.ceil(bytes.length / sectorSize))
      .map((sector) => {
        const whole = new Uint8Array(sectorSize).fill(0xff);
        whole.set(bytes.subarray((sector + 1) * sectorSize, (sector + 2) * sectorSize));
        return whole;
      }),
  );
  const chains = chainsOf(viewBytes(table), sectorSize);
  const read = (start: number, size: number): Uint8Array => readChain(bytes, chains, start, size, sectorSize);
  const directory = viewBytes(read(file.u32(48), bytes.length));
  const entries = Array.from({ length: Math.floor(directory.length / ENTRY) }, (_, index) =>
    readEntry(directory, index * ENTRY),
  );
  const root = entries.find((entry) => entry.kind === ROOT);
  const smallest = file.u32(56);
  const small = {
    bytes: root === undefined ? new Uint8Array(0) : read(root.start, root.size),
    chains: chainsOf(viewBytes(read(file.u32(60), bytes.length)), 64),
  };
  const top = topEntries(entries);
  let isWhole = true;
  const stream = (name: string): ByteView | undefined => {
    const isNamed = (entry: Entry): boolean => entry.kind === STREAM && entry.name === name.toLowerCase();
    const entry = top.find(isNamed) ?? entries.find(isNamed);
    if (entry === undefined) return undefined;
    const content =
      entry.size < smallest
        ? readChain(small.bytes, small.chains, entry.start, entry.size, 0)
        : read(entry.start, entry.size);
    isWhole &&= content.length >= entry.size;
    return viewBytes(content);
  };
  return { stream, isWhole: () => isWhole };
};
