import type { Reach, Word } from '../../data/word-boxes.ts';

/** The face of the invisible words over a picture; only how its letters share a word's width matters. */
export const LAYER_FONT = 'Arial, "Liberation Sans", sans-serif';
const SIZE = 100;
const KEPT = 20_000;

const widths = new Map<string, number>();
let ruler: CanvasRenderingContext2D | null = null;

const measure = (text: string): number => {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (ruler === null) return text.length * SIZE * 0.5;
  ruler.font = `${SIZE}px ${LAYER_FONT}`;
  return ruler.measureText(text).width;
};

/** Width of a text at one pixel of font size. */
export const widthOf = (text: string): number => {
  const known = widths.get(text);
  if (known !== undefined) return known;
  if (widths.size > KEPT) widths.clear();
  const width = Math.max(measure(text), 1) / SIZE;
  widths.set(text, width);
  return width;
};

/** How far the characters of a page's words reach, as the browser's letters share the width. */
export const reachIn =
  (pageText: string): Reach =>
  ({ start, end }: Word, count: number) =>
    count <= 0
      ? 0
      : count >= end - start
        ? 1
        : widthOf(pageText.slice(start, start + count)) / widthOf(pageText.slice(start, end));
