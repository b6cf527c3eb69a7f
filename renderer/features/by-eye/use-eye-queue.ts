import { useState } from 'react';
import type { CaseId, PageId } from '../../../shared/ids.ts';
import { whenRead } from '../../data/client.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { useWorkspace } from '../../data/workspace-state.ts';
import { isOpen, nextOpen, stepFrom } from './eye-queue.ts';
import type { EyeRow } from './eye-queue.ts';

/** Which pages the list shows. */
type EyeFilter = { readonly open: boolean; readonly settled: boolean };

export type EyeQueue = {
  /** Every page of the queue, and those of them that the list shows; undefined until they are known. */
  readonly all: readonly EyeRow[] | undefined;
  readonly shown: readonly EyeRow[];
  readonly left: number;
  /** The page in hand; null when none is left. */
  readonly current: EyeRow | null;
  readonly filter: EyeFilter;
  readonly setFilter: (filter: EyeFilter) => void;
  readonly choose: (page: PageId) => void;
  readonly step: (by: number) => void;
  /** Goes on to the next page that is open, once the list knows that the one in hand is settled at that revision. */
  readonly goOn: (revision: number) => Promise<void>;
};

/** `end`: the last page was settled, and none is in hand until one is chosen. */
type Hand = PageId | 'end' | null;

const inHand = (rows: readonly EyeRow[], hand: Hand): EyeRow | null =>
  hand === 'end' ? null : (rows.find(({ page }) => page.id === hand) ?? rows.find(isOpen) ?? null);

/** The doubtful pages of the case and the one in hand. */
export const useEyeQueue = (caseId: CaseId): EyeQueue => {
  const { data: all } = useQueryOf('eye.list', { caseId });
  const asked = useWorkspace((state) => state.byEye);
  const [{ hand, since }, setHand] = useState<{ readonly hand: Hand; readonly since: typeof asked }>({
    hand: asked?.page ?? null,
    since: asked,
  });
  const [filter, setFilter] = useState<EyeFilter>({ open: true, settled: true });
  const take = (next: Hand): void => setHand({ hand: next, since: asked });
  // Asked for once more while it is open: at that page then.
  if (asked !== since) take(asked?.page ?? null);

  const rows = all ?? [];
  const current = inHand(rows, hand);
  const currentId = current?.page.id ?? null;
  // The page in hand stays in the list, whatever it lets through.
  const shown = rows.filter((row) => row === current || (isOpen(row) ? filter.open : filter.settled));
  return {
    all,
    shown,
    left: rows.filter(isOpen).length,
    current,
    filter,
    setFilter,
    choose: take,
    step: (by) => take(stepFrom(shown, currentId, by)),
    goOn: async (revision) => {
      const read = await whenRead('eye.list', { caseId }, revision);
      take(nextOpen(read ?? rows, currentId) ?? 'end');
    },
  };
};
