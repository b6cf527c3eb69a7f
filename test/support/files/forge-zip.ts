import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive as {@link forgeZip} writes it; what is stated wins over what would be right. */
export type ForgedEntry = {
  readonly name: string | Uint8Array;
  readonly bytes?: Uint8Array | string;
  /** 0 stored, 8 Deflate (the usual); others only name themselves. */
  readonly method?: number;
  readonly flags?: number;
  readonly extra?: Uint8Array;
  readonly mode?: number;
  /** The size and the checksum that the archive tells. */
  readonly size?: number;
  readonly crc?: number;
  /** Bytes as they stand in the archive, instead of the packed ones. */
  readonly packed?: Uint8Array;
  /** The sizes stand behind the bytes, with or without their mark, and not before them. */
  readonly sizesFollow?: 'marked' | 'bare';
};

const UTF8 = 0x800;

const twoAndFour = (...fields: readonly (readonly [2 | 4, number])[]): Buffer =>
  Buffer.concat(
    fields.map(([width, value]) => {
      const field = Buffer.alloc(width);
      field.writeUIntLE(value, 0, width);
      return field;
    }),
  );

const partsOf = (entry: ForgedEntry) => {
  const plain = Buffer.from(entry.bytes ?? '');
  const name = Buffer.from(entry.name);
  const method = entry.method ?? 8;
  const packed = Buffer.from(entry.packed ?? (method === 8 ? deflateRawSync(plain) : plain));
  const flags =
    (entry.flags ?? (typeof entry.name === 'string' ? UTF8 : 0)) | (entry.sizesFollow === undefined ? 0 : 8);
  return {
    name,
    method,
    packed,
    flags,
    extra: Buffer.from(entry.extra ?? []),
    crc: entry.crc ?? crc32(plain),
    size: entry.size ?? plain.length,
    mode: entry.mode ?? 0,
  };
};

/** A ZIP written field by field, so that it can be wrong in every way. */
export const forgeZip = (entries: readonly ForgedEntry[]): Buffer => {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const { name, method, packed, flags, extra, crc, size, mode } = partsOf(entry);
    const told = entry.sizesFollow === undefined ? ([crc, packed.length, size] as const) : ([0, 0, 0] as const);
    const head = [
      [2, flags],
      [2, method],
      [4, 0x6e21_4800],
    ] as const;
    const local = twoAndFour(
      [4, 0x04034b50],
      [2, 20],
      ...head,
      [4, told[0]],
      [4, told[1]],
      [4, told[2]],
      [2, name.length],
      [2, extra.length],
    );
    const after =
      entry.sizesFollow === undefined
        ? Buffer.alloc(0)
        : twoAndFour(
            ...(entry.sizesFollow === 'marked' ? [[4, 0x08074b50] as const] : []),
            [4, crc],
            [4, packed.length],
            [4, size],
          );
    const central = twoAndFour(
      [4, 0x02014b50],
      [2, 0x0314],
      [2, 20],
      ...head,
      [4, crc],
      [4, packed.length],
      [4, size],
      [2, name.length],
      [2, extra.length],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, (mode << 16) >>> 0],
      [4, at],
    );
    files.push(local, name, extra, packed, after);
    directory.push(central, name, extra);
    at += local.length + name.length + extra.length + packed.length + after.length;
  }
  const list = Buffer.concat(directory);
  return Buffer.concat([
    ...files,
    list,
    twoAndFour(
      [4, 0x06054b50],
      [2, 0],
      [2, 0],
      [2, entries.length % 65536],
      [2, entries.length % 65536],
      [4, list.length],
      [4, at],
      [2, 0],
    ),
  ]);
};

/** The Info-ZIP Unicode path field (0x7075) for a name that stands in the archive in other bytes. */
export const unicodePath = (stored: Uint8Array, name: string): Buffer => {
  const bytes = Buffer.from(name);
  return Buffer.concat([
    twoAndFour([2, 0x7075], [2, bytes.length + 5]),
    Buffer.from([1]),
    twoAndFour([4, crc32(stored)]),
    bytes,
  ]);
};
