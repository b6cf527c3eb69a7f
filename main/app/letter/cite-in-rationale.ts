import type { ItemId } from '../../../shared/ids.ts';
import { isSameSpan, type TextSpan } from '../../../shared/span.ts';
import { withWords } from '../../../shared/with-words.ts';
import { rationaleEnds } from '../../letters/suggest/rationale-ends.ts';
import type { WriteCase } from '../../store/case-file.ts';
import { readItem, writeItem } from '../../store/items.ts';
import { checkSources } from '../timeline/timeline-service.ts';

/** What is put into a rationale: its words, the places they rest on, and what to note beside each. */
type Cited = { readonly words: string; readonly sources: readonly TextSpan[]; readonly note: string };

/**
 * Puts words into an item's rationale before its closing sentence, unless they stand there, and what they rest on among
 * its evidence. Refuses with `invalid` where a page does not hold the words any more.
 */
export const citeInRationale = (write: WriteCase, id: ItemId, { words, sources, note }: Cited): void => {
  checkSources(write, sources);
  const item = readItem(write, id);
  const added = sources.filter((span) => !item.evidence.some((one) => isSameSpan(one.span, span)));
  const rationale =
    words === '' || item.rationale.includes(words)
      ? item.rationale
      : withWords(item.rationale, words, rationaleEnds(item.rationale).closing);
  writeItem(write, { ...item, rationale, evidence: [...item.evidence, ...added.map((span) => ({ span, note }))] });
};
