/**
 * Little-endian numbers of a stream; what lies beyond its end reads as zero, since the offsets come out of the file
 * itself.
 */
export type ByteView = {
  readonly length: number;
  readonly u8: (at: number) => number;
  readonly u16: (at: number) => number;
  readonly u32: (at: number) => number;
  readonly i32: (at: number) => number;
  /** A part of it; empty where there is none. */
  readonly slice: (at: number, length: number) => ByteView;
  /** Bytes as characters of the same number. */
  readonly latin1: (at: number, length: number) => string;
  readonly utf16: (at: number, length: number) => string;
};

export const viewBytes = (bytes: Uint8Array): ByteView => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const fits = (at: number, size: number): boolean => at >= 0 && at + size <= buffer.length;
  const end = (at: number, length: number): number => Math.max(at, Math.min(buffer.length, at + length));
  return {
    length: buffer.length,
    u8: (at) => (fits(at, 1) ? buffer.readUInt8(at) : 0),
    u16: (at) => (fits(at, 2) ? buffer.readUInt16LE(at) : 0),
    u32: (at) => (fits(at, 4) ? buffer.readUInt32LE(at) : 0),
    i32: (at) => (fits(at, 4) ? buffer.readInt32LE(at) : 0),
    slice: (at, length) => viewBytes(fits(at, 0) ? buffer.subarray(at, end(at, length)) : buffer.subarray(0, 0)),
    latin1: (at, length) => (fits(at, 0) ? buffer.toString('latin1', at, end(at, length)) : ''),
    utf16: (at, length) => (fits(at, 0) ? buffer.toString('utf16le', at, end(at, length)) : ''),
  };
};

export const NO_BYTES = viewBytes(new Uint8Array(0));
