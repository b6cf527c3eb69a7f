import type { Band, WordSet } from '../layout/word-set.ts';
import { keepWords } from '../layout/word-set.ts';
import type { Field } from './annotations.ts';
import type { Box } from './page-map.ts';

/** Words as they are gathered for a set. */
export type Gathered = {
  readonly texts: string[];
  readonly boxes: number[];
  readonly lines: number[];
  readonly bands: Map<number, Band>;
};

export const newGathered = (): Gathered => ({ texts: [], boxes: [], lines: [], bands: new Map() });

export const gather = ({ texts, boxes, lines }: Gathered, text: string, box: Box, line: number): void => {
  texts.push(text);
  boxes.push(box.left, box.top, box.right, box.bottom);
  lines.push(line);
};

export const asWords = ({ texts, boxes, lines, bands }: Gathered): WordSet => ({
  texts,
  boxes: Float32Array.from(boxes),
  lines: Int32Array.from(lines),
  headings: new Uint8Array(texts.length),
  ...(bands.size > 0 && { bands }),
});

const wordBox = ({ boxes }: WordSet, word: number): Box => ({
  left: boxes[word * 4] ?? 0,
  top: boxes[word * 4 + 1] ?? 0,
  right: boxes[word * 4 + 2] ?? 0,
  bottom: boxes[word * 4 + 3] ?? 0,
});

/** Points by which a word may stand beyond its field. */
const SLACK = 2;

const isWithin = (inner: Box, outer: Box): boolean => {
  const x = (inner.left + inner.right) / 2;
  const y = (inner.top + inner.bottom) / 2;
  return x >= outer.left - SLACK && x <= outer.right + SLACK && y >= outer.top - SLACK && y <= outer.bottom + SLACK;
};

/** For each box the words whose middle lies in it; a word belongs to the first box that it lies in. */
export const wordsWithin = (words: WordSet, boxes: readonly Box[]): number[][] => {
  const within = boxes.map((): number[] => []);
  const order = boxes.map((box, at) => ({ box, at })).sort((a, b) => a.box.top - b.box.top);
  for (let word = 0; word < words.texts.length; word += 1) {
    const own = wordBox(words, word);
    for (const { box, at } of order) {
      if (box.top - SLACK > own.bottom) break;
      if (!isWithin(own, box)) continue;
      within[at]?.push(word);
      break;
    }
  }
  return within;
};

/** The words of a page parted in those that it had `before` and those that it gained. */
export const partWords = (all: WordSet, before: WordSet): { readonly old: WordSet; readonly gained: WordSet } => {
  const keyOf = (words: WordSet, word: number): string =>
    `${words.texts[word] ?? ''} ${Math.round((words.boxes[word * 4] ?? 0) * 2)} ${Math.round((words.boxes[word * 4 + 1] ?? 0) * 2)}`;
  const had = new Map<string, number>();
  before.texts.forEach((_, word) => {
    const key = keyOf(before, word);
    had.set(key, (had.get(key) ?? 0) + 1);
  });
  const isOld = all.texts.map((_, word) => {
    const key = keyOf(all, word);
    const left = had.get(key) ?? 0;
    if (left > 0) had.set(key, left - 1);
    return left > 0;
  });
  return {
    old: keepWords(all, (word) => isOld[word] === true),
    gained: keepWords(all, (word) => isOld[word] !== true),
  };
};

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

const splitValue = (value: string): string[] => value.match(/\S+/gu) ?? [];

/** Spreads words over a box that shows none of them, as if they stood in it one after the other. */
const spread = (texts: readonly string[], box: Box): Box[] => {
  const all = texts.reduce((sum, text) => sum + text.length + 1, 0);
  const width = Math.max(1, box.right - box.left) / Math.max(1, all);
  let at = 0;
  return texts.map((text) => {
    const left = box.left + at * width;
    at += text.length + 1;
    return { left, top: box.top, right: left + text.length * width, bottom: box.bottom };
  });
};

/** A field is a block, read in one go, where it is taller than this, in points: it has room for a second line. */
const TALL = 24;
const LINE = 12;

export type PlacedFields = {
  readonly words: WordSet;
  /** Words that the page gained in no field. */
  readonly rest: WordSet;
  readonly isDifferent: boolean;
};

const tickOf = ({ isOn, isOnByValue }: Field): string =>
  isOn === isOnByValue ? (isOn ? '[x]' : '[ ]') : isOn ? '[x, field value: not ticked]' : '[ ] [field value: ticked]';

/**
 * Sets the values of fields where the page shows them: ticks as `[x]` and `[ ]`, the letters of a comb as one word. A
 * field that shows other words than its value gets both. `gained` are the words that the fields drew on the page.
 */
export const placeFields = (fields: readonly Field[], gained: WordSet): PlacedFields => {
  const within = wordsWithin(
    gained,
    fields.map(({ box }) => box),
  );
  const taken = new Set(within.flat());
  const out = newGathered();
  let isDifferent = false;
  fields.forEach((field, line) => {
    const { box, kind, value, isComb } = field;
    const own = within[line] ?? [];
    if (kind === 'tick') {
      isDifferent ||= field.isOn !== field.isOnByValue;
      gather(out, tickOf(field), box, line);
      return;
    }
    const shown = bare(own.map((word) => gained.texts[word] ?? '').join(''));
    const wanted = bare(value);
    if (box.bottom - box.top >= TALL) out.bands.set(line, { top: box.top, bottom: box.top + LINE });
    if ((shown === wanted && !isComb) || (kind === 'choice' && shown !== '')) {
      for (const word of own) gather(out, gained.texts[word] ?? '', wordBox(gained, word), line);
      return;
    }
    const add = (texts: readonly string[], within: Box): void => {
      spread(texts, within).forEach((place, at) => gather(out, texts[at] ?? '', place, line));
    };
    if (shown === '' || shown === wanted || wanted.startsWith(shown)) {
      // A comb, a field that draws nothing, or one too small for all that it holds.
      add(splitValue(value), box);
      return;
    }
    for (const word of own) gather(out, gained.texts[word] ?? '', wordBox(gained, word), line);
    if (wanted === '') return;
    isDifferent = true;
    const [first = '', ...others] = splitValue(value);
    add(
      [
        `[field value: ${first}${others.length === 0 ? ']' : ''}`,
        ...others.map((text, at) => (at === others.length - 1 ? `${text}]` : text)),
      ],
      box,
    );
  });
  return { words: asWords(out), rest: keepWords(gained, (word) => !taken.has(word)), isDifferent };
};
