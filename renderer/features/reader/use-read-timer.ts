import { useEffect, useEffectEvent, useRef } from 'react';
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
  const lookNow = useEffectEvent(look);
  const mark = useEffectEvent((pageIds: PageId[]) => void run({ caseId, pageIds, isRead: true }));
  const since = useRef<ReadonlyMap<PageId, number>>(new Map());
  const asked = useRef(new Set<PageId>());
  const check = useEffectEvent(() => {
    const view = document.hasFocus() ? lookNow() : null;
    const result = view === null ? NOTHING_READ : pagesRead(since.current, view, performance.now());
    since.current = result.since;
    const fresh = result.read.filter((id) => !asked.current.has(id));
    for (const id of fresh) asked.current.add(id);
    if (fresh.length > 0) mark(fresh);
  });
  useEffect(() => {
    const timer = setInterval(() => check(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return check;
};
