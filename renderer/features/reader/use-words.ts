import { useEffect, useMemo } from 'react';
import type { RefObject } from 'react';
import type { PageContent } from '../../../shared/page.ts';
import type { Side } from '../../data/workspace-state.ts';
import { selectionIn } from './dom-offsets.ts';
import { reachIn } from './measure.ts';
import { forgetSelected, noteSelected } from './selection-state.ts';
import { linesOf, wordsOf } from '../../data/word-boxes.ts';
import type { Line, Reach, Word } from '../../data/word-boxes.ts';

export type PageWords = { readonly words: readonly Word[]; readonly lines: readonly Line[]; readonly reach: Reach };

const MOMENTS = ['selectionchange', 'mouseup', 'dblclick', 'keydown'] as const;

/** A page's words with their lines, unpacked once. */
export const usePageWords = (page: PageContent): PageWords =>
  useMemo(() => {
    const words = wordsOf(page.words);
    return { words, lines: linesOf(words), reach: reachIn(page.text) };
  }, [page.words, page.text]);

/**
 * Follows the document's selection on one page and keeps it as offsets of the page's text. The browser tells of a new
 * selection some time after it made it; it is read at the end of a click and of a key too, so that a key that comes
 * right behind finds it.
 */
export const useSelectionOn = (root: RefObject<HTMLElement | null>, side: Side, page: PageContent): void => {
  useEffect(() => {
    const read = (): void => {
      const element = root.current;
      const selection = document.getSelection();
      const range = element ? selectionIn(element, selection) : null;
      if (element === null || range === null || selection === null) return forgetSelected(side, page);
      const shown = selection.getRangeAt(0).getBoundingClientRect();
      const paper = (element.closest('[data-paper]') ?? element).getBoundingClientRect();
      noteSelected({
        side,
        page,
        range,
        at: {
          left: (shown.left - paper.left) / paper.width,
          top: (shown.top - paper.top) / paper.height,
          bottom: (shown.bottom - paper.top) / paper.height,
        },
      });
    };
    for (const moment of MOMENTS) document.addEventListener(moment, read);
    // The page may be the same one, read again: what is selected on it stays selected.
    read();
    return () => {
      for (const moment of MOMENTS) document.removeEventListener(moment, read);
      forgetSelected(side, page);
    };
  }, [root, side, page]);
};
