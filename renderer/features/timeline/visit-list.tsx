import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useEffectEvent, useMemo, useRef } from 'react';
import type { KeyboardEvent, MouseEvent, RefObject } from 'react';
import type { CaseId, EntryId, VisitId } from '../../../shared/ids.ts';
import type { VisitRow } from '../../../shared/visit-card.ts';
import { useSourceLabel } from '../../data/source-label.ts';
import { readVisitsAhead } from '../../data/visits.ts';
import { openSpan, pointAtVisit, useWorkspace, workspaceNow } from '../../data/workspace-state.ts';
import { factRowId } from './fact-line.tsx';
import { SeriesCard } from './series-card.tsx';
import type { SeriesActions } from './series-card.tsx';
import type { Begun, VisitWork } from './use-visit-actions.ts';
import type { VisitPlace } from './use-visit-place.ts';
import { VisitCard, visitRowId } from './visit-card.tsx';
import type { CardActions } from './visit-card.tsx';
import type { TimelineRow } from './visit-rows.ts';

type Props = {
  readonly caseId: CaseId;
  readonly rows: readonly TimelineRow[];
  readonly place: VisitPlace;
  readonly work: VisitWork;
  readonly showsReasons: boolean;
};

/** Pixels of a card before its facts are there: its head, and a line for each key fact. */
const heightOf = (row: TimelineRow | undefined): number =>
  row?.kind === 'visit' ? 44 + 20 * Math.max(row.visit.keys, 1) + (row.visit.facts > row.visit.keys ? 20 : 0) : 62;

const PAGE = 8;

const noteOf = (begun: Begun | null): Parameters<typeof VisitCard>[0]['noted'] => {
  if (begun === null || begun.does === 'merge') return null;
  return {
    fact: begun.fact.id,
    note:
      begun.does === 'move'
        ? 'Moving: go to a visit and press V. Esc ends it.'
        : 'Others join this one: go to one and press M. Esc ends it.',
  };
};

type ListActions = {
  readonly actions: CardActions & SeriesActions;
  /** The element that scrolls, and has the keys. */
  readonly scroller: RefObject<HTMLDivElement | null>;
};

/** What cards can do; the object stays while the list changes, so that one key does not draw them all. */
const useCardActions = ({ place, work }: Pick<Props, 'place' | 'work'>): ListActions => {
  const scroller = useRef<HTMLDivElement>(null);
  const latest = useRef({ place, work });
  useEffect(() => {
    latest.current = { place, work };
  }, [place, work]);
  const actions = useMemo((): ListActions['actions'] => {
    const focusRow = (row: string, drawsOn: boolean): void => {
      if (drawsOn) latest.current.place.selectTo(row);
      else latest.current.place.clearSelection();
      latest.current.place.go({ row, fact: null });
    };
    /** The button that was pressed may be gone with what it did: the keys go on from the list. */
    const back = (): void => scroller.current?.focus({ preventScroll: true });
    const accept = (visits: readonly VisitRow[]): void => {
      latest.current.work.acceptVisits(visits);
      back();
    };
    const reject = (visits: readonly VisitRow[]): void => {
      latest.current.work.rejectVisits(visits);
      back();
    };
    const toggleFold = (row: string): void => {
      latest.current.place.toggleFold(row);
      back();
    };
    return {
      accept: (visit) => accept([visit]),
      reject: (visit) => reject([visit]),
      acceptAll: accept,
      rejectAll: reject,
      edit: (visit) => latest.current.work.editVisit(visit),
      tick: (fact, isTicked) => {
        latest.current.work.tick(fact, isTicked);
        back();
      },
      unfold: toggleFold,
      unfoldSeries: toggleFold,
      focus: (visit, drawsOn) => focusRow(visit.id, drawsOn),
      focusRow,
      focusFact: (fact) => latest.current.place.go({ row: fact.visit, fact: fact.id }),
      openFact: ({ sources: [source] }) => source && openSpan(source),
      open: openSpan,
    };
  }, []);
  return { actions, scroller };
};

/** Lights what the mouse is moved over; a list that moves below a mouse that rests lights nothing. */
const pointAt = ({ target, movementX, movementY }: MouseEvent<HTMLDivElement>): void => {
  if ((movementX === 0 && movementY === 0) || !(target instanceof Element)) return;
  const fact = target.closest<HTMLElement>('[data-entry]')?.dataset['entry'];
  const visit = target.closest<HTMLElement>('[data-visit]')?.dataset['visit'];
  const now = workspaceNow();
  if (now.visit === (visit ?? null) && now.entry === (fact ?? null)) return;
  pointAtVisit((visit ?? null) as VisitId | null, (fact ?? null) as EntryId | null);
};

/** Rows whose facts are asked for together, before they come into view. */
const AHEAD = 20;

/** Keys of the list itself; the others are actions of the timeline. */
const useListKeys = ({ place, work }: Pick<Props, 'place' | 'work'>) => {
  const keys: Readonly<Record<string, (drawsOn: boolean) => void>> = {
    ArrowDown: (drawsOn) => place.step(1, drawsOn),
    ArrowUp: (drawsOn) => place.step(-1, drawsOn),
    PageDown: (drawsOn) => place.step(PAGE, drawsOn),
    PageUp: (drawsOn) => place.step(-PAGE, drawsOn),
    Home: () => place.goToEnd('first'),
    End: () => place.goToEnd('last'),
    ArrowRight: place.enter,
    ArrowLeft: place.leave,
    Enter: work.open,
    ' ': work.space,
    Escape: work.escape,
  };
  return (event: KeyboardEvent<HTMLDivElement>): void => {
    const act = event.altKey || event.ctrlKey || event.metaKey ? undefined : keys[event.key];
    const isOnButton = event.target !== event.currentTarget && (event.key === ' ' || event.key === 'Enter');
    if (act === undefined || isOnButton) return;
    event.preventDefault();
    act(event.shiftKey);
    event.currentTarget.focus();
  };
};

/**
 * The timeline: visits and courses of therapy in the order of time, of which only those in view and the one at hand
 * exist. Arrows go from visit to visit, the right one to the facts of a visit and the left one back.
 */
export const VisitList = ({ caseId, rows: all, place, work, showsReasons }: Props) => {
  const sourceLabel = useSourceLabel(caseId);
  const { actions, scroller } = useCardActions({ place, work });
  const strike = useListKeys({ place, work });
  const at = all.findIndex(({ id }) => id === place.at?.row);
  // Nothing of it is handed to a memoized component, and the page is built without the React compiler.
  // eslint-disable-next-line react-hooks/incompatible-library
  const rows = useVirtualizer<HTMLDivElement, Element>({
    count: all.length,
    getScrollElement: () => scroller.current,
    // New ones with every drawing would have it measure every row anew.
    estimateSize: useCallback((index: number) => heightOf(all[index]), [all]),
    getItemKey: useCallback((index: number) => all[index]?.id ?? index, [all]),
    overscan: 3,
    gap: 6,
    rangeExtractor: (range) => [
      ...new Set([...defaultRangeExtractor(range), ...(at >= 0 && at < range.count ? [at] : [])]),
    ],
  });
  const follow = useEffectEvent(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' });
  });
  useEffect(() => follow(), [place.at?.row]);
  const factAt = place.at?.fact ?? null;
  useEffect(() => {
    if (factAt !== null) document.getElementById(factRowId(factAt))?.scrollIntoView({ block: 'nearest' });
  }, [factAt]);
  const wanted = useWorkspace((state) => state.visitAt);
  const goTo = useEffectEvent((visit: string) => {
    const row = all.find(
      (one) => one.id === visit || (one.kind === 'series' && one.visits.some(({ id }) => id === visit)),
    );
    if (row) place.go({ row: row.id, fact: null });
  });
  useEffect(() => {
    if (wanted !== null) goTo(wanted.visit);
  }, [wanted]);
  const block = Math.floor((rows.range?.startIndex ?? 0) / AHEAD);
  useEffect(() => {
    const near = all.slice(Math.max(block - 1, 0) * AHEAD, (block + 3) * AHEAD);
    readVisitsAhead(
      caseId,
      near.flatMap((row) => (row.kind === 'visit' ? [row.visit.id] : [])),
    );
  }, [caseId, all, block]);
  const noted = useMemo(() => noteOf(work.begun), [work.begun]);
  const notedVisit = work.begun === null || work.begun.does === 'merge' ? null : work.begun.fact.visit;

  return (
    <div
      className="visit-list"
      ref={scroller}
      role="treegrid"
      aria-label="Visits"
      aria-multiselectable
      aria-rowcount={-1}
      tabIndex={0}
      data-scroll
      onKeyDown={strike}
      onMouseMove={pointAt}
      onMouseLeave={() => pointAtVisit(null)}
      {...(place.at ? { 'aria-activedescendant': factAt ? factRowId(factAt) : visitRowId(place.at.row) } : {})}
    >
      <div style={{ position: 'relative', height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, key, start }) => {
          const row = all[index];
          if (row === undefined) return null;
          const isCurrent = index === at;
          const isSelected = place.selected.has(row.id);
          return (
            <div
              key={key}
              ref={rows.measureElement}
              data-index={index}
              className="visit-slot"
              style={{ transform: `translateY(${String(start)}px)` }}
            >
              {row.kind === 'series' ? (
                <SeriesCard row={row} isCurrent={isCurrent} isSelected={isSelected} actions={actions} />
              ) : (
                <VisitCard
                  caseId={caseId}
                  row={row.visit}
                  isCurrent={isCurrent}
                  isSelected={isSelected}
                  isUnfolded={place.unfolded.has(row.id)}
                  isInSeries={row.isInSeries}
                  showsReasons={showsReasons}
                  factAt={isCurrent ? factAt : null}
                  noted={notedVisit === row.visit.id ? noted : null}
                  isMergeTarget={work.begun?.does === 'merge' && work.begun.visit === row.visit.id}
                  actions={actions}
                  sourceLabel={sourceLabel}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
};
