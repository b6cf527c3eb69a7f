import type { CaseId, ItemId } from '../../../shared/ids.ts';
import { ask } from '../../data/client.ts';
import { flushDrafts } from '../../data/drafts.ts';
import { useCommand } from '../../data/hooks.ts';

/** The text with a sentence at its end; a paragraph of its own where `isParagraph`. */
export const withWords = (text: string, words: string, isParagraph = false): string => {
  const before = text.trimEnd();
  return before === '' ? words : `${before}${isParagraph ? '\n' : ' '}${words}`;
};

export type AddWords = (change: (rationale: string) => string) => Promise<void>;

/** Changes an item's rationale as it stands this moment: what is being typed is written first. */
export const useAddWords = (caseId: CaseId, id: ItemId): AddWords => {
  const { run } = useCommand('item.edit');
  return async (change) => {
    await flushDrafts();
    const item = (await ask('item.list', { caseId })).find((one) => one.id === id);
    if (item !== undefined) await run({ caseId, id, change: { rationale: change(item.rationale) } });
  };
};
