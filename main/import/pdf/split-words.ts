import { cleanText, isClean } from '../clean-text.ts';

/** Words of a page's raw text: `chars` holds first and last character of each, as PDFium counts them. */
export type RawWords = { readonly texts: readonly string[]; readonly chars: Int32Array; readonly lines: Int32Array };

/**
 * PDFium leaves this where it took out a hyphen with the line end behind it, and where a font has no character for a
 * shape.
 */
const NO_CHARACTER = 0xfffe;

const isLineEnd = (code: number): boolean => code === 10 || code === 13 || code === 0x2028 || code === 0x2029;
const isWideBlank = (code: number): boolean =>
  code === 0xa0 ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000;
const isBlank = (code: number): boolean =>
  code <= 32 ? code === 32 || (code >= 9 && code <= 13) : code >= 0xa0 && isWideBlank(code);

/** What a shape that has no character is written as. */
const UNKNOWN = '\ufffd';

/**
 * Splits the raw text of a page, one UTF-16 unit a character, at blanks and line ends, and cleans it of what cannot be
 * read. `isParted` says whether a word was parted at a line end at a {@link NO_CHARACTER}: it keeps its hyphen then, as
 * printed. Else the sign stands for a shape that nobody knows.
 */
export const splitWords = (raw: string, isParted: (at: number) => boolean): RawWords => {
  const texts: string[] = [];
  const chars: number[] = [];
  const lines: number[] = [];
  const clean = isClean(raw.replaceAll('\r', '').replaceAll('\ufffe', '')) ? (word: string) => word : cleanText;
  let line = 0;
  const addWord = (from: number, to: number, hyphen: string): void => {
    const word = clean(raw.slice(from, to).replaceAll('\ufffe', UNKNOWN)) + hyphen;
    if (word === '') return;
    texts.push(word);
    chars.push(from, to - 1);
    lines.push(line);
  };
  let from = -1;
  const end = raw.length;
  for (let at = 0; at <= end; at += 1) {
    const code = at === end ? 32 : raw.charCodeAt(at);
    const parted = code === NO_CHARACTER && isParted(at);
    if (!parted && !isBlank(code)) {
      if (from < 0) from = at;
      continue;
    }
    if (from >= 0) addWord(from, at, parted ? '-' : '');
    from = -1;
    if (parted || isLineEnd(code)) line += 1;
  }
  return { texts, chars: Int32Array.from(chars), lines: Int32Array.from(lines) };
};
