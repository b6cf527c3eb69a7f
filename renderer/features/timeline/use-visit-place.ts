import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Entry } from '../../../shared/entry.ts';
import type { CaseId, EntryId, VisitId } from '../../../shared/ids.ts';
import { whenReleased } from '../../data/pointer-release.ts';
import { knownVisit } from '../../data/visits.ts';
import { pointAtVisit } from '../../data/workspace-state.ts';
import { factsOnCard } from './shown-facts.ts';
import { rowsBetween } from './visit-rows.ts';
import type { TimelineRow } from './visit-rows.ts';

/** Where one is in the list: at a row, or at a fact of its visit. */
type At = { readonly row: string; readonly fact: EntryId | null };

/** Where one is, what is selected and unfolded, and how one gets about. */
export type VisitPlace = {
  readonly at: At | null;
  readonly selected: ReadonlySet<string>;
  readonly unfolded: ReadonlySet<string>;
  readonly go: (at: At) => void;
  /** The place as it is this moment, drawn or not. */
  readonly now: () => At | null;
  readonly selectedNow: () => ReadonlySet<string>;
  readonly step: (by: number, drawsOn: boolean) => void;
  readonly goToEnd: (end: 'first' | 'last') => void;
  /** To the facts of the visit at hand, or unfolds the row. */
  readonly enter: () => void;
  /** Back to the head of the visit, to the course that it belongs to, or folds the row. */
  readonly leave: () => void;
  readonly select: (row: string) => void;
  readonly selectTo: (row: string) => void;
  readonly clearSelection: () => void;
  readonly toggleFold: (row: string) => void;
};

const toggled = (set: ReadonlySet<string>, id: string): ReadonlySet<string> => {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
};

/** The row that is at hand: the one that was gone to, else the first with something to decide, else the first. */
const rowAt = (rows: readonly TimelineRow[], at: At | null): TimelineRow | undefined =>
  rows.find(({ id }) => id === at?.row) ??
  rows.find((row) => (row.kind === 'visit' ? row.visit.open > 0 : row.visits.some(({ open }) => open > 0))) ??
  rows[0];

/** `rows` is the list as it stands. */
export const useVisitPlace = (
  caseId: CaseId,
  rows: readonly TimelineRow[],
  unfolded: ReadonlySet<string>,
  setUnfolded: (change: (set: ReadonlySet<string>) => ReadonlySet<string>) => void,
): VisitPlace => {
  const [at, setAt] = useState<At | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  // Keys follow one another faster than the list is drawn: what counts is where one is, not what is shown of it.
  const state = useRef({ at, selected, anchor: null as string | null, rows, unfolded });
  useEffect(() => {
    state.current = { ...state.current, rows, unfolded };
  }, [rows, unfolded]);

  const moves = useMemo(() => {
    const here = (): At | null => {
      const row = rowAt(state.current.rows, state.current.at);
      if (row === undefined) return null;
      return { row: row.id, fact: state.current.at?.row === row.id ? state.current.at.fact : null };
    };
    const go = (next: At): void => {
      state.current.at = next;
      // The row at hand may change its height: not under the pointer while that is down.
      whenReleased(() => {
        setAt(state.current.at);
        const row = state.current.rows.find(({ id }) => id === next.row);
        pointAtVisit(row?.kind === 'visit' ? row.visit.id : null, next.fact);
      });
    };
    const setSelection = (next: ReadonlySet<string>): void => {
      state.current.selected = next;
      setSelected(next);
    };
    const factsAt = (row: string): readonly Entry[] => {
      const visit = knownVisit(caseId, row as VisitId);
      if (visit === undefined) return [];
      const { shown, folded } = factsOnCard(visit);
      return state.current.unfolded.has(row) ? [...shown, ...folded] : shown;
    };
    const goToRow = (index: number): void => {
      const { rows: all } = state.current;
      const row = all[Math.min(Math.max(index, 0), all.length - 1)];
      if (row) go({ row: row.id, fact: null });
    };
    const indexOf = (row: string): number => state.current.rows.findIndex(({ id }) => id === row);
    const stepInVisit = (from: At, by: number): boolean => {
      if (from.fact === null || Math.abs(by) !== 1) return false;
      const facts = factsAt(from.row);
      const next = facts[facts.findIndex(({ id }) => id === from.fact) + by];
      if (next === undefined && by > 0) return false;
      go({ row: from.row, fact: next?.id ?? null });
      return true;
    };
    return {
      go,
      now: here,
      selectedNow: () => state.current.selected,
      step: (by: number, drawsOn: boolean): void => {
        const from = here();
        if (from === null || (!drawsOn && stepInVisit(from, by))) return;
        if (drawsOn) state.current.anchor ??= from.row;
        goToRow(indexOf(from.row) + by);
        const { anchor, at: to } = state.current;
        if (drawsOn && anchor !== null && to !== null)
          setSelection(new Set(rowsBetween(state.current.rows, anchor, to.row).map(({ id }) => id)));
      },
      goToEnd: (end: 'first' | 'last'): void => goToRow(end === 'first' ? 0 : state.current.rows.length - 1),
      enter: (): void => {
        const from = here();
        const row = state.current.rows.find(({ id }) => id === from?.row);
        if (from === null || row === undefined) return;
        if (row.kind === 'series') {
          if (!row.isOpen) setUnfolded((set) => toggled(set, row.id));
          return;
        }
        const [first] = factsAt(row.id);
        if (from.fact === null && first) go({ row: row.id, fact: first.id });
      },
      leave: (): void => {
        const from = here();
        const index = from === null ? -1 : indexOf(from.row);
        const row = state.current.rows[index];
        if (from === null || row === undefined) return;
        if (from.fact !== null) return go({ row: row.id, fact: null });
        if (row.kind === 'visit' && row.isInSeries) {
          const series = state.current.rows.slice(0, index).findLast(({ kind }) => kind === 'series');
          if (series) go({ row: series.id, fact: null });
        } else if (state.current.unfolded.has(row.id)) setUnfolded((set) => toggled(set, row.id));
      },
      select: (row: string): void => {
        state.current.anchor = row;
        setSelection(toggled(state.current.selected, row));
      },
      selectTo: (row: string): void => {
        const anchor = (state.current.anchor ??= here()?.row ?? row);
        setSelection(new Set(rowsBetween(state.current.rows, anchor, row).map(({ id }) => id)));
      },
      clearSelection: (): void => {
        state.current.anchor = null;
        if (state.current.selected.size > 0) setSelection(new Set());
      },
    };
  }, [caseId, setUnfolded]);

  const toggleFold = useCallback((row: string) => setUnfolded((set) => toggled(set, row)), [setUnfolded]);
  const row = rowAt(rows, at);
  return {
    ...moves,
    at: row === undefined ? null : { row: row.id, fact: at?.row === row.id ? at.fact : null },
    selected,
    unfolded,
    toggleFold,
  };
};
