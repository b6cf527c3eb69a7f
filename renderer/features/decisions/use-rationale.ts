import { useState } from 'react';
import type { RefObject } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import type { Item } from '../../../shared/item.ts';
import { markQuotation } from '../../../shared/quotation.ts';
import type { Snippet } from '../../../shared/snippet.ts';
import { ask } from '../../data/client.ts';
import { flushEdits, useEdit } from '../../data/use-edit.ts';
import type { Conflict } from '../../data/use-edit.ts';
import type { WriteEdit } from '../../data/edit-keeper.ts';
import { withWords } from '../../../shared/with-words.ts';
import type { ProseHandle, ProseSelection } from '../../ui/prose-editor.tsx';
import { changeBetween } from '../../../shared/merge-prose.ts';
import { findBlanks } from './rationale-marks.ts';
import type { Blank } from './rationale-marks.ts';
import type { Offer } from './rationale-offers.tsx';

export const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;
/** From so many characters on pasted words may well be a guideline's. */
const LONG_PASTE = 150;

/** The text of a rationale in its editor, and what can be done to it; each is taken back by Ctrl+Z like typing. */
export type Rationale = {
  readonly text: string;
  readonly change: (text: string) => void;
  readonly flush: () => void;
  readonly conflict: Conflict<string> | null;
  readonly selection: ProseSelection;
  readonly select: (selection: ProseSelection) => void;
  readonly blanks: readonly Blank[];
  /** How many words were just pasted, while it is open whose they are. */
  readonly pastedWords: number;
  readonly notePasted: (words: ProseSelection) => void;
  readonly keepPasted: () => void;
  readonly quotePasted: () => void;
  /** Marks the selected words as a quotation, or takes its marks away. */
  readonly quote: () => void;
  /** Puts a snippet, filled from the case, in place of words; its first blank is selected. */
  readonly insert: (snippet: Snippet, place: ProseSelection) => Promise<void>;
  /** Selects the first blank from there on; false where there is none. */
  readonly goToBlank: (from: number) => boolean;
  readonly take: (offer: Offer) => void;
};

/** `editor` is the handle of the editor that shows the text. */
export const useRationale = (
  caseId: CaseId,
  item: Item,
  editor: RefObject<ProseHandle | null>,
  write: WriteEdit<string>,
): Rationale => {
  const { value: text, change, flush, conflict } = useEdit(item.rationale, write);
  const [selection, select] = useState<ProseSelection>({ start: 0, end: 0 });
  const [pasted, setPasted] = useState<ProseSelection | null>(null);
  const blanks = findBlanks(text);
  const markWords = ({ start, end }: ProseSelection): void => {
    if (start < end) editor.current?.replace(0, text.length, markQuotation(text, start, end));
    setPasted(null);
  };
  return {
    text,
    change,
    flush,
    conflict,
    selection,
    select,
    blanks,
    pastedWords: pasted === null ? 0 : countWords(text.slice(pasted.start, pasted.end)),
    notePasted: (words) => setPasted(words.end - words.start >= LONG_PASTE ? words : null),
    keepPasted: () => setPasted(null),
    quotePasted: () => markWords(pasted ?? { start: 0, end: 0 }),
    quote: () => markWords(selection),
    insert: async (snippet, { start, end }) => {
      await flushEdits();
      const filled = await ask('snippet.fill', { caseId, itemId: item.id, id: snippet.id }).catch(() => null);
      if (filled === null) return;
      editor.current?.replace(start, end, filled.text);
      const [blank] = findBlanks(filled.text);
      if (blank) editor.current?.select(start + blank.start, start + blank.end);
    },
    goToBlank: (from) => {
      const next = blanks.find(({ start }) => start >= from);
      if (next) editor.current?.select(next.start, next.end);
      return next !== undefined;
    },
    take: ({ text: words, end, isParagraph }) => {
      const put = changeBetween(text, withWords(text, words, end, isParagraph));
      if (put) editor.current?.replace(put.start, put.end, put.text);
    },
  };
};
