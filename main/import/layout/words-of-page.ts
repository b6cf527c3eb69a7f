import { WORD_STRIDE } from '../../../shared/word-stride.ts';
import type { Turn } from '../../../shared/page.ts';
import type { ReadPage } from '../read-page.ts';
import type { WordSet } from './word-set.ts';

type Shown = Pick<ReadPage, 'text' | 'words' | 'width' | 'height'>;

/** The corners of a box on a page of this size, after the page is turned clockwise. */
const turnBox = (
  [left, top, right, bottom]: readonly [number, number, number, number],
  turn: Turn,
  { width, height }: Shown,
): readonly [number, number, number, number] => {
  switch (turn) {
    case 0:
      return [left, top, right, bottom];
    case 90:
      return [height - bottom, left, height - top, right];
    case 180:
      return [width - right, height - bottom, width - left, height - top];
    case 270:
      return [top, width - right, bottom, width - left];
  }
};

/**
 * The words of a read page from `from` to `to` in its text, each line of the text a line of its own, as they stand after
 * the page is turned clockwise.
 */
export const wordsOfPage = (page: Shown, turn: Turn = 0, from = 0, to = page.text.length): WordSet => {
  const { text, words } = page;
  const texts: string[] = [];
  const boxes: number[] = [];
  const lines: number[] = [];
  let line = 0;
  let last = 0;
  for (let at = 0; at < words.length; at += WORD_STRIDE) {
    const [start = 0, end = 0, left = 0, top = 0, right = 0, bottom = 0] = words.subarray(at, at + WORD_STRIDE);
    if (start < from || end > to) continue;
    if (text.slice(last, start).includes('\n')) line += 1;
    last = end;
    texts.push(text.slice(start, end));
    boxes.push(...turnBox([left, top, right, bottom], turn, page));
    lines.push(line);
  }
  return {
    texts,
    boxes: Float32Array.from(boxes),
    lines: Int32Array.from(lines),
    headings: new Uint8Array(texts.length),
  };
};
