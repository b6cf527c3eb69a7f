import { useMemo, useRef, useState } from 'react';
import type { Entry } from '../../../shared/entry.ts';
import type { CaseId, VisitId } from '../../../shared/ids.ts';
import type { Reply } from '../../../shared/reply.ts';
import type { VisitRow } from '../../../shared/visit-card.ts';
import { useCommand } from '../../data/hooks.ts';
import { fetchVisit, knownVisit, readVisitsAgain } from '../../data/visits.ts';
import { openSpan } from '../../data/workspace-state.ts';
import { showToast } from '../../ui/toast-queue.ts';
import { factsOnCard, isTaken } from './shown-facts.ts';
import type { VisitPlace } from './use-visit-place.ts';
import { nextOpen, visitsOf } from './visit-rows.ts';
import type { TimelineRow } from './visit-rows.ts';

/** What was begun with one key and is ended by the same on another row. */
export type Begun =
  | { readonly does: 'merge'; readonly visit: VisitId }
  | { readonly does: 'join'; readonly fact: Entry }
  | { readonly does: 'move'; readonly fact: Entry };

type Editing = { readonly visit: VisitRow } | { readonly fact: Entry };

export type VisitWork = {
  readonly begun: Begun | null;
  readonly editing: Editing | null;
  readonly stopEditing: () => void;
  readonly acceptVisits: (visits: readonly VisitRow[]) => void;
  readonly rejectVisits: (visits: readonly VisitRow[]) => void;
  readonly editVisit: (visit: VisitRow) => void;
  readonly tick: (fact: Entry, isTicked: boolean) => void;
  /** The keys, for what is at hand. */
  readonly accept: () => void;
  readonly edit: () => void;
  readonly reject: () => void;
  readonly merge: () => void;
  readonly move: () => void;
  readonly moveApart: () => void;
  readonly space: () => void;
  readonly open: () => void;
  readonly unfold: () => void;
  readonly escape: () => void;
};

/** What one can do with the visits of the list; `revision` is that of the list as it is shown. */
export const useVisitActions = (
  caseId: CaseId,
  rows: readonly TimelineRow[],
  place: VisitPlace,
  revision: number,
): VisitWork => {
  const { run: acceptThem } = useCommand('visit.accept');
  const { run: rejectThem } = useCommand('visit.reject');
  const { run: mergeThem } = useCommand('visit.merge');
  const { run: tickThem } = useCommand('timeline.tick');
  const { run: moveThem } = useCommand('timeline.move');
  const { run: joinThem } = useCommand('timeline.merge');
  const { run: decideThem } = useCommand('timeline.decide');
  const [begun, setBegun] = useState<Begun | null>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  // Visits that were decided a moment ago, which the list as it is shown does not know yet.
  const done = useRef(new Map<VisitId, number>());

  return useMemo((): VisitWork => {
    const here = (): { row: TimelineRow; fact: Entry | null } | null => {
      const at = place.now();
      const row = rows.find(({ id }) => id === at?.row);
      if (at === null || row === undefined) return null;
      const visit = row.kind === 'visit' ? knownVisit(caseId, row.visit.id) : undefined;
      return { row, fact: visit?.facts.find(({ id }) => id === at.fact) ?? null };
    };
    /** The visits that a key is for: those that are selected, else those of the row at hand. */
    const chosen = (): readonly VisitRow[] => {
      const selected = place.selectedNow();
      const at = here();
      if (selected.size > 0) return rows.filter(({ id }) => selected.has(id)).flatMap(visitsOf);
      return at === null ? [] : visitsOf(at.row);
    };
    const openFirst = async (id: VisitId): Promise<void> => {
      const visit = await fetchVisit(caseId, id).catch(() => undefined);
      const [source] = visit?.facts.flatMap(({ sources }) => sources) ?? [];
      if (source && place.now()?.row === id) openSpan(source);
    };
    const isDone = (id: VisitId): boolean => (done.current.get(id) ?? -1) > revision;
    const goOn = (): void => {
      const from = place.now();
      const next = from === null ? null : nextOpen(rows, from.row, isDone);
      const row = rows.find(({ id }) => id === next);
      if (row === undefined) return;
      place.go({ row: row.id, fact: null });
      if (row.kind === 'visit') void openFirst(row.visit.id);
    };
    /** Waits for a change and reads the cards again that it is seen on, before everything else that rests on it. */
    const seen = async (ids: readonly VisitId[], reply: Promise<Reply<unknown>>): Promise<boolean> => {
      const answered = await reply;
      if (answered.ok) await readVisitsAgain(caseId, ids, answered.revision ?? 0);
      return answered.ok;
    };
    const decide = (visits: readonly VisitRow[], run: typeof acceptThem): void => {
      if (visits.length === 0) return;
      const ids = visits.map(({ id }) => id);
      for (const id of ids) done.current.set(id, Infinity);
      const reply = run({ caseId, ids }).then((answered) => {
        for (const id of ids) done.current.set(id, answered.ok ? (answered.revision ?? 0) : -1);
        return answered;
      });
      void seen(ids, reply);
      goOn();
      place.clearSelection();
    };
    const acceptVisits = (visits: readonly VisitRow[]): void => {
      const waiting = visits.filter(({ state }) => state !== 'accepted');
      // Of a course only what waits is taken; a visit alone can be taken after all.
      decide(visits.length > 1 ? waiting.filter(({ state }) => state === 'proposed') : waiting, acceptThem);
    };
    const rejectVisits = (visits: readonly VisitRow[]): void => decide(visits, rejectThem);
    const tick = (fact: Entry, isTicked: boolean): void =>
      void seen([fact.visit], tickThem({ caseId, ids: [fact.id], isTicked }));
    const mergeAll = async (ids: readonly VisitId[]): Promise<void> => {
      const [into] = ids;
      if (into === undefined || ids.length < 2) return;
      place.clearSelection();
      if (!(await seen(ids, mergeThem({ caseId, ids: [...ids] })))) return;
      place.go({ row: into, fact: null });
      showToast({ tone: 'plain', text: 'Merged: the facts of all stand under the first.' });
    };
    const joinFacts = async (into: Entry, fact: Entry): Promise<void> => {
      const isJoined = await seen([into.visit, fact.visit], joinThem({ caseId, ids: [into.id, fact.id] }));
      if (isJoined) showToast({ tone: 'plain', text: 'Merged: the first fact’s words, the sources of both.' });
    };
    const mergeFact = (fact: Entry): void => {
      if (begun?.does !== 'join') return setBegun({ does: 'join', fact });
      setBegun(null);
      if (begun.fact.id !== fact.id) void joinFacts(begun.fact, fact);
    };
    const mergeVisit = (visit: VisitId): void => {
      if (begun?.does !== 'merge') return setBegun({ does: 'merge', visit });
      setBegun(null);
      if (begun.visit !== visit) void mergeAll([begun.visit, visit]);
    };
    const moveFact = async (fact: Entry, to: VisitId | null): Promise<void> => {
      setBegun(null);
      const reply = await moveThem({ caseId, ids: [fact.id], to });
      if (!reply.ok) return;
      await readVisitsAgain(caseId, [fact.visit, reply.value.visit], reply.revision ?? 0);
      place.go({ row: reply.value.visit, fact: fact.id });
      showToast({ tone: 'plain', text: to === null ? 'Moved to a visit of its own.' : 'Moved to this visit.' });
    };

    return {
      begun,
      editing,
      stopEditing: () => setEditing(null),
      acceptVisits,
      rejectVisits,
      editVisit: (visit) => setEditing({ visit }),
      tick,
      accept: () => acceptVisits(chosen()),
      edit: () => {
        const at = here();
        if (at?.fact) setEditing({ fact: at.fact });
        else if (at?.row.kind === 'visit') setEditing({ visit: at.row.visit });
      },
      reject: () => {
        const at = here();
        if (at?.fact && place.selectedNow().size === 0) {
          const { fact } = at;
          place.step(1, false);
          void seen([fact.visit], decideThem({ caseId, ids: [fact.id], state: 'rejected' }));
        } else rejectVisits(chosen());
      },
      merge: () => {
        const at = here();
        const visits = chosen();
        if (place.selectedNow().size > 1) void mergeAll(visits.map(({ id }) => id));
        else if (at?.fact) mergeFact(at.fact);
        else if (at?.row.kind === 'visit') mergeVisit(at.row.visit.id);
      },
      move: () => {
        const at = here();
        if (begun?.does === 'move') {
          if (at?.row.kind === 'visit' && at.row.visit.id !== begun.fact.visit)
            void moveFact(begun.fact, at.row.visit.id);
          else setBegun(null);
        } else if (at?.fact) setBegun({ does: 'move', fact: at.fact });
      },
      moveApart: () => {
        const at = here();
        if (at?.fact) void moveFact(at.fact, null);
      },
      space: () => {
        const at = here();
        if (at?.fact) tick(at.fact, !isTaken(at.fact));
        else if (at) place.select(at.row.id);
      },
      open: () => {
        const at = here();
        const [source] = at?.fact?.sources ?? [];
        if (source) openSpan(source);
        else if (at?.row.kind === 'visit') void openFirst(at.row.visit.id);
      },
      unfold: () => {
        const at = here();
        if (at === null) return;
        const visit = at.row.kind === 'visit' ? knownVisit(caseId, at.row.visit.id) : undefined;
        if (at.row.kind === 'series' || (visit && factsOnCard(visit).folded.length > 0)) place.toggleFold(at.row.id);
      },
      escape: () => {
        const at = here();
        if (begun !== null) setBegun(null);
        else if (place.selectedNow().size > 0) place.clearSelection();
        else if (at?.fact) place.leave();
      },
    };
  }, [
    caseId,
    rows,
    place,
    revision,
    begun,
    editing,
    acceptThem,
    rejectThem,
    mergeThem,
    tickThem,
    moveThem,
    joinThem,
    decideThem,
  ]);
};
