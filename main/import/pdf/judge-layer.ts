import type { GrayPicture } from '../ocr/gray-picture.ts';

/** Whether what a text layer gives is mostly no characters at all: its fonts do not tell what their shapes mean. */
export const isNoise = (text: string): boolean => {
  const shapes = text.match(/[\ue000-\uf8ff\ufffd]/g)?.length ?? 0;
  return shapes > text.length * 0.3;
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
 * Whether the words of a layer lie where the picture of the page has its ink. Four numbers a word: left, top, right,
 * bottom. `width` and `height` are the page's points.
 */
export const liesOnInk = (words: Float32Array, picture: GrayPicture, width: number, height: number): boolean => {
  const ink = inkOf(picture);
  const under = new Uint8Array(ink.length);
  const count = words.length / 4;
  let inked = 0;
  for (let word = 0; word < count; word += 1) {
    const [left = 0, top = 0, right = 0, bottom = 0] = words.subarray(word * 4, word * 4 + 4);
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
