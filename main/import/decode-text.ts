import iconv from 'iconv-lite';

const utf8 = new TextDecoder('utf-8', { fatal: true });

const byBom = (bytes: Uint8Array): string | undefined => {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return a === 0 && b === 0 && c === 0xfe && d === 0xff ? 'utf-32be' : undefined;
};

/** UTF-16 without its mark: western text then has a zero in nearly every other byte, on one side only. */
const byZeros = (bytes: Uint8Array): string | undefined => {
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const half = sample.length / 2;
  if (odd > half * 0.4 && even < half * 0.1) return 'utf-16le';
  return even > half * 0.4 && odd < half * 0.1 ? 'utf-16be' : undefined;
};

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    utf8.decode(bytes);
    return true;
  } catch {
    return false;
  }
};

/** The encoding of plain text: by its mark, by its pattern of zeros, as UTF-8 when it is sound, else windows-1252. */
export const findEncoding = (bytes: Uint8Array): string =>
  byBom(bytes) ?? byZeros(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');

/** Plain text of any encoding that {@link findEncoding} knows, without a byte order mark. */
export const decodeText = (bytes: Uint8Array, encoding = findEncoding(bytes)): string => iconv.decode(Buffer.from(bytes), encoding);
