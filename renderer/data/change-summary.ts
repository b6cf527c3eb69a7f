import { useCallback } from 'react';
import type { Input } from '../../shared/contract.ts';
import type { CaseId } from '../../shared/ids.ts';
import { whenRead } from './client.ts';
import { useCommand } from './hooks.ts';
import { flushEdits } from './use-edit.ts';

/** The commands that write sentences by themselves. */
type SummaryChange = 'summary.compose' | 'summary.settle' | 'summary.putBack';

/**
 * A command that writes sentences of the summary by itself; true: they are written. What is being typed is kept first,
 * and the new sentences are there before anything else can be typed: a field that still shows the old ones would save
 * them over the new.
 */
export const useChangeSummary = <M extends SummaryChange>(
  caseId: CaseId,
  method: M,
): { readonly change: (input: Omit<Input<M>, 'caseId'>) => Promise<boolean>; readonly isRunning: boolean } => {
  const { run, isRunning } = useCommand(method);
  const change = useCallback(
    async (input: Omit<Input<M>, 'caseId'>) => {
      await flushEdits();
      const reply = await run({ ...input, caseId } as Input<M>);
      if (reply.ok) await whenRead('summary.show', { caseId }, reply.revision ?? 0);
      return reply.ok;
    },
    [caseId, run],
  );
  return { change, isRunning };
};
