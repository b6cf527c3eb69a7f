import { cleanText } from '../clean-text.ts';
import { arrangeWords } from '../layout/arrange-words.ts';
import type { SetText, WordSet } from '../layout/word-set.ts';
import { setText } from '../layout/word-set.ts';
import type { HeldPage } from '../hash-page.ts';
import { hashPage } from '../hash-page.ts';
import type { Scan } from '../open-document.ts';
import { GLANCE, isBlank } from '../pictures/is-blank.ts';
import { takeLook } from '../pictures/take-look.ts';
import type { ReadPage } from '../read-page.ts';
import { EMPTY_BOX } from '../symbol-fonts.ts';
import { createSheet } from './sheet.ts';
import type { GrayPicture } from './gray-picture.ts';
import { blurPicture, resizePicture } from './gray-picture.ts';
import { readSheet } from './read-sheet.ts';
import type { Recogniser, SeenWord } from './recogniser.ts';

const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** Specks and rules that are taken for signs: no letter or digit, and not seen clearly, or a mere bar. */
const isSpeck = ({ text, confidence }: SeenWord): boolean => {
  const letters = lettersIn(text);
  return letters === 0 ? confidence < 60 || /^[|_]*$/.test(text) : confidence < 5 && letters < 3;
};

/** Remains of a rule that were read as dashes before or behind a word. */
const REMAINS = /^[—–_|~-]{2,}(?=.)|(?<=.)[—–_|~]{2,}$/gu;

/** An empty box is the only word with a blank in it. */
const textOf = ({ text }: SeenWord): string =>
  text === EMPTY_BOX ? text : cleanText(text).replaceAll(/\s+/g, '').replaceAll(REMAINS, '');

type Box = readonly [left: number, top: number, right: number, bottom: number];

/** Takes boxes of a picture that was rotated by the angle about its middle back to the picture before, in points. */
const unrotate = (
  rotated: GrayPicture,
  upright: GrayPicture,
  degrees: number,
  pointsAPixel: number,
): ((word: SeenWord) => Box) => {
  const angle = (degrees * Math.PI) / 180;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return ({ left, top, right, bottom }) => {
    const x = (left + right) / 2 - rotated.width / 2;
    const y = (top + bottom) / 2 - rotated.height / 2;
    const middleX = x * cos + y * sin + upright.width / 2;
    const middleY = y * cos - x * sin + upright.height / 2;
    const halfX = (right - left) / 2;
    const halfY = (bottom - top) / 2;
    return [
      (middleX - halfX) * pointsAPixel,
      (middleY - halfY) * pointsAPixel,
      (middleX + halfX) * pointsAPixel,
      (middleY + halfY) * pointsAPixel,
    ];
  };
};

/** Words with their boxes in the straightened picture, where lines are level. */
const asWords = (seen: readonly SeenWord[]): WordSet => {
  const lines = new Map<string, number>();
  for (const { line } of seen) lines.set(line, lines.get(line) ?? lines.size);
  return {
    texts: seen.map(textOf),
    boxes: Float32Array.from(seen.flatMap(({ left, top, right, bottom }) => [left, top, right, bottom])),
    lines: Int32Array.from(seen, ({ line }) => lines.get(line) ?? 0),
    headings: new Uint8Array(seen.length),
  };
};

/** Sets words in reading order, parted by blanks and line ends, with their boxes. */
const setWords = (seen: readonly SeenWord[], boxOf: (word: SeenWord) => Box): SetText => {
  const words = asWords(seen);
  return setText({ ...words, boxes: Float32Array.from(seen.flatMap(boxOf)) }, arrangeWords(words));
};

/** Share of a page's writing above which it is said that it was not read. */
const MUCH = 0.3;
const PART_UNREAD = 'A part of this page could not be read: it may be handwriting, a stamp or a picture.';

const roundTenth = (value: number): number => Math.round(value * 10) / 10;

const isEmptySheet = async (picture: GrayPicture): Promise<boolean> =>
  isBlank(
    await resizePicture(
      await blurPicture(picture, 2),
      GLANCE,
      Math.max(1, Math.round((picture.height * GLANCE) / picture.width)),
    ),
  );

/**
 * Recognises the words of a page: turned upright, straightened and cleaned as suits it. Boxes and size are those of the
 * upright page, not straightened, in points; `turned` says how far it was turned clockwise.
 */
export const recognisePage = async (
  { picture, width, height }: Scan,
  number: number,
  recogniser: Recogniser,
): Promise<ReadPage> => {
  const dpi = (picture.width / width) * 72;
  const { lie, words, confidence, unread, upright, straight } = await readSheet(
    await createSheet(picture, dpi),
    recogniser,
  );
  const seen = words.filter((word) => !isSpeck(word));
  const blank = seen.length === 0 && (await isEmptySheet(picture));
  const isUpended = lie.turn === 90 || lie.turn === 270;
  const held: HeldPage = {
    kind: 'picture',
    width: isUpended ? height : width,
    height: isUpended ? width : height,
    ...setWords(seen, unrotate(straight, upright, -lie.skew, 72 / dpi)),
    blocks: [],
  };
  return {
    ...held,
    number,
    source: blank ? 'none' : 'ocr',
    turned: lie.turn,
    confidence: blank ? null : roundTenth(confidence),
    blank,
    needsOcr: false,
    messages: unread > MUCH ? [PART_UNREAD] : [],
    hash: hashPage(held, picture.data),
    look: takeLook(upright),
  };
};
