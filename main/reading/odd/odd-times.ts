import type { FoundOddity } from '../../../shared/oddity.ts';
import {
  addDays,
  compareDates,
  daysBetween,
  precisionOf,
  usDate,
  type PartialDate,
} from '../../../shared/partial-date.ts';
import type { RecordKind } from '../../../shared/record.ts';
import { placeOn, type OddContext, type OddDocument } from './odd-document.ts';

/** Reports of who treats: at least one in 45 days (8 CCR 9785(f)(8)), with some days for the appointment. */
const TREATING: readonly RecordKind[] = ['first-report', 'progress-report', 'consultation', 'operative-report'];
const BETWEEN_REPORTS = 60;
const HALF_A_YEAR = 183;
/** No visit for so long is a gap. */
const GAP = 90;
/** What comes to the file after a decision by its nature. */
const COMES_AFTER: readonly RecordKind[] = ['imr-application', 'fax-cover', 'billing', 'blank', 'imr-determination'];

const isDay = (date: PartialDate | null): date is PartialDate => date !== null && precisionOf(date) === 'day';
const daysOf = (dates: readonly (PartialDate | null)[]): PartialDate[] =>
  [...new Set(dates.filter(isDay))].sort(compareDates);

const firstPlace = (document: OddDocument): FoundOddity['places'] => {
  const [page] = document.pages;
  if (page === undefined) return [];
  const end = page.text.indexOf('\n') < 0 ? page.text.length : page.text.indexOf('\n');
  return [
    {
      span: placeOn(document, page, 0, Math.min(end, 120)),
      says: document.date === null ? document.title : `${document.title}, ${usDate(document.date)}`,
    },
  ];
};

/** Stretches longer than `most` days between the days of a range. */
const stretches = (days: readonly PartialDate[], most: number): (readonly [from: PartialDate, to: PartialDate])[] =>
  days.flatMap((from, at) => {
    const to = days[at + 1];
    return to !== undefined && daysBetween(from, to) > most ? [[from, to] as const] : [];
  });

/** The half year before each request without a report of who treats, whole or in part. */
export const missingReports = (documents: readonly OddDocument[], { dateOfInjury }: OddContext): FoundOddity[] => {
  const requests = documents.filter(({ kind, date }) => kind === 'request-for-authorization' && isDay(date));
  const reports = daysOf(documents.filter(({ kind }) => TREATING.includes(kind)).map(({ date }) => date));
  return requests.flatMap((request) => {
    const asked = request.date ?? '';
    const half = addDays(asked, -HALF_A_YEAR);
    const from = dateOfInjury > half ? dateOfInjury : half;
    const within = reports.filter((day) => day >= from && day <= asked);
    return stretches([from, ...within.filter((day) => day > from && day < asked), asked], BETWEEN_REPORTS).map(
      ([first, last]): FoundOddity => ({
        id: `missing-reports ${asked} ${first}`,
        kind: 'missing-reports',
        text: `No report of who treats between ${usDate(first)} and ${usDate(last)}, within six months before the request.`,
        reason: 'Treating physicians report at least every 45 days (8 CCR 9785).',
        places: firstPlace(request),
      }),
    );
  });
};

/** Long stretches without any visit between the injury and the last visit. */
export const gaps = ({ dateOfInjury, visitDays }: OddContext): FoundOddity[] =>
  stretches(
    daysOf([dateOfInjury === '' ? null : dateOfInjury, ...visitDays]).filter(
      (day) => dateOfInjury === '' || day >= dateOfInjury,
    ),
    GAP,
  ).map(([from, to]) => ({
    id: `gap ${from}`,
    kind: 'gap',
    text: `No visit for ${String(daysBetween(from, to))} days, from ${usDate(from)} to ${usDate(to)}.`,
    reason: 'Records of this time may be missing, or there was no treatment.',
    places: [],
  }));

/** Records of a day after the decision: nobody could have decided on them. */
export const afterDecision = (documents: readonly OddDocument[], { decisionDate }: OddContext): FoundOddity[] =>
  decisionDate === ''
    ? []
    : documents
        .filter(({ kind, date }) => !COMES_AFTER.includes(kind) && isDay(date) && date > decisionDate)
        .map((document) => ({
          id: `after-decision ${document.id}`,
          kind: 'after-decision',
          text: `${document.title} is of ${usDate(document.date ?? '')}, after the decision of ${usDate(decisionDate)}.`,
          reason: 'Its date is misread, or the decision could not rest on it.',
          places: firstPlace(document),
        }));
