import { WORD_STRIDE } from '../../../shared/word-stride.ts';
import { arrangeWords } from './arrange-words.ts';
import type { SetText, WordSet } from './word-set.ts';
import { setText } from './word-set.ts';

const inOrder = (words: WordSet): SetText =>
  setText(words, {
    order: Int32Array.from(words.texts, (_, at) => at),
    breaks: Uint8Array.from(words.texts, (_, at) => Number(words.lines[at] !== words.lines[at - 1])),
  });

/** A page's text with its words in reading order and its notes behind them; `notesAt`: where in it the words end. */
export const writePage = (words: WordSet, notes: WordSet): SetText & { readonly notesAt: number } => {
  const main = setText(words, arrangeWords(words));
  const notesAt = main.text.length;
  if (notes.texts.length === 0) return { ...main, notesAt };
  const own = inOrder(notes);
  const shift = notesAt === 0 ? 0 : notesAt + 1;
  const all = new Float32Array(main.words.length + own.words.length);
  all.set(main.words);
  all.set(
    own.words.map((value, at) => (at % WORD_STRIDE < 2 ? value + shift : value)),
    main.words.length,
  );
  return { text: notesAt === 0 ? own.text : `${main.text}\n${own.text}`, words: all, notesAt };
};
