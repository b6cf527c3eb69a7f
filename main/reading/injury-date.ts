import { endsPeriod, type DateInText } from '../../shared/find-dates.ts';
import { precisionOf, type PartialDate, type Precision } from '../../shared/partial-date.ts';
import { datesOnPage } from './dates-on-page.ts';
import type { PageText } from './record-text.ts';

/** The injury dates of a page; of a period that wore the body down, its last day alone. */
const injuriesOn = (page: PageText, latest: PartialDate): DateInText[] => {
  const dates = datesOnPage(page, latest);
  return dates.filter((date, at) => {
    const next = dates[at + 1];
    return date.kind === 'injury' && (next === undefined || !endsPeriod(page.text, date, next));
  });
};

const mostFrequent = (dates: readonly PartialDate[]): PartialDate | null =>
  [...Map.groupBy(dates, (date) => date)].sort((a, b) => b[1].length - a[1].length)[0]?.[0] ?? null;

/**
 * The date of injury that the pages give most often: a day before a month before a year; of a cumulative trauma the last
 * day of its period (the claim runs from then); null where none is labelled.
 */
export const injuryDateOf = (pages: readonly PageText[], latest: PartialDate): PartialDate | null => {
  const all = pages.flatMap((page) => injuriesOn(page, latest)).map(({ date }) => date);
  const of = (precision: Precision): PartialDate | null =>
    mostFrequent(all.filter((date) => precisionOf(date) === precision));
  return of('day') ?? of('month') ?? of('year');
};
