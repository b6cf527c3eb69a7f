import { foldSpace, type LetterBlock } from '../../shared/letter.ts';
import { partPath, type Part } from '../../shared/part.ts';
import { blockText } from './letter-text.ts';
import { readDocxBack } from './docx/read-docx-back.ts';

/** `where` names the part of the letter and shows what it should say and what the file says there. */
export type Comparison = { readonly same: true } | { readonly same: false; readonly where: string };

type Piece = { readonly text: string; readonly part: Part };

const wordsOf = (text: string): string[] =>
  foldSpace(text)
    .split(' ')
    .filter((word) => word !== '');

const around = (pieces: readonly string[], at: number, joint: string, reach: number): string =>
  pieces.slice(Math.max(0, at - reach), at + 2 * reach).join(joint);

const compare = (wanted: readonly Piece[], written: readonly string[], joint: string, reach: number): Comparison => {
  const at = Array.from({ length: Math.max(wanted.length, written.length) }).findIndex(
    (_, index) => wanted[index]?.text !== written[index],
  );
  if (at < 0) return { same: true };
  const part = partPath(wanted[at]?.part ?? wanted.at(-1)?.part ?? { kind: 'letter' });
  return {
    same: false,
    where: `${part}: "${around(
      wanted.map(({ text }) => text),
      at,
      joint,
      reach,
    )}" was read back as "${around(written, at, joint, reach)}".`,
  };
};

/**
 * Reads a written Word file back, with a reader that is not ours, and compares every word in it with the letter it was
 * written from (white space folded).
 */
export const compareLetters = async (expected: readonly LetterBlock[], bytes: Uint8Array): Promise<Comparison> =>
  compare(
    expected.flatMap((block) => wordsOf(blockText(block)).map((text) => ({ text, part: block.part }))),
    wordsOf(await readDocxBack(bytes)),
    ' ',
    2,
  );

/** PDFium's sign for a hyphen at a line's end. */
const LINE_HYPHEN = /[\u0002\ufffe]/gu;

const signsOf = (text: string): string[] => [...text.replace(LINE_HYPHEN, '-').replace(/[\s\u00a0\u00ad]/gu, '')];

/**
 * Compares every sign of a written PDF, as a reader finds it, with the letter: a PDF keeps no white space of its own.
 */
export const comparePdf = (expected: readonly LetterBlock[], pages: readonly string[]): Comparison =>
  compare(
    expected.flatMap((block) => signsOf(blockText(block)).map((text) => ({ text, part: block.part }))),
    signsOf(pages.join('')),
    '',
    8,
  );
