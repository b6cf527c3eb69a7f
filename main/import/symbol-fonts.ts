/** A box that is ticked or crossed, and one that is empty, as they stand in text. */
export const TICKED = '[x]';
export const EMPTY_BOX = '[ ]';

const BULLET = '\u2022';
const CHECK = '\u2713';
const CROSS = '\u2717';

/** Codes of signs, each row a sign and the codes that show it. */
type Signs = readonly (readonly [sign: string, codes: readonly number[]])[];

const tableOf = (signs: Signs): ReadonlyMap<number, string> =>
  new Map(signs.flatMap(([sign, codes]) => codes.map((code) => [code, sign] as const)));

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const GREEK = 'αβχδεφγηιϕκλ\u00b5νοπθρστυϖωξψζ';
const CAPITALS = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ';

/** The font Symbol (Adobe's own encoding); digits and most signs are as in ASCII. */
const SYMBOL: ReadonlyMap<number, string> = new Map([
  ...Array.from(LETTERS, (letter, at) => [letter.charCodeAt(0), GREEK[at] ?? letter] as const),
  ...Array.from(LETTERS.toUpperCase(), (letter, at) => [letter.charCodeAt(0), CAPITALS[at] ?? letter] as const),
  ...tableOf([
    ['\u2032', [0xa2]],
    ['\u2264', [0xa3]],
    ['\u2044', [0xa4]],
    ['\u221e', [0xa5]],
    ['\u2194', [0xab]],
    ['\u2190', [0xac]],
    ['\u2191', [0xad]],
    ['\u2192', [0xae]],
    ['\u2193', [0xaf]],
    ['\u00b0', [0xb0]],
    ['\u00b1', [0xb1]],
    ['\u2033', [0xb2]],
    ['\u2265', [0xb3]],
    ['\u00d7', [0xb4]],
    ['\u221d', [0xb5]],
    [BULLET, [0xb7]],
    ['\u00f7', [0xb8]],
    ['\u2260', [0xb9]],
    ['\u2261', [0xba]],
    ['\u2248', [0xbb]],
    ['\u2026', [0xbc]],
    ['\u2205', [0xc6]],
    ['\u00ae', [0xd2, 0xe2]],
    ['\u00a9', [0xd3, 0xe3]],
    ['\u2122', [0xd4, 0xe4]],
    ['\u221a', [0xd6]],
    ['-', [0x2d]],
  ]),
]);

const WINGDINGS = tableOf([
  [TICKED, [0xfd, 0xfe, 0x78, 0x54]],
  [EMPTY_BOX, [0x6f, 0x70, 0x71, 0x72, 0xa8]],
  [CHECK, [0xfc]],
  [CROSS, [0xfb]],
  ['\u2190', [0xdf, 0xe7]],
  ['\u2192', [0xe0, 0xe8, 0xf0]],
  ['\u2191', [0xe1, 0xe9]],
  ['\u2193', [0xe2, 0xea]],
]);
const WINGDINGS_2 = tableOf([
  [TICKED, [0x51, 0x52, 0x53, 0x54, 0x56]],
  [EMPTY_BOX, [0x2a, 0x30, 0xa3]],
  [CHECK, [0x50]],
  [CROSS, [0x4f]],
]);
const WEBDINGS = tableOf([
  [CHECK, [0x61]],
  [CROSS, [0x72]],
  [EMPTY_BOX, [0x63]],
]);
const DINGBATS = tableOf([
  [CHECK, [0x33, 0x34]],
  [CROSS, [0x35, 0x36, 0x37, 0x38]],
  [EMPTY_BOX, [0x6f, 0x70, 0x71, 0x72]],
  ['\u2192', [0xd5, 0xdc, 0xe0]],
]);

const FONTS: readonly (readonly [RegExp, ReadonlyMap<number, string>])[] = [
  [/^symbol/i, SYMBOL],
  [/^wingdings ?2/i, WINGDINGS_2],
  [/^wingdings/i, WINGDINGS],
  [/^webdings/i, WEBDINGS],
  [/dingbats/i, DINGBATS],
];

const tableFor = (font: string): ReadonlyMap<number, string> | undefined =>
  FONTS.find(([name]) => name.test(font.trim()))?.[1];

/** Whether a font has signs where others have letters. */
export const isSymbolFont = (font: string): boolean => tableFor(font) !== undefined;

/** What a code of a symbol font shows: a sign, a box, or a bullet for what is mere ornament. */
const signOf = (table: ReadonlyMap<number, string>, code: number): string => {
  const known = table.get(code);
  if (known !== undefined) return known;
  if (code <= 0x20) return String.fromCharCode(code);
  return table === SYMBOL && code < 0x7f ? String.fromCharCode(code) : BULLET;
};

/**
 * Text in a symbol font as the signs that it shows. Its letters are bytes, or lie in the private area at U+F000; others
 * stay as they are, as does text in any other font.
 */
export const decodeSigns = (text: string, font: string): string => {
  const table = tableFor(font);
  if (table === undefined) return text;
  return Array.from(text, (letter) => {
    const code = letter.charCodeAt(0);
    if (code < 0x100) return signOf(table, code);
    return code >= 0xf000 && code <= 0xf0ff ? signOf(table, code - 0xf000) : letter;
  }).join('');
};

/** Signs of the private area whose font is not known: those that stand in records most. */
const UNTOLD = tableOf([
  [TICKED, [0xfe, 0xfd, 0x78]],
  [EMPTY_BOX, [0xa8, 0x6f]],
  [CHECK, [0xfc]],
  [CROSS, [0xfb]],
  [BULLET, [0xb7, 0xa7, 0xd8, 0x76]],
  ['\u2264', [0xa3]],
  ['\u2265', [0xb3]],
  ['\u00b1', [0xb1]],
  ['\u00b0', [0xb0]],
  ['\u00b5', [0x6d]],
  ['\u2192', [0xae, 0xe0]],
  ['\u2191', [0xad]],
  ['\u2193', [0xaf]],
]);

/** What a letter of the private area at U+F000 most likely shows; itself where that is not known. */
export const untoldSign = (letter: string): string => UNTOLD.get(letter.charCodeAt(0) - 0xf000) ?? letter;
