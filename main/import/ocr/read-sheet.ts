import { addWords } from './add-words.ts';
import { boxWords } from './find-boxes.ts';
import type { Reading } from './choose-reading.ts';
import { chooseReadings, treatmentsFor } from './choose-reading.ts';
import { cleanPicture } from './clean-picture.ts';
import { correctWords } from './correct-words.ts';
import type { Lie } from './find-lines.ts';
import { findLines } from './find-lines.ts';
import type { Recogniser, SeenWord } from './recogniser.ts';
import { lookForMore } from './second-look.ts';
import type { Laid, Sheet } from './sheet.ts';
import type { Worth } from './worth.ts';
import { isSure, readsBetter, worthOf } from './worth.ts';

type Attempt = Reading & Worth & { readonly words: readonly SeenWord[] };

/**
 * What was read on a sheet: the words with their boxes in pixels of the straightened picture; how surely, 0 to 100; and
 * the share of the writing, 0 to 1, that stayed unread.
 */
export type SheetRead = Laid & {
  readonly lie: Lie;
  readonly words: readonly SeenWord[];
  readonly confidence: number;
  readonly unread: number;
};

const readAs = async (sheet: Sheet, { lie, treatment }: Reading, recogniser: Recogniser): Promise<Attempt> => {
  const { straight, layout } = await sheet.lay(lie);
  const legible = await cleanPicture(straight, treatment, sheet.dpi);
  const scale = sheet.dpi / legible.dpi;
  const words = recogniser.recognise(legible, layout).map((word) => ({
    ...word,
    left: word.left * scale,
    top: word.top * scale,
    right: word.right * scale,
    bottom: word.bottom * scale,
  }));
  return { lie, treatment, words, ...worthOf(words) };
};

const isSame = (a: Reading, b: Reading): boolean => a.lie.turn === b.lie.turn && a.treatment === b.treatment;

/** Two readings in one: the better one, and the words that the other saw more clearly. */
const join = (a: Attempt, b: Attempt): Attempt => {
  const [better, other] = readsBetter(b, a) ? [b, a] : [a, b];
  const words = correctWords(better.words, other.words);
  return { ...better, words, ...worthOf(words) };
};

/**
 * A page whose lines tell their direction and that has no speckle is read at once as it lies; only if that is not
 * convincing, and for every other page, the way of reading is found by trying strips of it; and where even the best way
 * leaves doubt, the page is read in the second best as well.
 */
const readWell = async (sheet: Sheet, recogniser: Recogniser): Promise<Attempt> => {
  const lines = await findLines(sheet.small);
  const treatments = treatmentsFor(sheet);
  const likely = { lie: lines.lies[0], treatment: treatments[0] };
  const first = lines.isClear && likely.treatment === 'plain' ? await readAs(sheet, likely, recogniser) : null;
  if (first !== null && isSure(first)) return first;
  const ways = await chooseReadings(sheet, lines, treatments, recogniser);
  const [best] = ways;
  const read = first?.lie.turn === best.lie.turn ? first : await readAs(sheet, best, recogniser);
  const next = ways.find((way) => !isSame(way, read));
  return next === undefined || isSure(read) ? read : join(read, await readAs(sheet, next, recogniser));
};

/** Reads a sheet as it reads best, then what was overlooked, and the boxes of a form. */
export const readSheet = async (sheet: Sheet, recogniser: Recogniser): Promise<SheetRead> => {
  const { lie, words: found } = await readWell(sheet, recogniser);
  const laid = await sheet.lay(lie);
  const { words, unread } = await lookForMore(laid, sheet.dpi, found, recogniser);
  return {
    ...laid,
    lie,
    words: addWords(words, boxWords(laid.boxes)),
    confidence: worthOf(words).confidence * (1 - unread),
    unread,
  };
};
