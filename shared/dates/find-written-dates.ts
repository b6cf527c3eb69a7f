import type { PartialDate, Precision } from '../partial-date.ts';
import type { Form, Reading } from './date-forms.ts';
import { FORMS } from './date-forms.ts';
import type { NumberAt } from './scan-numbers.ts';
import { isMonthAt, monthBefore } from './scan-numbers.ts';

/** A date read off its digits alone; what it is the date of is for others to say. */
export type WrittenDate = {
  readonly start: number;
  readonly end: number;
  readonly date: PartialDate;
  readonly precision: Precision;
  /** Letters stood for digits, as recognition confuses them. */
  readonly isUncertain?: boolean;
};

const precisionOf = (date: PartialDate): Precision =>
  date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';

const written = (start: number, end: number, { date, isUncertain }: Reading): WrittenDate => ({
  start,
  end,
  date,
  precision: precisionOf(date),
  ...(isUncertain === true && { isUncertain }),
});

/** What follows a number of one or two digits in a date: a separator, a blank or ordinal before one, a month's name. */
const goesOn = (text: string, to: number): boolean => {
  const next = text.charCodeAt(to);
  if (next === 47 || next === 45 || next === 46 || next === 44 || next === 0x2013) return true;
  if (next === 32 || next === 10) {
    const after = text.charCodeAt(to + 1);
    return after === 47 || after === 45 || after === 0x2013 || hasLetters(text, to + 1);
  }
  return hasLetters(text, to);
};

const isLetterCode = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** Whether an ordinal, `day`, `of` or a month stands here. */
const hasLetters = (text: string, at: number): boolean => {
  if (!isLetterCode(text.charCodeAt(at))) return false;
  return isMonthAt(text, at) || /^(?:st|nd|rd|th|day|of)/i.test(text.slice(at, at + 3));
};

const isLookalike = (code: number): boolean => code === 79 || code === 111 || code === 73 || code === 108;

/** Where a number begins of which letters may be a part that look like digits; -1 where none stands beside it. */
const unsureStart = (text: string, { from, to }: NumberAt): number => {
  if (isLookalike(text.charCodeAt(from - 1))) return from - 1;
  const after = text.charCodeAt(to + 1);
  return isLookalike(text.charCodeAt(to)) || (to - from <= 2 && (after === 79 || after === 108)) ? from : -1;
};

/** Every date that carries its year, in the order of the text, never overlapping. `numbers` are those of the text. */
export const findWrittenDates = (text: string, numbers: readonly NumberAt[], latest: PartialDate): WrittenDate[] => {
  const found: WrittenDate[] = [];
  let end = 0;
  const tryAt = (start: number, forms: readonly Form[]): boolean => {
    if (start < end) return false;
    for (const { pattern, read } of forms) {
      pattern.lastIndex = start;
      const match = pattern.exec(text);
      const reading = match === null ? null : read(match, text, latest);
      if (match === null || reading === null) continue;
      end = start + match[0].length;
      const { second } = reading;
      if (second === undefined) found.push(written(start, end, reading));
      else found.push(written(start, second.firstEnd, reading), written(second.start, end, second));
      return true;
    }
    return false;
  };
  for (const number of numbers) {
    const { from, to } = number;
    if (from < end) continue;
    const name = monthBefore(text, from);
    if (name >= 0 && tryAt(name, FORMS.name)) continue;
    const length = to - from;
    const unsure = unsureStart(text, number);
    if (unsure >= 0 && tryAt(unsure, FORMS.unsure)) continue;
    if (length <= 2 && goesOn(text, to)) {
      // A letter may stand for a digit further on, too.
      if (!tryAt(from, FORMS.short) && /[OoIl]/.test(text.slice(to, from + 10))) tryAt(from, FORMS.unsure);
    } else if (length === 4) tryAt(from, FORMS.year);
    else if (length === 8) tryAt(from, FORMS.compact);
  }
  return found;
};
