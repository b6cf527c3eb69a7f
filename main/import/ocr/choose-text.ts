import { isSpacedOut, knownShare } from '../judge-words.ts';
import type { WordSet } from '../layout/word-set.ts';
import { joinWords, keepWords } from '../layout/word-set.ts';
import { wordsOfPage } from '../layout/words-of-page.ts';
import { writePage } from '../layout/write-page.ts';
import { sharedWords } from '../pdf/judge-layer.ts';
import type { ReadPage } from '../read-page.ts';

/** A layer stands when this share of its words was recognised in the picture. */
const AGREES = 0.5;
/** Of a few words more must be seen: a year alone is soon found. */
const FEW = { words: 12, agrees: 0.75 } as const;
/** A layer with far fewer words than the picture is a stamp or a header on a scan. */
const FEWER = 0.67;
/** What was recognised is better where so much larger a share of it stands in the spelling lists. */
const BETTER = 0.06;

const MISMATCH =
  'The text that the file keeps for this page does not match its picture; the words were read from the picture.';

/** A word that lies so far under another one is the same. */
const SAME = 0.35;

/** The words of a set that stand where none of the others does. */
const besides = (words: WordSet, others: WordSet): WordSet =>
  keepWords(words, (word) => {
    const [left = 0, top = 0, right = 0, bottom = 0] = words.boxes.subarray(word * 4, word * 4 + 4);
    const area = Math.max(1, (right - left) * (bottom - top));
    return others.texts.every((_, other) => {
      const at = other * 4;
      const across = Math.min(right, others.boxes[at + 2] ?? 0) - Math.max(left, others.boxes[at] ?? 0);
      const down = Math.min(bottom, others.boxes[at + 3] ?? 0) - Math.max(top, others.boxes[at + 1] ?? 0);
      return across <= 0 || down <= 0 || across * down < area * SAME;
    });
  });

const notesOf = (layer: ReadPage, turn: ReadPage['turned']): WordSet =>
  wordsOfPage(layer, turn, layer.notesAt ?? layer.text.length);

/** The page with words of both, each in its place. The layer's are right where both have one. */
const mix = (layer: ReadPage, seen: ReadPage, messages: readonly string[]): ReadPage => {
  const own = wordsOfPage(layer, seen.turned, 0, layer.notesAt);
  const added = besides(wordsOfPage(seen), own);
  if (added.texts.length === 0 && seen.turned === 0) return asLayer(layer, seen);
  const { text, words } = writePage(joinWords(own, added), notesOf(layer, seen.turned));
  return { ...seen, text, words, source: 'mixed', blank: false, messages };
};

const asLayer = ({ doubt: _doubt, notesAt: _notesAt, ...layer }: ReadPage, seen: ReadPage): ReadPage => ({
  ...layer,
  needsOcr: false,
  look: seen.look,
});

/** What was recognised, with the notes that stand in no picture. */
const asSeen = (layer: ReadPage, seen: ReadPage): ReadPage => {
  const notes = notesOf(layer, seen.turned);
  if (notes.texts.length === 0) return { ...seen, messages: [...seen.messages, MISMATCH] };
  const { text, words } = writePage(wordsOfPage(seen), notes);
  return { ...seen, text, words, source: 'mixed', messages: [...seen.messages, MISMATCH] };
};

/** Whether the picture shows that the words of the layer are not those of the page. */
const isRefuted = (layer: WordSet, seen: WordSet, layerText: string, seenText: string): boolean => {
  if (seen.texts.length === 0) return false;
  const least = layer.texts.length < FEW.words ? FEW.agrees : AGREES;
  if (sharedWords(layerText, seenText) < least || isSpacedOut(layer.texts)) return true;
  if (layer.texts.some((text) => text.includes('\ufffd'))) return true;
  const [before, after] = [knownShare(layer.texts), knownShare(seen.texts)];
  return before !== null && after !== null && after > before + BETTER;
};

/**
 * Decides between the text layer of a page and what was recognised in its picture: the layer stands where both agree,
 * and where one has words that the other lacks the page has those of both.
 */
export const chooseText = (layer: ReadPage, seen: ReadPage): ReadPage => {
  const messages = [...layer.messages, ...seen.messages];
  if (layer.text === '') return { ...seen, messages };
  const main = layer.text.slice(0, layer.notesAt);
  const [own, found] = [wordsOfPage(layer, 0, 0, layer.notesAt), wordsOfPage(seen)];
  if (layer.doubt !== 'part' && isRefuted(own, found, main, seen.text)) return asSeen(layer, seen);
  const isStamp = own.texts.length < found.texts.length * FEWER;
  return isStamp || layer.doubt === 'part' ? mix(layer, seen, messages) : asLayer(layer, seen);
};
