/**
 * The font files in `assets/letter/fonts/`, open fonts with the metrics of Times New Roman and Arial, and one for what
 * they lack.
 */
export const LETTER_FONT_FILES = [
  'tinos-latin-400-normal.woff',
  'tinos-latin-ext-400-normal.woff',
  'tinos-latin-700-normal.woff',
  'tinos-latin-ext-700-normal.woff',
  'arimo-latin-400-normal.woff',
  'arimo-latin-ext-400-normal.woff',
  'arimo-latin-700-normal.woff',
  'arimo-latin-ext-700-normal.woff',
  'dejavu-sans.ttf',
] as const;

type LetterFontFile = (typeof LETTER_FONT_FILES)[number];
/** The bytes of each font file. */
export type LetterFonts = Readonly<Record<LetterFontFile, Uint8Array>>;
export type FontFamily = 'tinos' | 'arimo';

/** What the files with plain Latin letters hold, and those with further ones. */
const LATIN =
  /[\u0020-\u007e\u00a0-\u00ff\u0131\u0152\u0153\u02bb\u02bc\u02c6\u02da\u02dc\u2002\u2009\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u2032\u2033\u2039\u203a\u2044\u20ac\u2122\u2191\u2193\u2212\u2215]/u;
const LATIN_EXT =
  /[\u0100-\u0130\u0132-\u0151\u0154-\u02ba\u02bd-\u02c5\u1d00-\u1dbf\u1e00-\u1e9f\u1ef2-\u1eff\u2020\u20a0-\u20ab\u20ad-\u20be\u2113]/u;

const fileFor = (character: string, family: FontFamily, bold: boolean): LetterFontFile => {
  const weight = bold ? 700 : 400;
  if (LATIN.test(character)) return `${family}-latin-${weight}-normal.woff`;
  return LATIN_EXT.test(character) ? `${family}-latin-ext-${weight}-normal.woff` : 'dejavu-sans.ttf';
};

/** A stretch of text that one font file can show. */
export type FontStretch = { readonly file: LetterFontFile; readonly text: string };

/** The text in stretches, each with the file that has its characters. */
export const fontStretches = (text: string, family: FontFamily, bold: boolean): FontStretch[] =>
  [...text].reduce<FontStretch[]>((all, character) => {
    const file = fileFor(character, family, bold);
    const last = all.at(-1);
    return last?.file === file
      ? [...all.slice(0, -1), { file, text: last.text + character }]
      : [...all, { file, text: character }];
  }, []);
