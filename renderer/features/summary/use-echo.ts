import { useCallback, useState } from 'react';
import { foldSpace } from '../../../shared/letter.ts';

type Echo = {
  /** What the field should be told is saved. */
  readonly saved: string;
  /** To be called with every text that was sent. */
  readonly sent: (text: string) => void;
};

const same = (a: string, b: string): boolean => foldSpace(a) === foldSpace(b);

/**
 * The backend keeps the summary with its white space folded. Its answer to what one has just typed is therefore a
 * little different, and may come late; put into the field it would take the blank before the cursor away. So an answer
 * that repeats what was sent counts as the newest text that was sent; anything else (undo, a citation) is taken as it
 * is.
 */
export const useEcho = (stored: string): Echo => {
  const [sentTexts, setSent] = useState<readonly string[]>([]);
  const newest = sentTexts.at(-1);
  const isNewest = newest !== undefined && same(newest, stored);
  if (isNewest && sentTexts.length > 1) setSent([newest]);
  const isEcho = sentTexts.some((text) => same(text, stored));
  return {
    saved: isEcho && newest !== undefined ? newest : stored,
    sent: useCallback((text: string) => setSent((before) => [...before, text]), []),
  };
};
