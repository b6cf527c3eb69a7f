import type { LetterBlock } from '../../shared/letter.ts';

/** The words of a paragraph. */
export const blockText = ({ runs }: LetterBlock): string => runs.map(({ text }) => text).join('');

/** The letter as plain text, an empty line between paragraphs. */
export const letterText = (blocks: readonly LetterBlock[]): string => blocks.map(blockText).join('\n\n');
