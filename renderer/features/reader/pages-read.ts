import type { PageId } from '../../../shared/ids.ts';
import type { PageRow } from '../../../shared/page.ts';
import { isLowerHalfInView } from '../../data/page-layout.ts';

/** A page counts as read after a second (domain, section 8); a hand that turns pages at that pace is a little early at times. */
const READ_AFTER_MS = 950;
/** Pixels: smaller text is not read (domain, section 8). */
const LEAST_TEXT = 7;

type InView = {
  readonly row: PageRow;
  readonly top: number;
  readonly height: number;
  /** How high its text stands on the screen, in pixels; 0 while the page is not drawn. */
  readonly textHeight: () => number;
};
export type View = { readonly top: number; readonly height: number; readonly pages: readonly InView[] };

/** The pages that have been in view long enough by `now` and can be read, and since when each of the others has. */
export const pagesRead = (
  since: ReadonlyMap<PageId, number>,
  { top, height, pages }: View,
  now: number,
): { readonly read: PageId[]; readonly since: ReadonlyMap<PageId, number> } => {
  const inView = pages.filter((page) => !page.row.isRead && isLowerHalfInView(page.top, page.height, top, height));
  const next = new Map(inView.map(({ row: { id } }) => [id, since.get(id) ?? now]));
  const read = inView.filter(
    ({ row: { id }, textHeight }) => now - (next.get(id) ?? now) >= READ_AFTER_MS && textHeight() >= LEAST_TEXT,
  );
  return { read: read.map(({ row }) => row.id), since: next };
};
