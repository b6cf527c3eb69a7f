import { z } from 'zod';

/** A calendar date cut to what is known: `2014`, `2014-05` or `2014-05-24`. */
export type PartialDate = string;
export type Precision = 'day' | 'month' | 'year';

const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** True for a real calendar date in one of the three precisions (Gregorian; 29 February only in leap years). */
export const isPartialDate = (value: string): value is PartialDate => {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  if (!match) return false;
  const [year, month, day] = [match[1], match[2], match[3]].map((part) =>
    part === undefined ? undefined : Number(part),
  );
  if (year === undefined || year < 1) return false;
  if (month !== undefined && (month < 1 || month > 12)) return false;
  return day === undefined || month === undefined || (day >= 1 && day <= daysInMonth(year, month));
};

export const PartialDate = z.string().refine(isPartialDate, 'is not a date like 2014-05-24, 2014-05 or 2014');
/** A full day, `YYYY-MM-DD`. */
export const DayDate = z
  .string()
  .refine((value) => value.length === 10 && isPartialDate(value), 'is not a date like 2014-05-24');

/** How much of the date is known. */
export const precisionOf = (date: PartialDate): Precision =>
  date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';

/** Orders dates; a less precise one stands before the more precise ones within it. */
export const compareDates = (a: PartialDate, b: PartialDate): number => (a < b ? -1 : a > b ? 1 : 0);

/** Days from `a` to `b` (whole days, negative when `b` is earlier). Both must be full days. */
export const daysBetween = (a: PartialDate, b: PartialDate): number =>
  Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / 86_400_000);

/** The full day `days` after `date`. */
export const addDays = (date: PartialDate, days: number): PartialDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** `MM/DD/YYYY`, the form of the letter's case block; a partial date keeps what it has (`05/2014`, `2014`). */
export const usDate = (date: PartialDate): string => {
  const [year, month, day] = date.split('-');
  return [month, day, year].filter((part) => part !== undefined).join('/');
};

/** `MM/DD/YY`, the form of the summary's prose; partial dates as in {@link usDate}. */
export const usShortDate = (date: PartialDate): string => {
  const [year, month, day] = date.split('-');
  return day === undefined || month === undefined || year === undefined
    ? usDate(date)
    : `${month}/${day}/${year.slice(2)}`;
};
