import type { EditionDays, Standing } from './edition-standing.ts';
import { usDate } from './partial-date.ts';

/** The words for the days by which an edition is told: `the day of service, 05/02/2016`. */
export const daysInWords = ({ basis, first, last, request }: EditionDays): string => {
  const days =
    first === last ? usDate(last) : first < '1900' ? `before ${usDate(last)}` : `${usDate(first)} to ${usDate(last)}`;
  const by = basis === 'service' ? 'the day of service' : 'the decision date';
  const pair =
    request === null
      ? 'the day of the request is not known'
      : request.basis === 'request'
        ? `the pair of 2016 by the day of the request, ${usDate(request.day)}`
        : `the pair of 2016 by the denial, ${usDate(request.day)}, as the day of the request is not known`;
  return `${by}, ${days}; ${pair}`;
};

/** Why nothing is said of an edition, in a few words. */
export const UNKNOWN_WORDS: Readonly<Record<Exclude<Standing['why'], null>, string>> = {
  'beyond-table': 'after the day to which the table is complete',
  'unknown-end': 'its end is not known',
  memory: 'from memory',
  proposal: 'proposed only',
  'no-day': 'its day is not known',
  'no-year': 'its year is not known',
  'service-date': 'the day of service is not known',
  'request-date': 'the day of the request is not known',
};
