import { useCallback } from 'react';
import type { CaseId } from '../../shared/ids.ts';
import { showToast } from '../ui/toast-queue.ts';
import { flushDrafts } from './drafts.ts';
import { useCommand } from './hooks.ts';
import type { Command } from './hooks.ts';

/** What a taken-back method is called where people read it. */
const NAMES: Readonly<Record<string, string>> = {
  'case.update': 'change of the case',
  'record.update': 'change of a record',
  'page.markRead': 'read mark',
  'page.confirm': 'confirmation of a page',
  'page.type': 'words typed by eye',
  'duplicate.decide': 'decision about a duplicate',
  'timeline.propose': 'proposals',
  'timeline.add': 'new entry',
  'timeline.edit': 'change of an entry',
  'timeline.decide': 'accepting or rejecting',
  'timeline.merge': 'merging of entries',
  'summary.compose': 'writing of the summary',
  'summary.write': 'change of the summary',
  'summary.cite': 'citation in the summary',
  'item.add': 'new item',
  'item.edit': 'change of an item',
  'item.remove': 'removal of an item',
  'item.reorder': 'order of the items',
  'item.addAll': 'new items',
  'item.duplicate': 'copy of an item',
  'item.split': 'split of an item',
  'letter.override': 'reason for a finding',
  'letter.reopen': 'reopening of a finding',
  'letter.mend': 'mend',
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
      const text = reply.ok ? `${word}: ${NAMES[reply.value.method] ?? 'last change'}` : reply.error.message;
      showToast({ tone: 'plain', text });
    },
    [caseId],
  );
  return {
    undo: useCallback(() => step('Undone', back.run), [step, back.run]),
    redo: useCallback(() => step('Done again', again.run), [step, again.run]),
  };
};
