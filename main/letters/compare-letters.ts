import { foldSpace, type LetterBlock } from '../../shared/letter.ts';
import { blockText } from './letter-text.ts';
import { readDocxText } from './docx/read-docx-text.ts';

/** `where` names the part of the letter and shows what it should say and what the file says there. */
export type Comparison = { readonly same: true } | { readonly same: false; readonly where: string };

const wordsOf = (text: string): string[] => foldSpace(text).split(' ').filter((word) => word !== '');

const around = (words: readonly string[], at: number): string => words.slice(Math.max(0, at - 2), at + 4).join(' ');

/** Reads a written Word file back and compares every word in it with the letter it was written from (white space folded). */
export const compareLetters = (expected: readonly LetterBlock[], bytes: Uint8Array): Comparison => {
  const wanted = expected.flatMap((block) => wordsOf(blockText(block)).map((word) => ({ word, part: block.part })));
  const written = wordsOf(readDocxText(bytes));
  const at = Array.from({ length: Math.max(wanted.length, written.length) }).findIndex((_, index) => wanted[index]?.word !== written[index]);
  if (at < 0) return { same: true };
  const part = wanted[at]?.part ?? wanted.at(-1)?.part ?? 'letter';
  return { same: false, where: `${part}: "${around(wanted.map(({ word }) => word), at)}" was read back as "${around(written, at)}".` };
};
