import iconv from 'iconv-lite';
import { EMPTY_BOX, TICKED, untoldSign } from './symbol-fonts.ts';

/** What a byte 0x80 to 0x9F most likely meant where it was taken for a character of its own (windows-1252). */
const C1 = Array.from(
  iconv.decode(Buffer.from(Array.from({ length: 32 }, (_, index) => 0x80 + index)), 'windows-1252'),
);
const LIGATURES = ['ff', 'fi', 'fl', 'ffi', 'ffl', 'st', 'st'];

const ODD =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u00a0\u00ad\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u2610-\u2612\u3000\ud800-\udfff\uf000-\uf0ff\ufb00-\ufb06\ufeff\ufff9-\uffff]/;
const ODD_ALL = new RegExp(ODD.source, 'g');

const plain = (character: string): string => {
  const code = character.charCodeAt(0);
  if (code === 0x0b || code === 0x0c || code === 0x0d || code === 0x2028 || code === 0x2029) return '\n';
  if (code === 0xad) return '-';
  if (code >= 0x80 && code <= 0x9f) return cleanC1(code);
  if (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  )
    return ' ';
  if (code >= 0xd800 && code <= 0xdfff) return character;
  if (code >= 0xf000 && code <= 0xf0ff) return untoldSign(character);
  if (code >= 0x2610 && code <= 0x2612) return code === 0x2610 ? EMPTY_BOX : TICKED;
  if (code >= 0xfb00 && code <= 0xfb06) return LIGATURES[code - 0xfb00] ?? '';
  return code === 0xfffd ? character : '';
};

const cleanC1 = (code: number): string => {
  const character = C1[code - 0x80] ?? '';
  return character.charCodeAt(0) === code ? '' : character;
};

/** Whether {@link cleanText} would leave the text as it is. */
export const isClean = (text: string): boolean => !ODD.test(text);

/**
 * The text without what no reader can see or search: control characters and lone surrogates go, every kind of blank
 * becomes a blank, every kind of line end becomes `\n`, ligatures become letters, boxes become `[ ]` and `[x]`. Tabs and line ends stay.
 */
export const cleanText = (text: string): string =>
  ODD.test(text) ? text.replaceAll('\r\n', '\n').replace(ODD_ALL, plain).toWellFormed() : text;
