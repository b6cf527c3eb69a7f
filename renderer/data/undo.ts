import { useCallback } from 'react';
import type { DraftRoom } from '../../shared/contract.ts';
import type { CaseId } from '../../shared/ids.ts';
import { showToast } from '../ui/toast-queue.ts';
import { flushDrafts } from './drafts.ts';
import { useCommand } from './hooks.ts';
import type { Command } from './hooks.ts';

/** What the room is called in which a taken-back change is seen. */
const ROOM_NAMES: Readonly<Record<DraftRoom, string>> = {
  case: 'Case details',
  records: 'Records',
  pages: 'Pages',
  duplicates: 'Duplicates',
  timeline: 'Timeline',
  summary: 'Summary',
  items: 'Decisions',
};

export type Undo = { readonly undo: () => Promise<void>; readonly redo: () => Promise<void> };

/**
 * Takes back, or does again, the last change to the case's drafts and says which; what is being typed is written first.
 */
export const useUndo = (caseId: CaseId): Undo => {
  const back = useCommand('change.undo', { isQuiet: true });
  const again = useCommand('change.redo', { isQuiet: true });
  const step = useCallback(
    async (word: string, run: Command<'change.undo'>['run']) => {
      await flushDrafts();
      const reply = await run({ caseId });
      const text = reply.ok ? `${word}: ${reply.value.name} (${ROOM_NAMES[reply.value.room]})` : reply.error.message;
      showToast({ tone: 'plain', text });
    },
    [caseId],
  );
  return {
    undo: useCallback(() => step('Undone', back.run), [step, back.run]),
    redo: useCallback(() => step('Done again', again.run), [step, again.run]),
  };
};
