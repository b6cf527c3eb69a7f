import { splitSentences } from '../../shared/split-sentences.ts';
import { findFacts } from '../../shared/find-facts.ts';
import type { PageRange, RecordText } from './record-text.ts';
import type { Piece } from './split-sections.ts';

/** The part of the body under whose name a sentence stands: `Right knee: ... Patellofemoral grind positive.` */
export type PartLabel = { readonly text: string; readonly range: PageRange };

/** A sentence or list item: where it stands and its words with white space folded, without the label before them. */
export type Unit = PageRange & { readonly text: string; readonly part: PartLabel | null };

const ITEM = /^(?:\d{1,2}[.)]|[a-z][.)]|[-•*▪◦–]|\(\d{1,2}\)|[☒☑✓✔]|\[\s?[xX✓]\s?\])\s*\S/;
const CONNECTOR = /\b(?:of|the|and|or|to|with|by|for|in|on|at|a|an|is|was|his|her|from|that|Dr|Mr|Ms|Mrs)\.?$/;
const LABEL = /^[A-Z][A-Za-z /&-]{2,28}:\s/;
/** A line this much shorter than the widest one was ended by its writer, not by the margin. */
const WRAPPED = 0.62;
/** A line this long reached the margin. */
const FULL = 0.85;

const continues = (previous: Piece, next: Piece, width: number): boolean => {
  if (next.startsParagraph || next.page !== previous.page || ITEM.test(next.text) || LABEL.test(next.text))
    return false;
  if (/(?::|\brestrictions?)$/i.test(previous.text)) return false;
  // A row of a table goes on with nothing.
  if (/\t/.test(next.text) || /\t/.test(previous.text)) return false;
  // A new line that begins like a sentence, after one that ended without a mark before the margin, is an item of its own.
  if (
    previous.text.length < width * FULL &&
    /^[A-Z][a-z]/.test(next.text) &&
    !/[.!?,;-]$/.test(previous.text) &&
    !CONNECTOR.test(previous.text)
  )
    return false;
  const isShort = previous.text.length < width * WRAPPED;
  if (
    (isShort || ITEM.test(previous.text)) &&
    /^[A-Z]/.test(next.text) &&
    !/[,;-]$/.test(previous.text) &&
    !CONNECTOR.test(previous.text)
  )
    return false;
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

const MARK = /^(?:\(?\d{1,2}[.)]\s+(?=[A-Z(])|\d{1,2}[.)]|[a-z][.)]\s|[-•*▪◦–]|\(\d{1,2}\))\s*/;
const markLength = (text: string): number => MARK.exec(text)?.[0].length ?? 0;

/**
 * Longer than any sentence that a physician writes: a table or a page without marks, which no statement can be made of.
 */
const LONGEST = 700;

const PART = /^([A-Z][A-Za-z /()'’-]{1,40}?)\s*:(?:\s+|$)/;
const STUDY = /\b(?:MRI|X-?rays?|CT|EMG|NCS|films|ultrasound|scan|pain|complaints?|work|surgery|history|status)\b/i;

/** The label with a part of the body that the text begins with. */
const partLabel = (text: string): { readonly text: string; readonly length: number } | null => {
  const [whole = '', label = ''] = PART.exec(text) ?? [];
  if (label === '' || label.split(' ').length > 5 || STUDY.test(label)) return null;
  return findFacts(label.replace(/^([RL])\b/, (side) => (side === 'R' ? 'right' : 'left'))).some(
    ({ kind }) => kind === 'body-part',
  )
    ? { text: label.trim(), length: whole.length }
    : null;
};

const unitsOf = (text: string, { page, start, end }: PageRange, inherited: PartLabel | null): Unit[] => {
  let part = inherited;
  const from = start + markLength(text.slice(start, end));
  return splitSentences(text.slice(from, end))
    .filter((sentence) => sentence.text.length <= LONGEST)
    .map((sentence, at) => {
      const mark = at === 0 ? 0 : markLength(sentence.text);
      const range = { page, start: from + sentence.start + mark, end: from + sentence.end };
      const words = sentence.text.slice(mark);
      const label = partLabel(words);
      if (label !== null) part = { text: label.text, range: { ...range, end: range.start + label.length } };
      return { ...range, text: words.slice(label?.length ?? 0).replace(/\s+/gu, ' '), part };
    });
};

/** The widest content line of the pieces' pages gives what counts as wrapped. */
const widthOf = (pieces: readonly Piece[]): number => Math.max(40, ...pieces.map(({ text }) => text.length));

/**
 * The sentences and list items of a section, in order; wrapped lines joined, list marks left out. A label with a part of
 * the body counts for all sentences of its paragraph; alone on its line, for the paragraphs below it.
 */
export const splitUnits = (source: RecordText, pieces: readonly Piece[], width = widthOf(pieces)): Unit[] => {
  let standing: PartLabel | null = null;
  return paragraphs(pieces, width).flatMap((range) => {
    const text = source.pages.find(({ page }) => page === range.page)?.text ?? '';
    const units = unitsOf(text, range, standing);
    const [only] = units;
    if (units.length === 1 && only?.text === '') standing = only.part;
    else if (only !== undefined && only.part !== standing) standing = null;
    return units.filter(({ text: words }) => words !== '');
  });
};
