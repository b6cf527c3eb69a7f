import { WORD_STRIDE } from '../../../shared/word-stride.ts';

/** How words run on the page as it is shown, in quarters of a turn: 0 to the right, 1 down, 2 to the left, 3 up. */
export type Heading = 0 | 1 | 2 | 3;

/**
 * The words of a page in the order in which they were found. `boxes`: left, top, right, bottom of each, in points of the
 * page as it is shown. `lines`: words that follow each other with one number were found as one line.
 */
export type WordSet = {
  readonly texts: readonly string[];
  readonly boxes: Float32Array;
  readonly lines: Int32Array;
  readonly headings: Uint8Array;
  /**
   * Lines that are blocks, as a field of a form with several lines in it: their words are read in one go, where the
   * first of those lines stands.
   */
  readonly bands?: ReadonlyMap<number, Band>;
};

/** From where to where a line stands, in points down the page. */
export type Band = { readonly top: number; readonly bottom: number };

/** In which order words are read, and before which of them a line ends, by their place in the order. */
export type Arranged = { readonly order: Int32Array; readonly breaks: Uint8Array };

/** A page's text with six numbers a word, see `PageContent.words`. */
export type SetText = { readonly text: string; readonly words: Float32Array };

export const NO_WORDS: WordSet = {
  texts: [],
  boxes: new Float32Array(0),
  lines: new Int32Array(0),
  headings: new Uint8Array(0),
};

/** Those words for which `isKept` holds, by their index. */
export const keepWords = (words: WordSet, isKept: (word: number) => boolean): WordSet => {
  const kept = words.texts.flatMap((_, word) => (isKept(word) ? [word] : []));
  if (kept.length === words.texts.length) return words;
  const boxes = new Float32Array(kept.length * 4);
  kept.forEach((word, at) => {
    boxes.set(words.boxes.subarray(word * 4, word * 4 + 4), at * 4);
  });
  return {
    texts: kept.map((word) => words.texts[word] ?? ''),
    boxes,
    lines: Int32Array.from(kept, (word) => words.lines[word] ?? 0),
    headings: Uint8Array.from(kept, (word) => words.headings[word] ?? 0),
    ...(words.bands !== undefined && { bands: words.bands }),
  };
};

/** The words of several sets as one, each set's lines apart from those of the others. */
export const joinWords = (...sets: readonly WordSet[]): WordSet => {
  const filled = sets.filter(({ texts }) => texts.length > 0);
  if (filled.length <= 1) return filled[0] ?? NO_WORDS;
  const count = filled.reduce((sum, { texts }) => sum + texts.length, 0);
  const boxes = new Float32Array(count * 4);
  const lines = new Int32Array(count);
  const headings = new Uint8Array(count);
  const bands = new Map<number, Band>();
  let at = 0;
  let line = 0;
  for (const set of filled) {
    for (const [own, band] of set.bands ?? []) bands.set(line + own, band);
    boxes.set(set.boxes, at * 4);
    headings.set(set.headings, at);
    let last = 0;
    for (let word = 0; word < set.texts.length; word += 1) {
      const own = set.lines[word] ?? 0;
      lines[at + word] = line + own;
      if (own > last) last = own;
    }
    line += last + 1;
    at += set.texts.length;
  }
  return { texts: filled.flatMap(({ texts }) => texts), boxes, lines, headings, bands };
};

/** Writes words in their order, parted by blanks and line ends. */
export const setText = ({ texts, boxes }: WordSet, { order, breaks }: Arranged): SetText => {
  const words = new Float32Array(order.length * WORD_STRIDE);
  const pieces: string[] = [];
  let length = 0;
  for (let at = 0; at < order.length; at += 1) {
    const word = order[at] ?? 0;
    const text = texts[word] ?? '';
    if (at > 0) {
      pieces.push(breaks[at] === 1 ? '\n' : ' ');
      length += 1;
    }
    pieces.push(text);
    const out = at * WORD_STRIDE;
    words[out] = length;
    length += text.length;
    words[out + 1] = length;
    for (let side = 0; side < 4; side += 1) words[out + 2 + side] = boxes[word * 4 + side] ?? 0;
  }
  return { text: pieces.join(''), words };
};
