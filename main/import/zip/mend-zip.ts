/**
 * Field offsets and signatures after the ZIP format's specification (PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.9,
 * 4.3.12, 4.3.16).
 */
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const LOCAL_SIZE = 30;
const CENTRAL_SIZE = 46;
const END_SIZE = 22;
/** A size that stands in an extra field instead. */
const ELSEWHERE = 0xffffffff;
const SIZES_FOLLOW = 8;

type Found = { readonly at: number; readonly end: number; readonly record: Buffer };
type Sizes = { readonly packed: number; readonly size: number; readonly crc: number };

/** The body of an extra field. */
const extraField = (extra: Buffer, id: number): Buffer | null => {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === id) return extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
  }
  return null;
};

/** What {@link mendZip} gives as the size of a file whose size nothing tells. */
export const UNKNOWN_SIZE = ELSEWHERE - 1;
const inFourBytes = (size: number): number => Math.min(size, UNKNOWN_SIZE);
const isMark = (bytes: Buffer, at: number): boolean => bytes.toString('latin1', at, at + 2) === 'PK';

/** The sizes that follow a file's bytes: found by their mark, proved by the distance that they give. */
const sizesAfter = (bytes: Buffer, start: number): Sizes | null => {
  for (
    let at = bytes.indexOf('PK\u0007\u0008', start, 'latin1');
    at >= 0 && at + 16 <= bytes.length;
    at = bytes.indexOf('PK\u0007\u0008', at + 4, 'latin1')
  ) {
    const [crc, packed, size] = [bytes.readUInt32LE(at + 4), bytes.readUInt32LE(at + 8), bytes.readUInt32LE(at + 12)];
    if (packed !== at - start) continue;
    // Sizes of eight bytes: what looks like the size is the upper half of the one before it.
    const isLong = size === 0 && packed !== 0 && at + 24 <= bytes.length && !isMark(bytes, at + 16);
    return { crc, packed, size: isLong ? inFourBytes(Number(bytes.readBigUInt64LE(at + 16))) : size };
  }
  return null;
};

/** Where the next file begins, or the list of contents, or the archive ends. */
const nextMark = (bytes: Buffer, from: number): number => {
  const marks = ['PK\u0003\u0004', 'PK\u0001\u0002', 'PK\u0005\u0006']
    .map((mark) => bytes.indexOf(mark, from, 'latin1'))
    .filter((at) => at >= 0);
  return Math.min(bytes.length, ...marks);
};

const statedSizes = (header: Buffer, extra: Buffer): Sizes => {
  const [crc, packed, size] = [header.readUInt32LE(14), header.readUInt32LE(18), header.readUInt32LE(22)];
  const long = packed === ELSEWHERE || size === ELSEWHERE ? extraField(extra, 1) : null;
  if (long === null || long.length < 16) return { crc, packed, size };
  return {
    crc,
    size: inFourBytes(Number(long.readBigUInt64LE(0))),
    packed: inFourBytes(Number(long.readBigUInt64LE(8))),
  };
};

/**
 * The sizes of a file whose header tells none and which none follow: all up to the next mark, less the twelve bytes
 * that may stand before it.
 */
const guessSizes = (bytes: Buffer, start: number, crc: number): Sizes => {
  const end = nextMark(bytes, start);
  const stated = end - 12 >= start && bytes.readUInt32LE(end - 8) === end - 12 - start;
  return stated
    ? { crc: bytes.readUInt32LE(end - 12), packed: end - 12 - start, size: bytes.readUInt32LE(end - 4) }
    : { crc, packed: end - start, size: UNKNOWN_SIZE };
};

const centralRecord = (
  header: Buffer,
  name: Buffer,
  extra: Buffer,
  at: number,
  { crc, packed, size }: Sizes,
): Buffer => {
  const record = Buffer.alloc(CENTRAL_SIZE);
  record.writeUInt32LE(CENTRAL, 0);
  record.writeUInt16LE(20, 4);
  header.copy(record, 6, 4, 14);
  record.writeUInt32LE(crc, 16);
  record.writeUInt32LE(packed, 20);
  record.writeUInt32LE(size, 24);
  record.writeUInt16LE(name.length, 28);
  record.writeUInt16LE(extra.length, 30);
  record.writeUInt32LE(at, 42);
  return Buffer.concat([record, name, extra]);
};

const findOne = (bytes: Buffer, at: number): Found | null => {
  if (at + LOCAL_SIZE > bytes.length || bytes.readUInt32LE(at) !== LOCAL) return null;
  const header = bytes.subarray(at, at + LOCAL_SIZE);
  const nameEnd = at + LOCAL_SIZE + header.readUInt16LE(26);
  const start = nameEnd + header.readUInt16LE(28);
  if (start > bytes.length) return null;
  const extra = bytes.subarray(nameEnd, start);
  const stated = statedSizes(header, extra);
  const isTold = (header.readUInt16LE(6) & SIZES_FOLLOW) === 0 || stated.packed !== 0;
  const sizes =
    isTold && start + stated.packed <= bytes.length
      ? stated
      : (sizesAfter(bytes, start) ?? guessSizes(bytes, start, stated.crc));
  return {
    at,
    end: start + sizes.packed,
    record: centralRecord(header, bytes.subarray(at + LOCAL_SIZE, nameEnd), extra, at, sizes),
  };
};

const endRecord = (count: number, size: number, at: number): Buffer => {
  const end = Buffer.alloc(END_SIZE);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return end;
};

/**
 * An archive whose list of contents is damaged or missing, with a new one made from what stands before each file, for
 * at most `most` files (65,535 can be listed). Null where no file is found.
 */
export const mendZip = (archive: Uint8Array, most: number): Uint8Array | null => {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.length);
  const records: Buffer[] = [];
  for (let at = bytes.indexOf('PK\u0003\u0004', 0, 'latin1'); at >= 0 && records.length < most;) {
    const found = findOne(bytes, at);
    if (found !== null) records.push(found.record);
    at = bytes.indexOf('PK\u0003\u0004', found?.end ?? at + 4, 'latin1');
  }
  if (records.length === 0) return null;
  const directory = Buffer.concat(records);
  return Buffer.concat([bytes, directory, endRecord(records.length, directory.length, bytes.length)]);
};
