import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { CaseId, PageId } from '../../../shared/ids.ts';
import { useCommand } from '../../data/hooks.ts';
import { pagesRead } from './pages-read.ts';
import type { View } from './pages-read.ts';

const LOOK_EVERY_MS = 250;
const NOTHING_READ: ReturnType<typeof pagesRead> = { read: [], since: new Map() };

/**
 * Marks pages as read once their lower half has been in view for a second, legibly, while the window has the focus.
 * Call what it returns before and after pages are turned, so that the time of each is counted from then.
 */
export const useReadTimer = (caseId: CaseId, look: () => View | null): (() => void) => {
  const { run } = useCommand('page.markRead');
  // Asked for by the clock and by whoever turns pages, always as it is by then.
  const latest = useRef({ look, run });
  useLayoutEffect(() => {
    latest.current = { look, run };
  });
  const since = useRef<ReadonlyMap<PageId, number>>(new Map());
  const asked = useRef(new Set<PageId>());
  const check = useCallback(() => {
    const view = document.hasFocus() ? latest.current.look() : null;
    const result = view === null ? NOTHING_READ : pagesRead(since.current, view, performance.now());
    since.current = result.since;
    const pageIds = result.read.filter((id) => !asked.current.has(id));
    for (const id of pageIds) asked.current.add(id);
    if (pageIds.length > 0) void latest.current.run({ caseId, pageIds, isRead: true });
  }, [caseId]);
  useEffect(() => {
    const timer = setInterval(check, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [check]);
  return check;
};
