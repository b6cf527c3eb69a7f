import { findDates, type DateInText } from '../../shared/find-dates.ts';
import type { PartialDate } from '../../shared/partial-date.ts';
import type { PageText } from './record-text.ts';

const KNOWN = new WeakMap<PageText, { readonly latest: PartialDate; readonly dates: readonly DateInText[] }>();

/** Every date of a page, found once however many ask: splitting, describing and dating all read the same pages. */
export const datesOnPage = (page: PageText, latest: PartialDate): readonly DateInText[] => {
  const known = KNOWN.get(page);
  if (known?.latest === latest) return known.dates;
  const dates = findDates(page.text, { latest });
  KNOWN.set(page, { latest, dates });
  return dates;
};
