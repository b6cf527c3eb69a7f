import type { PageId } from '../../../shared/ids.ts';
import type { PageRow } from '../../../shared/page.ts';
import { isLowerHalfInView } from '../../data/page-layout.ts';

/** A page counts as read after this long (domain, section 8). */
const READ_AFTER_MS = 1000;

type InView = { readonly row: PageRow; readonly top: number; readonly height: number };
export type View = { readonly top: number; readonly height: number; readonly pages: readonly InView[] };

/** The pages that have been in view long enough by `now`, and since when each of the others has. */
export const pagesRead = (
  since: ReadonlyMap<PageId, number>,
  { top, height, pages }: View,
  now: number,
): { readonly read: PageId[]; readonly since: ReadonlyMap<PageId, number> } => {
  const inView = pages
    .filter((page) => !page.row.isRead && isLowerHalfInView(page.top, page.height, top, height))
    .map(({ row }) => row.id);
  const next = new Map(inView.map((id) => [id, since.get(id) ?? now]));
  return { read: inView.filter((id) => now - (next.get(id) ?? now) >= READ_AFTER_MS), since: next };
};
