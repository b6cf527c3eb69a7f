import type { WordRange } from './dom-offsets.ts';
import { nextCharacter, nextWord, previousCharacter, previousWord } from './text-moves.ts';
import { lineEnds, offsetLinesAway } from '../../data/word-boxes.ts';
import type { Line, Reach } from '../../data/word-boxes.ts';

export type CaretKey = { readonly key: string; readonly isFar: boolean; readonly isExtending: boolean };
export type CaretPage = { readonly text: string; readonly lines: readonly Line[]; readonly reach: Reach };

type Move = (page: CaretPage, offset: number, isFar: boolean) => number;

const MOVES: Readonly<Record<string, Move>> = {
  ArrowLeft: ({ text }, offset, isFar) => (isFar ? previousWord(text, offset) : previousCharacter(text, offset)),
  ArrowRight: ({ text }, offset, isFar) => (isFar ? nextWord(text, offset) : nextCharacter(text, offset)),
  ArrowUp: ({ lines, reach }, offset) => offsetLinesAway(lines, offset, -1, reach),
  ArrowDown: ({ lines, reach }, offset) => offsetLinesAway(lines, offset, 1, reach),
  Home: ({ lines }, offset, isFar) => (isFar ? 0 : lineEnds(lines, offset)[0]),
  End: ({ text, lines }, offset, isFar) => (isFar ? text.length : lineEnds(lines, offset)[1]),
};

/** Moves the caret over a page's words, or extends the selection with Shift; null for a key that does neither. */
export const movedCaret = (
  page: CaretPage,
  range: WordRange | null,
  { key, isFar, isExtending }: CaretKey,
): WordRange | null => {
  if (key.toLowerCase() === 'a' && isFar) return { anchor: 0, focus: page.text.length };
  const move = Object.hasOwn(MOVES, key) ? MOVES[key] : undefined;
  if (!move || page.text === '') return null;
  const from = range ?? { anchor: 0, focus: 0 };
  const focus = range === null && !isExtending ? 0 : move(page, from.focus, isFar);
  return { anchor: isExtending ? from.anchor : focus, focus };
};
