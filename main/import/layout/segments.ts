import type { Heading, WordSet } from './word-set.ts';

/** Words from `from` on, in the order in which they were found; `to` is exclusive. */
type Piece = { readonly from: number; readonly to: number };

/**
 * Words that are read in one go, as they stand side by side without a gap or in one cell, with the box around them in a
 * frame in which they run to the right. Of a block `top` and `bottom` are those of its first line.
 */
export type Segment = {
  readonly pieces: readonly Piece[];
  readonly line: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** A gap of so many heights of a word parts it from the one before. */
const GAP = 0.9;
/** A word that begins so many heights before the end of the last one is not behind it. */
const BACK = 0.6;

type Frame = readonly [left: number, top: number, right: number, bottom: number];

/** The box of a word in a frame in which words of this heading run to the right and lines go down. */
const inFrame = (boxes: Float32Array, word: number, heading: Heading): Frame => {
  const at = word * 4;
  const [left, top, right, bottom] = [boxes[at] ?? 0, boxes[at + 1] ?? 0, boxes[at + 2] ?? 0, boxes[at + 3] ?? 0];
  switch (heading) {
    case 0:
      return [left, top, right, bottom];
    case 1:
      return [top, -right, bottom, -left];
    case 2:
      return [-right, -bottom, -left, -top];
    case 3:
      return [-bottom, left, -top, right];
  }
};

/** A segment as it grows. */
type Growing = { -readonly [K in keyof Omit<Segment, 'pieces'>]: Segment[K] } & { from: number; to: number };

const asSegment = ({ from, to, ...rest }: Growing): Segment => ({ pieces: [{ from, to }], ...rest });

/** Finds the segments of those words that run one way; a block is one segment. */
export const findSegments = (words: WordSet, heading: Heading): Segment[] => {
  const { boxes, lines, headings, texts, bands } = words;
  const segments: Growing[] = [];
  let open: Growing | null = null;
  let end = 0;
  for (let word = 0; word < texts.length; word += 1) {
    if (headings[word] !== heading) {
      open = null;
      continue;
    }
    const [left, top, right, bottom] = inFrame(boxes, word, heading);
    const height = bottom - top;
    const line = lines[word] ?? 0;
    const band = bands?.get(line);
    if (
      open !== null &&
      open.line === line &&
      (band !== undefined ||
        (left - end < GAP * height &&
          end - left < BACK * height &&
          Math.min(bottom, open.bottom) > Math.max(top, open.top)))
    ) {
      open.to = word + 1;
      if (left < open.left) open.left = left;
      if (right > open.right) open.right = right;
      if (band === undefined && top < open.top) open.top = top;
      if (band === undefined && bottom > open.bottom) open.bottom = bottom;
    } else {
      open = { from: word, to: word + 1, line, left, top: band?.top ?? top, right, bottom: band?.bottom ?? bottom };
      segments.push(open);
    }
    end = right;
  }
  return segments.map(asSegment);
};
