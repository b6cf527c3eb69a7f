import type { EditionDays } from '../../../shared/edition-standing.ts';
import { findDates } from '../../../shared/find-dates.ts';
import type { LetterHeader } from '../../../shared/letter.ts';
import { addDays, precisionOf, type PartialDate } from '../../../shared/partial-date.ts';
import { parseItemHeading, type ItemHeading } from './parse-item-heading.ts';

const firstDay = (date: PartialDate): string =>
  ({ day: date, month: `${date}-01`, year: `${date}-01-01` })[precisionOf(date)];

const lastDay = (date: PartialDate): string => {
  const [year = '', month = '12'] = date.split('-');
  if (precisionOf(date) === 'day') return date;
  return month === '12' ? `${year}-12-31` : addDays(`${year}-${String(Number(month) + 1).padStart(2, '0')}-01`, -1);
};

/** The days of service that a retrospective request names, from the first to the last; null where it names none. */
const daysOfService = ({ request }: ItemHeading, latest: string): Pick<EditionDays, 'first' | 'last'> | null => {
  const dates = findDates(request, { latest }).map(({ date }) => date);
  const [first] = dates.map(firstDay).sort();
  const last = dates.map(lastDay).sort().at(-1);
  return first === undefined || last === undefined ? null : { first, last };
};

/** A service that was reviewed afterwards was rendered after the injury and before the denial. */
const someTime = (
  { dateOfInjury, urDenialDate }: LetterHeader,
  latest: string,
): Pick<EditionDays, 'first' | 'last'> => ({
  first: dateOfInjury === '' ? '0001-01-01' : dateOfInjury,
  last: urDenialDate === '' ? latest : urDenialDate,
});

/**
 * By which days the edition of an item is told (8 CCR 9792.21 and the orders of the administrative director): a
 * retrospective item by its day of service, any other by the decision date, today where there is none yet. `requested`
 * is the day of the request for authorization; where it is empty the denial stands for it.
 */
export const editionDays = (request: ItemHeading, header: LetterHeader, today: string, requested = ''): EditionDays => {
  const { decisionDate, urDenialDate } = header;
  const latest = decisionDate === '' ? today : decisionDate;
  const told =
    requested !== ''
      ? ({ basis: 'request', day: requested } as const)
      : urDenialDate === ''
        ? null
        : ({ basis: 'denial', day: urDenialDate } as const);
  if (request.prefix !== 'retrospective') return { basis: 'decision', first: latest, last: latest, request: told };
  return { basis: 'service', ...(daysOfService(request, latest) ?? someTime(header, latest)), request: told };
};

/** {@link editionDays} of an item as requested. */
export const editionDaysOf = (heading: string, header: LetterHeader, today: string, requested?: string): EditionDays =>
  editionDays(
    parseItemHeading(heading, header.decisionDate === '' ? today : header.decisionDate),
    header,
    today,
    requested,
  );
