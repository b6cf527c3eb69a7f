import { useCallback } from 'react';
import type { CaseId } from '../../shared/ids.ts';
import { whenRead } from './client.ts';
import { flushEdits } from './use-edit.ts';
import { useCommand } from './hooks.ts';

/**
 * Writes the summary from the accepted entries; true: it is written. What is being typed is kept first, and the new
 * sentences are there before anything else can be typed: a field that still shows the old ones would save them over the
 * new.
 */
export const useComposeSummary = (
  caseId: CaseId,
): { readonly compose: () => Promise<boolean>; readonly isRunning: boolean } => {
  const { run, isRunning } = useCommand('summary.compose');
  const compose = useCallback(async () => {
    await flushEdits();
    const reply = await run({ caseId });
    if (reply.ok) await whenRead('summary.show', { caseId }, reply.revision ?? 0);
    return reply.ok;
  }, [caseId, run]);
  return { compose, isRunning };
};
