import type { LetterBlock } from '../../shared/letter.ts';

/** Paragraphs that follow each other without a space, like the lines of a list; the last is parted from what follows. */
export const closeLines = (blocks: readonly LetterBlock[]): LetterBlock[] =>
  blocks.map((block, index) => (index < blocks.length - 1 ? { ...block, staysClose: true } : block));
