import { useEffect, useEffectEvent } from 'react';
import type { CaseId, PageId } from '../../../shared/ids.ts';
import { useCommand } from '../../data/hooks.ts';
import { pagesRead } from './pages-read.ts';
import type { View } from './pages-read.ts';

const LOOK_EVERY_MS = 250;

/** Marks pages as read once their lower half has been in view for a second while the window has the focus. */
export const useReadTimer = (caseId: CaseId, look: () => View | null): void => {
  const { run } = useCommand('page.markRead');
  const lookNow = useEffectEvent(look);
  const mark = useEffectEvent((pageIds: PageId[]) => void run({ caseId, pageIds, isRead: true }));
  useEffect(() => {
    let since: ReadonlyMap<PageId, number> = new Map();
    const asked = new Set<PageId>();
    const timer = setInterval(() => {
      const view = document.hasFocus() ? lookNow() : null;
      const result =
        view === null ? { read: [], since: new Map<PageId, number>() } : pagesRead(since, view, performance.now());
      since = result.since;
      const fresh = result.read.filter((id) => !asked.has(id));
      for (const id of fresh) asked.add(id);
      if (fresh.length > 0) mark(fresh);
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
};
