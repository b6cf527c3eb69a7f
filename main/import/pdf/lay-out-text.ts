import { cleanText, isClean } from '../clean-text.ts';

/**
 * A page's text with, for each word, four numbers: start and end in the text, first and last character as PDFium counts
 * them.
 */
export type LaidOutText = { readonly text: string; readonly words: Int32Array };

/** PDFium joins a word that was parted at a line end and leaves this where the hyphen and the line end were. */
const PARTED = 0xfffe;

const isLineEnd = (code: number): boolean => code === 10 || code === 13 || code === 0x2028 || code === 0x2029;
const isBlank = (code: number): boolean =>
  code <= 32 ? code === 32 || (code >= 9 && code <= 13) : code >= 0xa0 && isWideBlank(code);
const isWideBlank = (code: number): boolean =>
  code === 0xa0 ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000;

/**
 * Sets the raw text of a page, one UTF-16 unit a character, in lines parted by `\n` and words parted by single blanks,
 * cleaned of what cannot be read. Words parted at a line end keep their hyphen and their line end, as printed.
 */
export const layOutText = (raw: string): LaidOutText => {
  const pieces: string[] = [];
  const words: number[] = [];
  const clean = isClean(raw.replaceAll('\r', '')) ? (word: string) => word : cleanText;
  let length = 0;
  let separator = '';
  const addWord = (from: number, to: number, hyphen: string): void => {
    const word = clean(raw.slice(from, to)) + hyphen;
    if (word === '') return;
    pieces.push(separator, word);
    const start = length + separator.length;
    length = start + word.length;
    words.push(start, length, from, to - 1);
    separator = ' ';
  };
  let from = -1;
  const end = raw.length;
  for (let at = 0; at <= end; at += 1) {
    const code = at === end ? 32 : raw.charCodeAt(at);
    const parted = code === PARTED;
    if (!parted && !isBlank(code)) {
      if (from < 0) from = at;
      continue;
    }
    if (from >= 0) addWord(from, at, parted ? '-' : '');
    from = -1;
    if ((parted || isLineEnd(code)) && length > 0) separator = '\n';
  }
  return { text: pieces.join(''), words: Int32Array.from(words) };
};
