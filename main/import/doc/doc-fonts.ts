import { codepageOfCharset } from '../rtf/rtf-charsets.ts';
import type { ByteView } from './byte-view.ts';
import type { DocHeader } from './doc-header.ts';

/** Code pages by language (the lower ten bits of its number), where they are not the western one. */
const BY_LANGUAGE: Readonly<Record<number, number>> = {
  0x01: 1256,
  0x02: 1251,
  0x05: 1250,
  0x08: 1253,
  0x0d: 1255,
  0x0e: 1250,
  0x11: 932,
  0x12: 949,
  0x15: 1250,
  0x18: 1250,
  0x19: 1251,
  0x1a: 1250,
  0x1b: 1250,
  0x1e: 874,
  0x1f: 1254,
  0x22: 1251,
  0x23: 1251,
  0x24: 1250,
  0x25: 1257,
  0x26: 1257,
  0x27: 1257,
  0x29: 1256,
  0x2a: 1258,
  0x2f: 1251,
};
const CHINESE = 0x04;
const SIMPLIFIED = new Set([0x0804, 0x1004]);
const SYMBOLS = 2;

/** The code page in which text is kept before Word 97; `symbols` is a font of pictures. */
export type FontPage = number | 'symbols';

const ofLanguage = (language: number): number =>
  (language & 0x3ff) === CHINESE ? (SIMPLIFIED.has(language) ? 936 : 950) : (BY_LANGUAGE[language & 0x3ff] ?? 1252);

/** The character sets of the fonts, by their number (FFN, before Word 97). */
export const readFontPages = (tables: ByteView, header: DocHeader): ((font: number | null) => FontPage) => {
  const usual = header.isMac ? 10000 : ofLanguage(header.language);
  const { at, size } = header.table('fonts');
  const pages: FontPage[] = [];
  for (
    let place = at + 2;
    header.version !== 8 && place < at + Math.min(size, tables.length) && tables.u8(place) > 0;
    place += tables.u8(place) + 1
  ) {
    const charset = tables.u8(place + 4);
    pages.push(charset === SYMBOLS ? 'symbols' : charset <= 1 ? usual : (codepageOfCharset(charset) ?? usual));
  }
  return (font) => (font === null ? usual : (pages[font] ?? usual));
};
