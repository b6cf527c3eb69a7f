import type { Input } from '../../../shared/contract.ts';
import type { CaseId, ItemId } from '../../../shared/ids.ts';
import { ask, askWhole } from '../../data/client.ts';
import { flushEdits } from '../../data/use-edit.ts';
import { useCommand } from '../../data/hooks.ts';
import { withWords } from '../../../shared/with-words.ts';

/**
 * Puts words into an item's rationale, before the closing sentence, and changes what else goes with them, in one step.
 */
export type AddWords = (words: string, more?: Input<'item.edit'>['change']) => Promise<void>;

/** The rationale is taken as it stands this moment: what is being typed is written first. */
export const useAddWords = (caseId: CaseId, id: ItemId): AddWords => {
  const { run } = useCommand('item.edit');
  return async (words, more = {}) => {
    await flushEdits();
    const [{ value: items, revision }, { ends }] = await Promise.all([
      askWhole('item.list', { caseId }),
      ask('item.suggest', { caseId, id }),
    ]);
    const item = items.find((one) => one.id === id);
    if (item === undefined) return;
    const rationale = withWords(item.rationale, words, ends.closing);
    await run({ caseId, id, change: { ...more, rationale } }, { revision });
  };
};
