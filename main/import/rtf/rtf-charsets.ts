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

export const SYMBOL_CHARSET = 2;
