import { splitSentences } from '../../shared/split-sentences.ts';
import type { PageRange, RecordText } from './record-text.ts';
import type { Piece } from './split-sections.ts';

/** A sentence or list item: where it stands and its words with white space folded. */
export type Unit = PageRange & { readonly text: string };

const ITEM = /^(?:\d{1,2}[.)]|[a-z][.)]|[-•*▪◦–]|\(\d{1,2}\)|[☒☑✓✔]|\[\s?[xX✓]\s?\])\s*\S/;
const CONNECTOR = /\b(?:of|the|and|or|to|with|by|for|in|on|at|a|an|is|was|his|her|from|that|Dr|Mr|Ms|Mrs)\.?$/;
const LABEL = /^[A-Z][A-Za-z /&-]{2,28}:\s/;
/** A line this much shorter than the widest one was ended by its writer, not by the margin. */
const WRAPPED = 0.62;

const continues = (previous: Piece, next: Piece, width: number): boolean => {
  if (next.startsParagraph || next.page !== previous.page || ITEM.test(next.text) || LABEL.test(next.text))
    return false;
  // A new line that begins like a sentence, after one that ended without a mark, is an item of its own.
  if (/^[A-Z][a-z]/.test(next.text) && !/[.!?,;-]$/.test(previous.text) && !CONNECTOR.test(previous.text)) return false;
  const isShort = previous.text.length < width * WRAPPED;
  if (/^[a-z(,;]/.test(next.text) && !/[.!?]$/.test(previous.text)) return true;
  return !isShort;
};

const paragraphs = (pieces: readonly Piece[], width: number): PageRange[] => {
  const ranges: { page: number; start: number; end: number; last: Piece }[] = [];
  for (const piece of pieces) {
    const open = ranges.at(-1);
    if (open !== undefined && continues(open.last, piece, width)) {
      open.end = piece.end;
      open.last = piece;
    } else {
      ranges.push({ page: piece.page, start: piece.start, end: piece.end, last: piece });
    }
  }
  return ranges;
};

const withoutMark = (text: string): number =>
  /^(?:\d{1,2}[.)]|[a-z][.)]|[-•*▪◦–]|\(\d{1,2}\))\s*/.exec(text)?.[0].length ?? 0;

/**
 * Longer than any sentence that a physician writes: a table or a page without marks, which no statement can be made of.
 */
const LONGEST = 700;

const unitsOf = (text: string, { page, start, end }: PageRange): Unit[] => {
  const from = start + withoutMark(text.slice(start, end));
  return splitSentences(text.slice(from, end))
    .filter((sentence) => sentence.text.length <= LONGEST)
    .map((sentence) => ({
      page,
      start: from + sentence.start,
      end: from + sentence.end,
      text: sentence.text.replace(/\s+/gu, ' '),
    }));
};

/** The widest content line of the pieces' pages gives what counts as wrapped. */
const widthOf = (pieces: readonly Piece[]): number => Math.max(40, ...pieces.map(({ text }) => text.length));

/** The sentences and list items of a section, in order; wrapped lines joined, list marks left out. */
export const splitUnits = (source: RecordText, pieces: readonly Piece[], width = widthOf(pieces)): Unit[] =>
  paragraphs(pieces, width).flatMap((range) =>
    unitsOf(source.pages.find(({ page }) => page === range.page)?.text ?? '', range),
  );
