import { isPartialDate, type PartialDate } from '../partial-date.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Nobody in a case file was born before, and no record is older. */
const FIRST_YEAR = 1880;
/** A follow-up or an expiry may lie this many years after the latest day known. */
const YEARS_AHEAD = 20;
/** The youngest age at which someone is hurt at work. */
const WORKING_AGE = 14;

/** 1 to 12 for a month's name or its first three letters, 0 otherwise. */
export const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

const pad = (value: number): string => (value < 10 ? `0${value}` : String(value));

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0));

/** The day as a date, or null where the calendar has none such (31 April, 29 February of a common year). */
export const dayDate = (year: number, month: number, day: number): PartialDate | null => {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month))) return null;
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
};

/** The month as a date, or null. */
export const monthDate = (year: number, month: number): PartialDate | null => {
  const date = `${String(year).padStart(4, '0')}-${pad(month)}`;
  return isPartialDate(date) ? date : null;
};

/**
 * The year that is meant, or null for one that no record can hold. Two digits mean the nearest past year as seen from
 * `latest`, a year ahead being allowed for a planned visit.
 */
export const yearOf = (digits: string, latest: PartialDate): number | null => {
  const last = Number(latest.slice(0, 4));
  const written = Number(digits);
  if (digits.length === 4) return written >= FIRST_YEAR && written <= last + YEARS_AHEAD ? written : null;
  if (digits.length !== 2) return null;
  const sameCentury = Math.floor((last + 1) / 100) * 100 + written;
  return sameCentury <= last + 1 ? sameCentury : sameCentury - 100;
};

/** A birth read with a two-digit year lies at least fourteen years before `latest`: 8/17/12 of a worker is 1912. */
export const bornBefore = (date: PartialDate, written: string, latest: PartialDate): PartialDate => {
  const year = Number(date.slice(0, 4));
  const isShort = !/\d{4}/u.test(written);
  return isShort && year > Number(latest.slice(0, 4)) - WORKING_AGE ? `${String(year - 100)}${date.slice(4)}` : date;
};

/** The year in which month and day lie nearest to `near`, not later than a year after it. */
export const yearNear = (month: number, day: number, near: PartialDate): number => {
  const year = Number(near.slice(0, 4));
  const target = Date.parse(
    `${near.length === 10 ? near : `${near.slice(0, 7)}${near.length === 4 ? '-07' : ''}-01`}T00:00:00Z`,
  );
  const distance = (candidate: number): number => Math.abs(Date.UTC(candidate, month - 1, day) - target);
  return [year - 1, year, year + 1].reduce((best, candidate) =>
    distance(candidate) < distance(best) ? candidate : best,
  );
};
