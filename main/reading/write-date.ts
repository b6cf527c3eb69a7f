import type { PartialDate } from '../../shared/partial-date.ts';

/** How a letter writes its dates; one style a letter. */
export type DateStyle = 'MM/DD/YY' | 'MM/DD/YYYY' | 'M/D/YY' | 'MM-DD-YYYY' | 'M-D-YY' | 'Month D, YYYY';

const MONTH_NAMES = [
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
const monthName = (month: string): string => MONTH_NAMES[Number(month) - 1] ?? '';

/** The date in the given style; a month is written `June 2014`, a year `2014`, in every style. */
export const writeDate = (date: PartialDate, style: DateStyle): string => {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  if (day === undefined) return `${monthName(month)} ${year}`;
  if (style === 'Month D, YYYY') return `${monthName(month)} ${String(Number(day))}, ${year}`;
  const isShort = style.startsWith('M/') || style.startsWith('M-');
  const parts = isShort ? [String(Number(month)), String(Number(day))] : [month, day];
  return [...parts, style.endsWith('YYYY') ? year : year.slice(2)].join(style.includes('-') ? '-' : '/');
};
