import type { RationaleEnds } from '../../../shared/item.ts';
import { findClosing, isOfOpioidParagraph } from '../checks/closing-polarity.ts';
import { sentencesOf } from '../checks/facts-of.ts';

/** From where the words stand last; null where they do not stand in it as they are. */
const fromLast = (text: string, words: string | undefined): string | null => {
  const at = words === undefined || words === '' ? -1 : text.lastIndexOf(words);
  return at < 0 ? null : text.slice(at);
};

/** From where only sentences of the opioid paragraph follow. */
const opioidEnd = (rationale: string): string | null => {
  const sentences = sentencesOf(rationale);
  const others = sentences.findLastIndex((text) => !isOfOpioidParagraph(text));
  return fromLast(rationale, sentences[others + 1]);
};

/** How a rationale ends (domain, section 4): its closing sentence, and the opioid paragraph behind it. */
export const rationaleEnds = (rationale: string): RationaleEnds => {
  const opioidParagraph = opioidEnd(rationale);
  const closing = findClosing(rationale)?.sentence ?? '';
  // Only words of necessity close a rationale: "is recommended" may be the guideline's.
  return {
    closing: (/necess/iu.test(closing) ? fromLast(rationale, closing) : null) ?? opioidParagraph,
    opioidParagraph,
  };
};
