import { z } from 'zod';
import { Certainty } from './guideline.ts';
import { addDays } from './partial-date.ts';

/** A holiday by its day of the month, or by its weekday (0 Sunday): the `nth` of the month, -1 the last; `plus` days on. */
export const Holiday = z.union([
  z.strictObject({ name: z.string(), month: z.int().min(1).max(12), day: z.int().min(1).max(31) }),
  z.strictObject({
    name: z.string(),
    month: z.int().min(1).max(12),
    weekday: z.int().min(0).max(6),
    nth: z.union([z.int().min(1).max(4), z.literal(-1)]),
    plus: z.int().optional(),
  }),
]);
export type Holiday = z.infer<typeof Holiday>;

/** The holidays that are shipped, with how sure they are. */
export const HolidayList = z.strictObject({ certainty: Certainty, note: z.string(), holidays: z.array(Holiday) });
export type HolidayList = z.infer<typeof HolidayList>;

const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();
const dayIn = (year: number, month: number, day: number): string =>
  `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** The day on which a holiday is kept in a year; one on a Sunday is kept on the Monday after. */
export const holidayIn = (holiday: Holiday, year: number): string => {
  if ('day' in holiday) {
    const day = dayIn(year, holiday.month, holiday.day);
    return weekdayOf(day) === 0 ? addDays(day, 1) : day;
  }
  const first = dayIn(year, holiday.month, 1);
  const toFirst = (holiday.weekday - weekdayOf(first) + 7) % 7;
  const next = dayIn(holiday.month === 12 ? year + 1 : year, (holiday.month % 12) + 1, 1);
  const day =
    holiday.nth > 0
      ? addDays(first, toFirst + 7 * (holiday.nth - 1))
      : addDays(next, -(((weekdayOf(addDays(next, -1)) - holiday.weekday + 7) % 7) + 1));
  return addDays(day, holiday.plus ?? 0);
};

/** The name of the holiday that is kept on a day; undefined on a day that is none. */
export const holidayOn = (day: string, holidays: readonly Holiday[]): string | undefined =>
  holidays.find((holiday) => holidayIn(holiday, Number(day.slice(0, 4))) === day)?.name;

/** Saturdays and Sundays. */
export const isWeekend = (day: string): boolean => [0, 6].includes(weekdayOf(day));
