import { WORD_STRIDE } from '../../../shared/word-stride.ts';
import type { GrayPicture } from '../ocr/gray-picture.ts';

/** Whether what a text layer gives is mostly no characters at all: its fonts do not tell what their shapes mean. */
export const isNoise = (text: string): boolean => {
  const shapes = text.match(/[\ue000-\uf8ff\ufffd]/g)?.length ?? 0;
  return shapes > text.length * 0.3;
};

const ENOUGH_WORDS = 30;
const LEAST_SOUND = 0.4;

/** A word with a vowel, an abbreviation in capitals, or a number with its signs. */
const isSound = (word: string): boolean =>
  /^[^\p{L}\p{N}]*(?:\p{L}*[aeiouy\u00e0-\u024f]\p{L}*|\p{Lu}{1,6}|[\d.,:/%$+()-]+|[\p{L}]{1,2}|[^\x00-\u024f]+)[^\p{L}]*$/iu.test(
    word,
  );

/**
 * Whether a text of some length hardly has a word that could be one: letters shifted by a font, or a failed
 * recognition.
 */
export const isGibberish = (text: string): boolean => {
  const words = text.match(/\S+/g) ?? [];
  const enough = words.length * LEAST_SOUND;
  let sound = 0;
  // Of ordinary text only the first words are looked at.
  return words.length >= ENOUGH_WORDS && !words.some((word) => isSound(word) && (sound += 1) >= enough);
};

/** Distance from the paper at which a pixel counts as ink. */
const INK = 70;
/** Of the words at least so many must stand on ink, and of the ink so much must lie under words. */
const WORDS_ON_INK = 0.6;
const INK_UNDER_WORDS = 0.3;

const inkOf = ({ data }: GrayPicture): Uint8Array => {
  const counts = new Uint32Array(256);
  for (const light of data) counts[light] = (counts[light] ?? 0) + 1;
  const paper = counts.indexOf(Math.max(...counts));
  return data.map((light) => (light < paper - INK ? 1 : 0));
};

/**
 * Whether the words of a layer lie where the picture of the page has its ink. `width` and `height` are the page's
 * points.
 */
export const liesOnInk = (words: Float32Array, picture: GrayPicture, width: number, height: number): boolean => {
  const ink = inkOf(picture);
  const under = new Uint8Array(ink.length);
  const count = words.length / WORD_STRIDE;
  let inked = 0;
  for (let word = 0; word < count; word += 1) {
    const [left = 0, top = 0, right = 0, bottom = 0] = words.subarray(word * WORD_STRIDE + 2, word * WORD_STRIDE + 6);
    let found = 0;
    for (
      let y = Math.max(0, Math.floor((top / height) * picture.height));
      y < Math.min(picture.height, (bottom / height) * picture.height);
      y += 1
    ) {
      for (
        let x = Math.max(0, Math.floor((left / width) * picture.width));
        x < Math.min(picture.width, (right / width) * picture.width);
        x += 1
      ) {
        under[y * picture.width + x] = 1;
        found += ink[y * picture.width + x] ?? 0;
      }
    }
    if (found > 0) inked += 1;
  }
  const all = ink.reduce((sum, dot) => sum + dot, 0);
  const covered = ink.reduce((sum, dot, at) => sum + dot * (under[at] ?? 0), 0);
  return inked >= count * WORDS_ON_INK && covered >= all * INK_UNDER_WORDS;
};

const wordSet = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);

/** Share, 0 to 1, of the words of one text that stand in the other; 1 when it has none. */
export const sharedWords = (text: string, other: string): number => {
  const words = [...wordSet(text)];
  const others = wordSet(other);
  return words.length === 0 ? 1 : words.filter((word) => others.has(word)).length / words.length;
};
