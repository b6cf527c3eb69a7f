import { addWords } from './add-words.ts';
import { cleanPicture } from './clean-picture.ts';
import { isConvincing } from './correct-words.ts';
import type { GrayPicture } from './gray-picture.ts';
import { cutRows } from './gray-picture.ts';
import type { Recogniser, SeenWord } from './recogniser.ts';
import type { Laid } from './sheet.ts';
import { SMALL_DPI } from './sheet.ts';
import type { TextInk } from './text-ink.ts';
import { findTextInk, holdsWord, inkOutside } from './text-ink.ts';

/** The words of a page, and the share of its writing, 0 to 1, that none of them covers. */
export type Seen = { readonly words: readonly SeenWord[]; readonly unread: number };

/** A share of unread writing below this is dust and the edges of letters. */
const DUST = 0.01;

const PAPER = 255;

/** Rules and pictures are listed among the words with large boxes and no letters. */
const hasLetters = ({ text }: SeenWord): boolean => /[\p{L}\p{N}]/u.test(text);

const inkBeside = (ink: TextInk, words: readonly SeenWord[], scale: number): TextInk =>
  inkOutside(
    ink,
    words.filter(hasLetters).map(({ left, top, right, bottom }) => ({
      left: left * scale,
      top: top * scale,
      right: right * scale,
      bottom: bottom * scale,
    })),
  );

/** The picture without the words that are known. */
const withoutWords = ({ data, width, height }: GrayPicture, words: readonly SeenWord[]): GrayPicture => {
  const rest = Uint8Array.from(data);
  for (const { left, top, right, bottom } of words.filter(hasLetters)) {
    for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, bottom); y += 1)
      rest.fill(PAPER, y * width + Math.max(0, Math.floor(left)), y * width + Math.min(width, Math.ceil(right)));
  }
  return { data: rest, width, height };
};

const rowsOf = ({ dots, width }: TextInk): readonly [top: number, bottom: number] => [
  Math.floor(dots.indexOf(1) / width),
  Math.floor(dots.lastIndexOf(1) / width) + 1,
];

const lookAgain = async (
  straight: GrayPicture,
  dpi: number,
  words: readonly SeenWord[],
  left: TextInk,
  recogniser: Recogniser,
): Promise<SeenWord[]> => {
  const scale = dpi / SMALL_DPI;
  const margin = dpi / 4;
  const [first, last] = rowsOf(left);
  const top = Math.max(0, Math.floor(first * scale - margin));
  const legible = await cleanPicture(
    cutRows(withoutWords(straight, words), top, Math.ceil(last * scale + margin)),
    'blurred',
    dpi,
  );
  const found = recogniser.recognise(legible, 'scattered').filter(isConvincing);
  return addWords(
    words,
    found.map((word) => ({ ...word, top: word.top + top, bottom: word.bottom + top })),
  );
};

/**
 * Looks whether ink that may be writing lies outside all words, as when a line or a block was taken for a picture, and
 * reads it once more by itself. What stays unread even so may be handwriting, a stamp or a drawing.
 */
export const lookForMore = async (
  { straight, small }: Laid,
  dpi: number,
  words: readonly SeenWord[],
  recogniser: Recogniser,
): Promise<Seen> => {
  const ink = findTextInk(small);
  const scale = SMALL_DPI / dpi;
  const left = inkBeside(ink, words, scale);
  const all = holdsWord(left) ? await lookAgain(straight, dpi, words, left, recogniser) : words;
  const unread = inkBeside(ink, all, scale).count / Math.max(1, ink.count);
  return { words: all, unread: unread > DUST ? unread : 0 };
};
