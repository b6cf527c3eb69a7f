import { useCallback } from 'react';
import type { CaseId, SentenceId } from '../../shared/ids.ts';
import { whenRead } from './client.ts';
import { useCommand } from './hooks.ts';
import { flushEdits } from './use-edit.ts';

/**
 * Decides a sentence whose entries changed. What is being typed is kept first, and the decided words are there before
 * anything else can be typed.
 */
export const useSettleSentence = (
  caseId: CaseId,
): ((sentence: SentenceId, choice: 'new' | 'mine') => Promise<void>) => {
  const { run } = useCommand('summary.settle');
  return useCallback(
    async (sentence, choice) => {
      await flushEdits();
      const reply = await run({ caseId, sentence, choice });
      if (reply.ok) await whenRead('summary.show', { caseId }, reply.revision ?? 0);
    },
    [caseId, run],
  );
};
