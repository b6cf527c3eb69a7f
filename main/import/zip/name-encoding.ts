import iconv from 'iconv-lite';

/**
 * A code page that names in archives come in; `isRare` tells of two bytes whether they stand for a character that names
 * seldom hold.
 */
type CodePage = { readonly name: string; readonly isRare?: (lead: number, trail: number) => boolean };

/** In order of preference: those of western systems first, for nearly every archive comes from there. */
const CODE_PAGES: readonly CodePage[] = [
  { name: 'cp437' },
  { name: 'windows-1252' },
  { name: 'cp850' },
  // Kanji of the second level begin at 0x989f; what comes before the kanji are signs and kana.
  { name: 'cp932', isRare: (lead) => lead >= 0x99 },
  // The common characters are those of GB 2312; GBK put its others around them.
  { name: 'gbk', isRare: (lead, trail) => lead < 0xb0 || lead > 0xd7 || trail < 0xa1 },
  { name: 'big5', isRare: (lead) => lead < 0xa4 || lead > 0xc6 },
  { name: 'cp866' },
  { name: 'windows-1251' },
];

const isLetter = (character: string): boolean => /\p{L}/u.test(character);
const isLatin = (character: string): boolean => /\p{Script=Latin}/u.test(character);
const isAscii = (character: string): boolean => character < '\u0080';

const scriptOf = (character: string): string =>
  isLatin(character)
    ? 'latin'
    : /\p{Script=Cyrillic}/u.test(character)
      ? 'cyrillic'
      : /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc]/u.test(character)
        ? 'cjk'
        : 'other';

/** How unlikely it is that somebody wrote this character after that one. */
const oddness = (before: string, character: string): number => {
  if (isAscii(character) && isAscii(before)) return 0;
  if (/[\ufffd\p{Cc}\p{Cn}\p{Co}]/u.test(character)) return 10;
  if (!isLetter(character)) return isAscii(character) || /[\p{Nd}\u3000-\u303f\uff00-\uff60]/u.test(character) ? 0 : 3;
  if (/[\uff61-\uff9f\u0370-\u03ff]/u.test(character)) return 2;
  if (!isLetter(before)) return 0;
  if (scriptOf(before) !== scriptOf(character)) return 2;
  if (/\p{Ll}/u.test(before) && /\p{Lu}/u.test(character)) return 2;
  return isLatin(character) && !isAscii(before) && !isAscii(character) ? 1 : 0;
};

const rareOnes = (bytes: Uint8Array, isRare: CodePage['isRare']): number => {
  let rare = 0;
  for (let at = 0; isRare !== undefined && at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x81) continue;
    if (isRare(lead, bytes[at + 1] ?? 0)) rare += 1;
    at += 1;
  }
  return rare;
};

const oddnessAs = ({ name, isRare }: CodePage, bytes: Uint8Array): number => {
  let before = '/';
  let sum = rareOnes(bytes, isRare);
  for (const character of iconv.decode(Buffer.from(bytes), name)) {
    sum += oddness(before, character);
    before = character;
  }
  return sum;
};

const utf8 = new TextDecoder('utf-8', { fatal: true });
const asUtf8 = (bytes: Uint8Array): string | null => {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
};

/** Bytes of names that are looked at: more would not tell more. */
const MOST_LOOKED_AT = 4096;

/**
 * Decodes names of which an archive does not say how they are written: as UTF-8 where all are sound UTF-8, else in the
 * one code page in which, taken together, they look most like names. None is lost: in a wrong one it only looks odd.
 */
export const decodeNames = (names: readonly Uint8Array[]): string[] => {
  const sound = names.map(asUtf8);
  if (sound.every((name) => name !== null)) return sound;
  const odd = Buffer.concat(names.flatMap((name, at) => (sound[at] === null ? [name, Buffer.from('/')] : []))).subarray(
    0,
    MOST_LOOKED_AT,
  );
  const scores = CODE_PAGES.map((page) => oddnessAs(page, odd));
  const page = CODE_PAGES[scores.indexOf(Math.min(...scores))]?.name ?? 'cp437';
  return names.map((name) => iconv.decode(Buffer.from(name), page));
};
