import { useEffect, useMemo, useRef } from 'react';
import type { DocumentRow } from '../../../shared/document.ts';
import type { CaseId, DocumentId, RecordId } from '../../../shared/ids.ts';
import type { Action } from '../../commands/registry.ts';
import { useDivide } from '../../data/divide-record.ts';
import { useCommand } from '../../data/hooks.ts';
import { openDetails, openPage } from '../../data/workspace-state.ts';
import { showToast } from '../../ui/toast-queue.ts';

const GROUP = 'Records';

export type RecordActions = {
  /** Takes the proposal and goes on to the next one. */
  readonly accept: (record: DocumentRow) => void;
  /** Takes all proposals of a file, or of the case. */
  readonly acceptAll: (file?: RecordId) => void;
  readonly join: (record: DocumentRow) => void;
  readonly remove: (record: DocumentRow) => void;
  /** Keeps what was removed, or is proposed for it. */
  readonly keep: (record: DocumentRow) => void;
  /** Gives the focus to the row that is to have it, once it is drawn. */
  readonly settleFocus: () => void;
};

const rowOf = (id: string): HTMLElement | null => document.querySelector<HTMLElement>(`[data-record="${id}"]`);
const focusedId = (): string | undefined =>
  document.activeElement?.closest<HTMLElement>('[data-record]')?.dataset['record'];

/** The proposal after this one in the list, else the one before it. */
const nextOf = (shown: readonly DocumentRow[], { id }: DocumentRow): DocumentRow | undefined => {
  const open = shown.filter(({ state }) => state === 'proposed');
  const at = open.findIndex((one) => one.id === id);
  return open[at + 1] ?? open[at - 1];
};

/** What one can do with the records of the list; `shown` is the list as it stands. */
export const useRecordActions = (caseId: CaseId, shown: readonly DocumentRow[]): RecordActions => {
  const { run: accept } = useCommand('document.accept');
  const { run: acceptAll } = useCommand('document.acceptAll');
  const { run: merge } = useCommand('document.merge');
  const { run: remove } = useCommand('document.remove');
  const { run: restore } = useCommand('document.restore');
  // The rows keep their actions while the list changes.
  const now = useRef(shown);
  useEffect(() => {
    now.current = shown;
  }, [shown]);
  const wanted = useRef<DocumentId | null>(null);

  return useMemo((): RecordActions => {
    const settleFocus = (): void => {
      const row = wanted.current === null ? null : rowOf(wanted.current);
      if (row === null) return;
      // Whoever has gone elsewhere meanwhile stays there.
      const isLost = document.activeElement === document.body;
      if (isLost || row.closest('[data-pane]')?.contains(document.activeElement)) row.focus();
      wanted.current = null;
    };
    const goTo = (record: DocumentRow | undefined): void => {
      if (record === undefined) return;
      wanted.current = record.id;
      rowOf(record.id)?.focus();
      openPage(record.file, record.first);
    };
    // The focus goes on at once: the next key, however soon it comes, is meant for the next one.
    const decide = (
      record: DocumentRow,
      run: (of: { caseId: CaseId; ids: DocumentId[] }) => Promise<unknown>,
    ): void => {
      if (record.state === 'proposed') goTo(nextOf(now.current, record) ?? record);
      else wanted.current = record.id;
      void run({ caseId, ids: [record.id] });
    };
    return {
      accept: (record) => decide(record, accept),
      acceptAll: (file) => {
        void acceptAll({ caseId, ...(file !== undefined && { recordId: file }) }).then((reply) => {
          if (!reply.ok) return;
          const { accepted, left } = reply.value;
          const also =
            left === 0 ? '' : ` ${String(left)} of another patient ${left === 1 ? 'is' : 'are'} left to decide.`;
          showToast({ tone: 'plain', text: `${String(accepted)} records accepted.${also}` });
        });
      },
      join: (record) => {
        const before = now.current.findLast(({ file, first }) => file === record.file && first < record.first);
        void merge({ caseId, id: record.id }).then((reply) => reply.ok && goTo(before));
      },
      remove: (record) =>
        decide(record, async (of) => {
          const reply = await remove(of);
          const facts = reply.ok ? reply.value.facts : 0;
          if (facts > 0)
            showToast({
              tone: 'plain',
              text: `${facts === 1 ? '1 fact' : `${String(facts)} facts`} of it left the timeline; undo brings all back.`,
            });
        }),
      keep: (record) => decide(record, restore),
      settleFocus,
    };
  }, [caseId, accept, acceptAll, merge, remove, restore]);
};

type Keyed = readonly [
  name: string,
  label: string,
  key: string,
  act: (record: DocumentRow) => void,
  isFor: (record: DocumentRow) => boolean,
];

const isProposed = ({ state }: DocumentRow): boolean => state === 'proposed';
const isInCase = ({ state }: DocumentRow): boolean => state !== 'removed';

/** The same by key, for the row that has the focus; and what can be done with all of them. */
export const useRecordKeys = (
  caseId: CaseId,
  shown: readonly DocumentRow[],
  actions: RecordActions,
): readonly Action[] => {
  const { divide, canDivide } = useDivide(caseId);
  const keyed: readonly Keyed[] = [
    ['accept', 'Accept the record as proposed', 'A', actions.accept, isProposed],
    ['join', 'Join the record to the one before', 'M', actions.join, (record) => isInCase(record) && record.first > 1],
    ['remove', 'Remove the record from the case', 'X', actions.remove, isInCase],
    ['keep', 'Keep the record in the case', 'B', actions.keep, (record) => !isInCase(record) || isProposed(record)],
    ['edit', 'Set title, kind, date and provider right', 'E', ({ id }) => openDetails(id), () => true],
  ];
  const open = shown.filter(({ state, patient }) => state === 'proposed' && patient === 'worker').length;
  return [
    ...keyed.map(([name, label, key, act, isFor]): Action => ({
      id: `records.${name}`,
      label,
      group: GROUP,
      keys: [key],
      pane: 'records',
      isHidden: true,
      isEnabled: shown.length > 0,
      perform: () => {
        const record = shown.find(({ id }) => id === focusedId());
        if (record !== undefined && isFor(record)) act(record);
      },
    })),
    {
      id: 'records.divide',
      label: 'Divide at the page shown',
      group: GROUP,
      keys: ['D'],
      pane: 'records',
      isHidden: true,
      isEnabled: canDivide,
      perform: () => void divide(),
    },
    {
      id: 'records.accept-all',
      label: 'Accept all proposed records',
      group: GROUP,
      keywords: 'split bundle confirm',
      keys: ['Shift+A'],
      pane: 'records',
      isEnabled: open > 0,
      perform: () => actions.acceptAll(),
    },
  ];
};
