import type { CaseId, ItemId } from '../../../shared/ids.ts';
import type { ItemDraft } from '../../../shared/item.ts';
import { ask } from '../../data/client.ts';
import { flushDrafts } from '../../data/drafts.ts';
import { useCommand } from '../../data/hooks.ts';

/** The text with a sentence at its end; a paragraph of its own where `isParagraph`. */
export const withWords = (text: string, words: string, isParagraph = false): string => {
  const before = text.trimEnd();
  return before === '' ? words : `${before}${isParagraph ? '\n' : ' '}${words}`;
};

/** Puts words at the end of an item's rationale, and changes what else goes with them, in one step. */
export type AddWords = (words: string, more?: Partial<ItemDraft>) => Promise<void>;

/** The rationale is taken as it stands this moment: what is being typed is written first. */
export const useAddWords = (caseId: CaseId, id: ItemId): AddWords => {
  const { run } = useCommand('item.edit');
  return async (words, more = {}) => {
    await flushDrafts();
    const item = (await ask('item.list', { caseId })).find((one) => one.id === id);
    if (item !== undefined) await run({ caseId, id, change: { ...more, rationale: withWords(item.rationale, words) } });
  };
};
