import iconv from 'iconv-lite';

const PIECE = 1_048_576;

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

/** Sound UTF-8, or nearly: one bad byte in a long text must not make rubbish of every other letter. */
const isUtf8 = (bytes: Uint8Array): boolean => {
  const decoder = new TextDecoder('utf-8');
  let bad = 0;
  let good = 0;
  for (let at = 0; at < bytes.length; at += PIECE) {
    for (const character of decoder.decode(bytes.subarray(at, at + PIECE), { stream: true })) {
      if (character === '\ufffd') bad += 1;
      else if (character > '\u007f') good += 1;
    }
  }
  return bad === 0 || good > bad * 10;
};

/**
 * The encoding of plain text: by its mark, by its pattern of zeros, as UTF-8 when it is sound or nearly, else
 * windows-1252.
 */
export const findEncoding = (bytes: Uint8Array): string =>
  byBom(bytes) ?? byZeros(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');

/** Plain text of any encoding that {@link findEncoding} knows, without a byte order mark. */
export const decodeText = (bytes: Uint8Array, encoding = findEncoding(bytes)): string =>
  iconv.decode(Buffer.from(bytes), encoding);

const known = (declared: string): string | undefined => {
  const name = declared.trim().toLowerCase();
  // What says that it is Latin 1 or ASCII is read as the windows-1252 that it is in fact (WHATWG Encoding, 4.2).
  if (/^(iso-?8859-?1|latin-?1|(us-)?ascii)$/.test(name)) return 'windows-1252';
  return /^(utf-?(8|16|32)|ucs-?2|unicode)/.test(name) || !iconv.encodingExists(name) ? undefined : name;
};

/**
 * Text that says its own encoding, as XML and HTML do. The bytes count before the word: a mark, a pattern of zeros, and
 * letters that are sound UTF-8 are believed whatever is declared.
 */
export const decodeDeclared = (bytes: Uint8Array, declared: string | undefined): string => {
  const found = findEncoding(bytes);
  const named = known(declared ?? '');
  const isOpen = found === 'windows-1252' || (found === 'utf-8' && bytes.every((byte) => byte < 0x80));
  return decodeText(bytes, isOpen && named !== undefined ? named : found);
};
