import { useCallback, useRef } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import type { EyeState, PageContent } from '../../../shared/page.ts';
import { flushDrafts, useDraft } from '../../data/drafts.ts';
import type { Draft } from '../../data/drafts.ts';
import { useCommand } from '../../data/hooks.ts';
import { isSameWording } from './carry-offset.ts';

export type EyeWords = {
  readonly draft: Draft;
  /** Words of the reviewer's own stand in place of those that were recognised. */
  readonly isTyped: boolean;
  /** Puts down what was typed; where nothing was, states that the words stand as they are. */
  readonly settle: () => Promise<void>;
  /** Takes the typed words away and states that the recognised ones stand. */
  readonly restore: () => Promise<void>;
};

/** The words of one page in hand. What is typed saves itself while one types. */
export const useEyeWords = (caseId: CaseId, page: PageContent, onSettled: (eye: EyeState) => void): EyeWords => {
  const { run: type } = useCommand('page.type');
  const { run: confirm } = useCommand('page.confirm');
  const wasRefused = useRef(false);
  const write = useCallback(
    async (text: string) => {
      const { ok } = await type({ caseId, pageId: page.id, text });
      wasRefused.current = !ok;
      return ok;
    },
    [type, caseId, page.id],
  );
  const draft = useDraft(page.text, write, isSameWording);
  const isTyped = page.eye === 'typed' || !isSameWording(draft.text, page.text);
  const accept = async (): Promise<boolean> => (await confirm({ caseId, pageIds: [page.id] })).ok;
  return {
    draft,
    isTyped,
    settle: async () => {
      if (isTyped) {
        await flushDrafts();
        if (!wasRefused.current) onSettled('typed');
      } else if (page.eye === 'confirmed' || (await accept())) onSettled('confirmed');
    },
    restore: async () => {
      await flushDrafts();
      await accept();
    },
  };
};
