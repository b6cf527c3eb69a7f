import type { Output } from '../../../shared/contract.ts';
import type { PageId } from '../../../shared/ids.ts';

/** A page of the queue. */
export type EyeRow = Output<'eye.list'>[number];

/** True while nobody has settled what the page says. */
export const isOpen = ({ page }: EyeRow): boolean => page.eye === null;

/** Why the page is in the queue, for people. */
export const reasonInWords = ({ reason, page }: EyeRow): string =>
  ({
    'low-confidence': `low confidence, ${String(Math.round(page.confidence ?? 0))} %`,
    'no-words': 'no words found',
    lost: 'could not be read',
  })[reason];

/** How a page was settled, for people; `to do` while it is not. */
export const stateInWords = ({ page }: EyeRow): string => page.eye ?? 'to do';

/** The next page that is open after this one, and around; null where no other is. */
export const nextOpen = (rows: readonly EyeRow[], from: PageId | null): PageId | null => {
  const at = rows.findIndex(({ page }) => page.id === from);
  const others = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))];
  return others.find(isOpen)?.page.id ?? null;
};

/** The page `by` rows further on; stays at the ends. */
export const stepFrom = (rows: readonly EyeRow[], from: PageId | null, by: number): PageId | null => {
  const at = rows.findIndex(({ page }) => page.id === from);
  return rows[Math.min(Math.max(at + by, 0), rows.length - 1)]?.page.id ?? null;
};
