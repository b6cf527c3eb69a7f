import { dayDate, monthDate, monthOf, yearOf } from './read-date.ts';
import type { PartialDate, Precision } from '../partial-date.ts';

/** A date read off its digits alone; what it is the date of is for others to say. */
export type WrittenDate = {
  readonly start: number;
  readonly end: number;
  readonly date: PartialDate;
  readonly precision: Precision;
};

type Form = {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray, text: string, latest: PartialDate) => PartialDate | null;
};

const MONTH =
  '(jan(?:uary)?|feb(?:ruary|r)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const ORDINAL = '(?:\\s?(?:st|nd|rd|th)(?![a-z]))?';
/**
 * No digit, letter or number-with-separator directly before; a label run into its value (`Date05/24/14`) is allowed.
 */
const LEAD = '(?:(?<![\\w$])|(?<=[A-Za-z]{3}))(?<!\\d[/.,\\-–])';
const YEAR_END = '(?!\\d)(?![/\\-]\\d)';
const UNITS =
  '(?!\\s?(?:(?:mg|mcg|ml|mm|cm|lbs?|pounds|reps?|sets|units?|tabs?|tablets|caps?|capsules|deg|degrees|percent|minutes|min|hours|feet|ft|steps|times|x)(?![a-z])|%|°|:\\d|,\\d{3}))';

/** `No.`, `claim`, `MRN`, `v`, section: what follows is a number, not a date. */
const BEFORE_NUMBER =
  /(?:#|§|\b(?:no|number|claim|case|file|mrn|acct|account|license|lic|phone|tel|ssn|version|ver|v|section|sec|policy|npi|dea|adj|eams|wcab|ext|zip|invoice|code|icd(?:-?(?:9|10))?|id|table|chapter|room|suite|lot|rev|form|ccr|cpt)\.?)[:#\s]{0,3}(?:no\.?\s?)?$/iu;
const isNumbered = (text: string, start: number): boolean =>
  BEFORE_NUMBER.test(text.slice(Math.max(0, start - 20), start));

const full = (year: string, month: number, day: string, latest: PartialDate): PartialDate | null => {
  const understood = yearOf(year.replace(/^['’]/u, ''), latest);
  return understood === null ? null : dayDate(understood, month, Number(day));
};

/**
 * Months first as written in the United States; days first only where nothing else is possible and the form is plain.
 */
const numeric = (match: RegExpExecArray, text: string, latest: PartialDate): PartialDate | null => {
  const [whole, first = '', sign = '', second = '', sign2 = '', year = ''] = match;
  const isSlash = sign === '/';
  const hasFullYear = year.length === 4;
  const isSpaced = /\s/u.test(whole);
  if (sign !== sign2 && (!hasFullYear || whole.includes('.'))) return null;
  if (isSpaced && (sign === '.' || (!isSlash && !hasFullYear))) return null;
  if (!hasFullYear && /\w/u.test(text.charAt(match.index + whole.length))) return null;
  if (text.startsWith(sign, match.index + whole.length) && /\d/u.test(text.charAt(match.index + whole.length + 1)))
    return null;
  if (!isSlash && !hasFullYear && isNumbered(text, match.index)) return null;
  const date = full(year, Number(first), second, latest);
  const mayBeDayFirst = Number(first) > 12 && (isSlash || hasFullYear);
  return date ?? (mayBeDayFirst ? full(year, Number(second), first, latest) : null);
};

/** The edition of a guideline or a reference, not a time in the patient's life. */
const EDITION =
  /(?:guidelines?|mtus|acoem|odg|edition|chapter|section\(?s?\)?|complaints|schedule|regulations?|ccr|code|journal|et al\.?|revis\w+|form|version|published)[^.\n]{0,40}$/iu;

const bareYear = (match: RegExpExecArray, text: string, latest: PartialDate): PartialDate | null => {
  const year = match[1] ?? '';
  return year <= latest.slice(0, 4) &&
    year >= '1900' &&
    !EDITION.test(text.slice(Math.max(0, match.index - 60), match.index))
    ? year
    : null;
};

const monthYear = (year: string, month: number, latest: PartialDate): PartialDate | null => {
  const understood = yearOf(year.replace(/^['’]/u, ''), latest);
  return understood === null ? null : monthDate(understood, month);
};

const flags = 'giu';

/**
 * Tried in this order; a later form never takes words that an earlier one has. All are linear: every repeat is bounded.
 */
const FORMS: readonly Form[] = [
  {
    // 2014-05-24, 2014/5/24, 2014.05.24, 2014-May-24
    pattern: new RegExp(
      `${LEAD}((?:18|19|20)\\d{2})([-/.])(?:(\\d{1,2})|${MONTH})\\2(\\d{1,2})(?!\\d)(?!\\2\\d)`,
      flags,
    ),
    read: ([, year = '', , digits, name = '', day = ''], _text, latest) =>
      full(year, digits === undefined ? monthOf(name) : Number(digits), day, latest),
  },
  {
    // 05/24/14, 5-24-2014, 05.24.14, and 10-28- 2016 as broken over a line
    pattern: new RegExp(
      `${LEAD}(\\d{1,2})\\s?([/.\\-–])\\s?(\\d{1,2})\\s?([/.\\-–])\\s{0,2}['’]?(\\d{4}|\\d{2})(?!\\d)${UNITS}`,
      flags,
    ),
    read: numeric,
  },
  {
    // 08/12, 2015; 08/12,15
    pattern: new RegExp(`${LEAD}(?:(\\d{1,2})/(\\d{1,2}),\\s?(\\d{4})|(\\d{2})/(\\d{2}),(\\d{2}))(?![\\d/])`, flags),
    read: (match, _text, latest) =>
      full(match[3] ?? match[6] ?? '', Number(match[1] ?? match[4]), match[2] ?? match[5] ?? '', latest),
  },
  {
    // May 24, 2014; May 24th 2014; Sept. 3, 2014; May 24-26, 2014 (its first day); May-24-14
    pattern: new RegExp(
      `(?<![a-z])${MONTH}(?:\\.?[\\s,.]{0,3}(?:the\\s)?(\\d{1,2})${ORDINAL}(?:\\s?(?:-|–|to|and|&|through)\\s?\\d{1,2}${ORDINAL})?(?:[\\s,.]{1,4}(?:of\\s)?|,)(?:(\\d{4})|['’](\\d{2}))|[-/](\\d{1,2})[-/](\\d{4}|\\d{2}))${YEAR_END}`,
      flags,
    ),
    read: ([, name = '', day, year, short, dashedDay, dashedYear], _text, latest) =>
      full(year ?? short ?? dashedYear ?? '', monthOf(name), day ?? dashedDay ?? '', latest),
  },
  {
    // 24 May 2014, 24th of May, 2014, 24-May-14, 16. Nov. 2016
    pattern: new RegExp(
      `${LEAD}(?<!\\.)(\\d{1,2})(?:${ORDINAL}[\\s.]{0,2}(?:day\\s)?(?:of\\s)?${MONTH}\\.?(?:[\\s,]{1,3}(?:of\\s)?|,)(?:(\\d{4})|['’](\\d{2}))|[-/]${MONTH}[-/](\\d{4}|\\d{2}))${YEAR_END}`,
      flags,
    ),
    read: ([, day = '', name, year, short, dashedName, dashedYear], _text, latest) =>
      full(year ?? short ?? dashedYear ?? '', monthOf(name ?? dashedName ?? ''), day, latest),
  },
  {
    // May 2014; May, 2014; May of 2014; May '14; May-2014
    pattern: new RegExp(
      `(?<![a-z])${MONTH}\\.?(?:[\\s,]{1,3}(?:of\\s)?|[-/])(?:((?:18|19|20)\\d{2})|['’](\\d{2}))${YEAR_END}${UNITS}`,
      flags,
    ),
    read: ([, name = '', year, short], _text, latest) => monthYear(year ?? short ?? '', monthOf(name), latest),
  },
  {
    // 2014 May; 2014, May
    pattern: new RegExp(`${LEAD}((?:19|20)\\d{2})\\s?,?\\s?${MONTH}(?![a-z])(?!\\.?\\s?\\d)`, flags),
    read: ([, year = '', name = ''], _text, latest) => monthYear(year, monthOf(name), latest),
  },
  {
    // 05/2014, 5-2014
    pattern: new RegExp(`${LEAD}(0?[1-9]|1[0-2])\\s?[/-]\\s?((?:19|20)\\d{2})${YEAR_END}${UNITS}(?!\\w)`, flags),
    read: (match, text, latest) =>
      isNumbered(text, match.index) ? null : monthYear(match[2] ?? '', Number(match[1]), latest),
  },
  {
    // 2014-05, but not the span of years 2014-15 or 2011-12
    pattern: new RegExp(`${LEAD}((?:19|20)\\d(\\d))\\s?[/-]\\s?(0[1-9]|1[0-2])(?![\\w/])(?!-\\w)`, flags),
    read: (match, text, latest) =>
      isNumbered(text, match.index) || Number(match[3]) === (Number(match[1]) % 100) + 1
        ? null
        : monthYear(match[1] ?? '', Number(match[3]), latest),
  },
  {
    // in 2012, since 2009, summer of 2011
    pattern:
      /(?<=\b(?:in|since|from|of|during|circa|around|approximately|early|late|mid|until|through|year|before|after|prior to|back to)[\s-])((?:19|20)\d{2})(?![\w/%°])(?!-\w|[.,]\d|\s?(?:mg|ml|mm|lbs?|pounds|steps|feet|calories|units|mtus|acoem|odg|guideline|edition|hours))/giu,
    read: bareYear,
  },
];

const precisionOf = (date: PartialDate): Precision =>
  date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';

const overlaps = (taken: readonly WrittenDate[], start: number, end: number): boolean =>
  taken.some((other) => start < other.end && end > other.start);

/** Every date that carries its year, in the order of the text, never overlapping. */
export const findWrittenDates = (text: string, latest: PartialDate): WrittenDate[] => {
  const taken: WrittenDate[] = [];
  for (const { pattern, read } of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (overlaps(taken, start, end)) continue;
      const date = read(match, text, latest);
      if (date !== null) taken.push({ start, end, date, precision: precisionOf(date) });
    }
  }
  return taken.sort((a, b) => a.start - b.start);
};
