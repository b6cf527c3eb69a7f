import { assertNever } from '../../../shared/assert-never.ts';
import { findDates } from '../../../shared/find-dates.ts';
import type { PartialDate } from '../../../shared/partial-date.ts';
import { dateStyle, type DateStyle } from '../checks/date-style.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A full day in one of the styles that letters use. */
const inStyle = (date: PartialDate, style: DateStyle): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  const [plainMonth, plainDay] = [String(Number(month)), String(Number(day))];
  switch (style) {
    case 'MM-DD-YYYY':
      return `${month}-${day}-${year}`;
    case 'MM/DD/YYYY':
      return `${month}/${day}/${year}`;
    case 'M-D-YY':
      return `${plainMonth}-${plainDay}-${year.slice(2)}`;
    case 'M/D/YY':
      return `${plainMonth}/${plainDay}/${year.slice(2)}`;
    case 'Month D, YYYY':
      return `${MONTHS[Number(month) - 1] ?? ''} ${plainDay}, ${year}`;
    default:
      return assertNever(style);
  }
};

/** The date that should stand where `written` stands, in the style of what is written. */
export const inStyleOf = (written: string, date: PartialDate): string =>
  inStyle(date, dateStyle(written) ?? 'MM/DD/YYYY');

/** The text with every full date in the style that most of its dates have already. */
export const unifyDates = (text: string, latest: PartialDate): string => {
  const dates = findDates(text, { latest }).flatMap((found) => {
    const style = found.precision === 'day' ? dateStyle(found.text) : null;
    return style === null ? [] : [{ ...found, style }];
  });
  const counts = new Map<DateStyle, number>();
  for (const { style } of dates) counts.set(style, (counts.get(style) ?? 0) + 1);
  const [usual] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  if (usual === undefined) return text;
  return dates
    .toReversed()
    .reduce(
      (words, { start, end, date, style }) =>
        style === usual ? words : words.slice(0, start) + inStyle(date, usual) + words.slice(end),
      text,
    );
};
