import { useEffect, useEffectEvent } from 'react';
import type { CaseId, PageId } from '../../../shared/ids.ts';
import type { PageRow } from '../../../shared/page.ts';
import { useCommand } from '../../data/hooks.ts';
import { isLowerHalfInView } from './page-layout.ts';

/** A page counts as read after this long (domain, section 8). */
const READ_AFTER_MS = 1000;
const LOOK_EVERY_MS = 250;

export type InView = { readonly row: PageRow; readonly top: number; readonly height: number };
export type View = { readonly top: number; readonly height: number; readonly pages: readonly InView[] };

/** The pages that have been in view long enough by `now`, and since when each of the others has. */
export const pagesRead = (since: ReadonlyMap<PageId, number>, { top, height, pages }: View, now: number): { readonly read: PageId[]; readonly since: ReadonlyMap<PageId, number> } => {
  const inView = pages.filter((page) => !page.row.isRead && isLowerHalfInView(page.top, page.height, top, height)).map(({ row }) => row.id);
  const next = new Map(inView.map((id) => [id, since.get(id) ?? now]));
  return { read: inView.filter((id) => now - (next.get(id) ?? now) >= READ_AFTER_MS), since: next };
};

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
      const result = view === null ? { read: [], since: new Map<PageId, number>() } : pagesRead(since, view, performance.now());
      since = result.since;
      const fresh = result.read.filter((id) => !asked.has(id));
      for (const id of fresh) asked.add(id);
      if (fresh.length > 0) mark(fresh);
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
};
