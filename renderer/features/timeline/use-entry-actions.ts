import { useEffect, useMemo, useRef, useState } from 'react';
import type { Entry, EntryState } from '../../../shared/entry.ts';
import type { CaseId, EntryId } from '../../../shared/ids.ts';
import { useCommand } from '../../data/hooks.ts';
import { whenReleased } from '../../data/pointer-release.ts';
import { openSpan, pointAtEntry } from '../../data/workspace-state.ts';
import { showToast } from '../../ui/toast-queue.ts';
import type { EntryActions } from './entry-card.tsx';
import { nextProposal } from './group-entries.ts';

export const focusEntry = (id: EntryId): void => document.querySelector<HTMLElement>(`[data-entry="${id}"]`)?.focus();

/** The entry whose card has the focus now, drawn as the one at hand or not yet; null where none has. */
export const focusedEntry = (): string | null =>
  document.activeElement?.closest<HTMLElement>('[data-entry]')?.dataset['entry'] ?? null;

/** The entries one works on, and what can be done with them. */
export type EntryWork = {
  readonly current: EntryId | null;
  readonly mergeInto: EntryId | null;
  readonly editing: Entry | null;
  readonly actions: EntryActions;
  readonly stopEditing: () => void;
  readonly stopMerging: () => void;
  readonly acceptAll: (entries: readonly Entry[]) => void;
};

/**
 * What one can do with the entries of the list; `shown` is the list as it stands, so that the focus can go on to the
 * next proposal.
 */
export const useEntryActions = (caseId: CaseId, shown: readonly Entry[]): EntryWork => {
  const { run: decideThem } = useCommand('timeline.decide');
  const { run: mergeThem } = useCommand('timeline.merge');
  const [current, setCurrent] = useState<EntryId | null>(null);
  const [mergeInto, setMergeInto] = useState<EntryId | null>(null);
  const [editing, setEditing] = useState<Entry | null>(null);

  // The cards keep their actions while the list changes: with a thousand cards, one key must not draw them all.
  const now = useRef({ shown, mergeInto });
  useEffect(() => {
    now.current = { shown, mergeInto };
  }, [shown, mergeInto]);

  const actions = useMemo((): EntryActions => {
    const goTo = (id: EntryId | null): void => {
      const next = now.current.shown.find((entry) => entry.id === id);
      if (!next) return;
      focusEntry(next.id);
      if (next.sources[0]) openSpan(next.sources[0]);
    };
    const decide = (entry: Entry, state: EntryState): void => {
      const next = nextProposal(now.current.shown, entry.id);
      void decideThem({ caseId, ids: [entry.id], state }).then(({ ok }) => ok && goTo(next));
    };
    const merge = async (entry: Entry): Promise<void> => {
      const into = now.current.mergeInto;
      if (into === null || into === entry.id) return setMergeInto(into === null ? entry.id : null);
      setMergeInto(null);
      const reply = await mergeThem({ caseId, ids: [into, entry.id] });
      if (!reply.ok) return;
      focusEntry(into);
      showToast({ tone: 'plain', text: 'Merged: the first entry’s words, the sources of both.' });
    };
    return {
      accept: (entry) => decide(entry, 'accepted'),
      reject: (entry) => decide(entry, 'rejected'),
      edit: setEditing,
      merge: (entry) => void merge(entry),
      // The card at hand unfolds.
      focus: (entry) =>
        whenReleased(() => {
          setCurrent(entry.id);
          pointAtEntry(entry.id);
        }),
    };
  }, [caseId, decideThem, mergeThem]);

  return {
    current,
    mergeInto,
    editing,
    actions,
    stopEditing: () => setEditing(null),
    stopMerging: () => setMergeInto(null),
    acceptAll: (entries) => void decideThem({ caseId, ids: entries.map(({ id }) => id), state: 'accepted' }),
  };
};
