import iconv from 'iconv-lite';

/** Code page of `\fcharsetN` (RTF 1.9.1, "Font table"); what is missing follows the document. */
const CHARSETS: Readonly<Record<number, number>> = {
  0: 1252,
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
  255: 850,
};
const NAMES: Readonly<Record<number, string>> = {
  10000: 'macintosh',
  10007: 'maccyrillic',
  65001: 'utf-8',
  932: 'shift_jis',
  936: 'gbk',
  949: 'cp949',
  950: 'big5',
};

export const codepageOfCharset = (charset: number): number | undefined => CHARSETS[charset];

/** Bytes, given as characters, in a Windows code page; an unknown page is read as windows-1252. */
export const decodeBytes = (bytes: string, codepage: number): string => {
  if (!/[\x80-\xff]/.test(bytes)) return bytes;
  const name = NAMES[codepage] ?? `cp${codepage}`;
  return iconv.decode(Buffer.from(bytes, 'latin1'), iconv.encodingExists(name) ? name : 'windows-1252');
};

/** The symbol font has its own characters; these are the ones met in records. */
const SYMBOLS: Readonly<Record<number, string>> = {
  0xb7: '\u2022',
  0xb0: '\u00b0',
  0xb1: '\u00b1',
  0xb3: '\u2265',
  0xa3: '\u2264',
  0xae: '\u2192',
  0xad: '\u2191',
  0xaf: '\u2193',
  0x6d: '\u03bc',
  0x61: '\u03b1',
  0x62: '\u03b2',
  0x44: '\u0394',
  0x67: '\u03b3',
};
export const SYMBOL_CHARSET = 2;
export const decodeSymbols = (bytes: string): string =>
  Array.from(bytes, (byte) => SYMBOLS[byte.charCodeAt(0)] ?? (byte > '\x7f' ? '\u2022' : byte)).join('');
