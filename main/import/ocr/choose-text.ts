import { sharedWords } from '../pdf/judge-layer.ts';
import type { ReadPage } from '../read-page.ts';

/** A layer stands when this share of its words was recognised in the picture. */
const AGREES = 0.5;
/** A layer with far fewer words than the picture is a stamp or a header on a scan. */
const FEWER = 0.67;

const MISMATCH =
  'The text that the file keeps for this page does not match its picture; the words were read from the picture.';

/**
 * Decides between the text layer of a page and what was recognised in its picture: the layer stands where both agree.
 */
export const chooseText = (layer: ReadPage, seen: ReadPage): ReadPage => {
  if (layer.text === '') return { ...seen, messages: [...layer.messages, ...seen.messages] };
  const isStamp = layer.words.length < seen.words.length * FEWER;
  const agrees = sharedWords(layer.text, seen.text) >= AGREES;
  if (agrees && !isStamp) return { ...layer, needsOcr: false, look: seen.look };
  return { ...seen, messages: agrees ? seen.messages : [...seen.messages, MISMATCH] };
};
