import { isPartialDate, precisionOf } from '../../shared/partial-date.ts';
import type { PartialDate } from '../../shared/partial-date.ts';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const two = (part: string): string => part.padStart(2, '0');

/** A year of two digits is of the hundred years that end ten years from now. */
const fullYear = (year: string, today: string): string => {
  if (year.length === 4) return year;
  const century = Number(today.slice(0, 2)) * 100;
  const guess = century + Number(year);
  return String(guess > Number(today.slice(0, 4)) + 10 ? guess - 100 : guess);
};

const monthNumber = (name: string): string | null => {
  const found = MONTHS.findIndex(
    (month) => name.length >= 3 && month.startsWith(name.toLowerCase().replace(/\.$/, '')),
  );
  return found < 0 ? null : two(String(found + 1));
};

type Reader = readonly [shape: RegExp, read: (parts: readonly string[], today: string) => string | null];

const READERS: readonly Reader[] = [
  [/^(\d{4})-(\d{1,2})-(\d{1,2})$/, ([y = '', m = '', d = '']) => `${y}-${two(m)}-${two(d)}`],
  [
    /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$/,
    ([m = '', d = '', y = ''], today) => `${fullYear(y, today)}-${two(m)}-${two(d)}`,
  ],
  [/^(\d{2})(\d{2})(\d{4}|\d{2})$/, ([m = '', d = '', y = ''], today) => `${fullYear(y, today)}-${m}-${d}`],
  [
    /^([a-z]{3,9}\.?) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4}|\d{2})$/i,
    ([name = '', d = '', y = ''], today) => withMonth(name, (m) => `${fullYear(y, today)}-${m}-${two(d)}`),
  ],
  [/^(\d{1,2})[/.-](\d{4})$/, ([m = '', y = '']) => `${y}-${two(m)}`],
  [/^(\d{4})-(\d{1,2})$/, ([y = '', m = '']) => `${y}-${two(m)}`],
  [/^([a-z]{3,9}\.?),? (\d{4})$/i, ([name = '', y = '']) => withMonth(name, (m) => `${y}-${m}`)],
  [/^(\d{4})$/, ([y = '']) => y],
];

const withMonth = (name: string, build: (month: string) => string): string | null => {
  const month = monthNumber(name);
  return month === null ? null : build(month);
};

/**
 * The date that someone typed, month first (`6/10/14`, `061014`, `June 10, 2014`, `2014-06-10`, `today`; in part:
 * `06/2014`, `2014`), or null when it is none. `today` (`YYYY-MM-DD`) decides the century of a short year.
 */
export const parseTypedDate = (typed: string, today: string): PartialDate | null => {
  const text = typed.trim().replace(/\s+/g, ' ');
  if (text.toLowerCase() === 'today') return today;
  for (const [shape, read] of READERS) {
    const match = shape.exec(text);
    const date = match ? read(match.slice(1), today) : null;
    if (date !== null) return isPartialDate(date) ? date : null;
  }
  return null;
};

/** The same, but only a full day. */
export const parseTypedDay = (typed: string, today: string): PartialDate | null => {
  const date = parseTypedDate(typed, today);
  return date !== null && precisionOf(date) === 'day' ? date : null;
};

/** Today where the computer stands, `YYYY-MM-DD`. */
export const localToday = (): string => {
  const now = new Date();
  return `${now.getFullYear()}-${two(String(now.getMonth() + 1))}-${two(String(now.getDate()))}`;
};
