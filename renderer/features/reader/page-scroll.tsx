import { useVirtualizer } from '@tanstack/react-virtual';
import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef } from 'react';
import type { PageRow } from '../../../shared/page.ts';
import { notePageShown, useWorkspace } from '../../data/workspace-state.ts';
import type { Place } from '../../data/workspace-state.ts';
import { LETTER_HEIGHT, LETTER_WIDTH, PAGE_GAP, sizeOnScreen } from '../../data/page-layout.ts';
import { PageSlot } from './page-slot.tsx';
import type { PageLook } from './page-slot.tsx';
import { textHeightOn } from './text-height.ts';
import { WaitingForWords } from './waiting-for-words.tsx';
import { useRecogniseFirst } from './use-recognise-first.ts';
import { useReadTimer } from './use-read-timer.ts';
import type { View } from './pages-read.ts';

type Props = PageLook & { readonly pages: readonly PageRow[]; readonly place: Place };
type Scroller = Virtualizer<HTMLDivElement, Element>;

/**
 * After a jump the page that was asked for is the one shown, even if it is too short to reach the middle of the view.
 */
const SETTLES_MS = 400;

const heightOf = (row: PageRow | undefined, { zoom, turn }: Pick<PageLook, 'zoom' | 'turn'>): number =>
  (row?.kind === 'picture'
    ? sizeOnScreen(row, zoom, turn)
    : sizeOnScreen({ width: LETTER_WIDTH, height: LETTER_HEIGHT }, zoom, 0)
  ).height + PAGE_GAP;

/** What is in view now, drawn or not, for the timer that marks pages as read. */
const viewOf = (rows: Scroller, pages: readonly PageRow[], zoom: number): View | null => {
  const element = rows.scrollElement;
  if (element === null) return null;
  const [top, height] = [element.scrollTop, element.clientHeight];
  const first = rows.getVirtualItemForOffset(top)?.index ?? 0;
  const after = rows.measurementsCache.findIndex(({ start }, index) => index > first && start >= top + height);
  const inView = rows.measurementsCache.slice(first, after === -1 ? undefined : after).flatMap((item) => {
    const row = pages[item.index];
    if (row === undefined) return [];
    const textHeight = (): number =>
      textHeightOn(element.querySelector(`[data-index="${String(item.index)}"]`), row, zoom);
    return [{ row, top: item.start, height: item.size - PAGE_GAP, textHeight }];
  });
  return { top, height, pages: inView };
};

/** The page in the middle of the view and how far into it the middle is. */
const middleOf = (rows: Scroller): { readonly index: number; readonly share: number } => {
  const middle = (rows.scrollElement?.scrollTop ?? 0) + (rows.scrollElement?.clientHeight ?? 0) / 2;
  const item = rows.getVirtualItemForOffset(middle);
  return item ? { index: item.index, share: (middle - item.start) / Math.max(item.size, 1) } : { index: 0, share: 0 };
};

/** A record's pages under each other; only those in view and their neighbours exist. */
export const PageScroll = ({ pages, place, ...look }: Props) => {
  const scroller = useRef<HTMLDivElement>(null);
  const middle = useRef({ index: 0, share: 0 });
  const wentAt = useRef(0);
  // Nothing of it is handed to a memoized component, and the page is built without the React compiler.
  // eslint-disable-next-line react-hooks/incompatible-library
  const rows = useVirtualizer<HTMLDivElement, Element>({
    count: pages.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(pages[index], look),
    getItemKey: (index) => pages[index]?.id ?? index,
    overscan: 1,
    paddingStart: PAGE_GAP,
    paddingEnd: 3 * PAGE_GAP,
    onChange: (now, isScrolling) => {
      if (!isScrolling || performance.now() - wentAt.current < SETTLES_MS) return;
      middle.current = middleOf(now);
      notePageShown(look.side, middle.current.index + 1);
    },
  });
  const countRead = useReadTimer(look.caseId, () => viewOf(rows, pages, look.zoom));
  const shown = useWorkspace((state) => state.shown[look.side]);
  const inView = pages[shown - 1];
  useRecogniseFirst(look.caseId, inView);

  const go = useEffectEvent(({ page }: Place) => {
    const index = Math.min(Math.max(page - 1, 0), pages.length - 1);
    middle.current = { index, share: 0 };
    wentAt.current = performance.now();
    countRead();
    rows.scrollToIndex(index, { align: 'start' });
    countRead();
    notePageShown(look.side, index + 1);
  });
  useEffect(() => go(place), [place]);

  const keepMiddle = useEffectEvent(() => {
    rows.measure();
    const item = rows.measurementsCache[middle.current.index];
    if (item && scroller.current)
      scroller.current.scrollTop =
        item.start +
        middle.current.share * item.size -
        (middle.current.share > 0 ? scroller.current.clientHeight / 2 : PAGE_GAP);
  });
  // A page that is found to lie on its side gets another height.
  const sizes = useMemo(() => pages.map(({ width, height }) => `${String(width)} ${String(height)}`).join(), [pages]);
  useLayoutEffect(() => keepMiddle(), [look.zoom, look.turn, sizes]);

  return (
    <>
      <div className="page-scroll" ref={scroller} data-scroll>
        <div className="page-column" style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, key, start }) => {
            const row = pages[index];
            return row ? (
              <div
                key={key}
                className="page-row"
                data-index={index}
                style={{ transform: `translateY(${String(start)}px)` }}
                {...(row.kind === 'flow' ? { ref: rows.measureElement } : {})}
              >
                <PageSlot
                  {...look}
                  row={row}
                  count={pages.length}
                  target={place.page === row.number ? place.words : null}
                />
              </div>
            ) : null;
          })}
        </div>
      </div>
      {inView?.needsOcr ? <WaitingForWords caseId={look.caseId} /> : null}
    </>
  );
};
