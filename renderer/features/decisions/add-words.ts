import type { CaseId, ItemId } from '../../../shared/ids.ts';
import type { ItemDraft } from '../../../shared/item.ts';
import { ask } from '../../data/client.ts';
import { flushDrafts } from '../../data/drafts.ts';
import { useCommand } from '../../data/hooks.ts';
import { withWords } from '../../data/with-words.ts';

/**
 * Puts words into an item's rationale, before the closing sentence, and changes what else goes with them, in one step.
 */
export type AddWords = (words: string, more?: Partial<ItemDraft>) => Promise<void>;

/** The rationale is taken as it stands this moment: what is being typed is written first. */
export const useAddWords = (caseId: CaseId, id: ItemId): AddWords => {
  const { run } = useCommand('item.edit');
  return async (words, more = {}) => {
    await flushDrafts();
    const [items, { ends }] = await Promise.all([ask('item.list', { caseId }), ask('item.suggest', { caseId, id })]);
    const item = items.find((one) => one.id === id);
    if (item !== undefined)
      await run({ caseId, id, change: { ...more, rationale: withWords(item.rationale, words, ends.closing) } });
  };
};
