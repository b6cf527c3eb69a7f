import type { PartialDate } from '../partial-date.ts';
import { dayDate, monthDate, monthOf, yearOf } from './read-date.ts';

/** What a form makes of its words: a date, or two days of one month with the place where the second begins. */
export type Reading = {
  readonly date: PartialDate;
  /** Where the words of the first day end, and the second day with the place where its words begin. */
  readonly second?: { readonly firstEnd: number; readonly start: number; readonly date: PartialDate };
  /** Letters stand for digits in it, as recognition confuses them. */
  readonly isUncertain?: boolean;
};

/** A way of writing a date: what it looks like from where it begins, and what it means. */
export type Form = {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray, text: string, latest: PartialDate) => Reading | null;
};

export const MONTH =
  '(jan(?:uary)?|feb(?:ruary|r)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const ORDINAL = '(?:\\s?(?:st|nd|rd|th)(?![a-z]))?';
/**
 * No digit, letter or number-with-separator directly before; a label run into its value (`Date05/24/14`) is allowed.
 */
const LEAD = '(?:(?<![\\w$])|(?<=[A-Za-z]{3}))(?<!\\d[/.,\\-–])';
/** The same for the second day of a span, which stands right behind the sign that joins it. */
const JOINED = '(?<=\\d[-–])';
const YEAR_END = '(?!\\d)(?![/\\-]\\d)';
const UNITS =
  '(?!\\s?(?:(?:mg|mcg|ml|mm|cm|lbs?|pounds|reps?|sets|units?|tabs?|tablets|caps?|capsules|deg|degrees|percent|minutes|min|hours|feet|ft|steps|times|x)(?![a-z])|%|°|:\\d|,\\d{3}))';

const flags = 'iy';

/** `No.`, `claim`, `MRN`, `v`, section: what follows is a number, not a date. */
const BEFORE_NUMBER =
  /(?:#|§|\b(?:no|number|claim|case|file|mrn|acct|account|license|lic|phone|tel|ssn|version|ver|v|section|sec|policy|npi|dea|adj|eams|wcab|ext|zip|invoice|code|icd(?:-?(?:9|10))?|id|table|chapter|room|suite|lot|rev|form|ccr|cpt)\.?)[:#\s]{0,3}(?:no\.?\s?)?$/i;
/** Numbers of the appeals board, in whatever form they are written. */
const BOARD_NUMBER = /\b(?:adj|eams|wcab)\.?[:#\s]{0,3}$/i;
/** A number that begins with letters: `WC-12-05-14`. */
const LETTERED = /[A-Za-z]-$/;
const before = (text: string, start: number, most: number): string => text.slice(Math.max(0, start - most), start);
const isNumbered = (text: string, start: number): boolean => BEFORE_NUMBER.test(before(text, start, 20));

const full = (year: string, month: number, day: string, latest: PartialDate): PartialDate | null => {
  const understood = yearOf(year.replace(/^['’]/, ''), latest);
  return understood === null ? null : dayDate(understood, month, Number(day));
};

const asReading = (date: PartialDate | null): Reading | null => (date === null ? null : { date });

/** Strength and grip are given three times over: `R 12/11/14; L 10/10/12`. */
const SIDE_OF_THREE = /(?:^|[\s;:,(])(?:r|l|rt|lt|right|left)[.\s:=]{0,3}$/i;
const IN_THREES = /\b(?:grip|jamar|dynamomet\w+|pinch|kgs?|lbs?|pounds|trials?)\b/i;
const isOfThree = (text: string, start: number): boolean => {
  if (!SIDE_OF_THREE.test(before(text, start, 10))) return false;
  const lead = before(text, start, 90);
  return IN_THREES.test(lead.slice(lead.lastIndexOf('\n') + 1));
};

/** What is run into a date without a blank: a label in capitals, `05/24/14DOB:`. */
const RUN_INTO = /^[A-Z][A-Za-z]{1,9}(?:\s[A-Za-z]{2,9}){0,3}\s?[:#]/;

/**
 * Months first as written in the United States; days first only where nothing else is possible and the form is plain.
 */
const numeric = (match: RegExpExecArray, text: string, latest: PartialDate): Reading | null => {
  const [whole, first = '', sign = '', second = '', sign2 = '', year = ''] = match;
  const isSlash = sign === '/';
  const hasFullYear = year.length === 4;
  const isSpaced = /\s/.test(whole);
  const end = match.index + whole.length;
  if (sign !== sign2 && (!hasFullYear || whole.includes('.'))) return null;
  if (isSpaced && (sign === '.' || (!isSlash && !hasFullYear))) return null;
  if (!hasFullYear && /\w/.test(text.charAt(end)) && !RUN_INTO.test(text.slice(end, end + 50))) return null;
  const goesOn = text.startsWith(sign, end) && /\d/.test(text.charAt(end + 1));
  if (goesOn && !(!isSlash && /^[-–]\d{1,2}[-–]\d{1,2}[-–]\d{2}/.test(text.slice(end, end + 12)))) return null;
  if (!isSlash && LETTERED.test(before(text, match.index, 2))) return null;
  if (!isSlash && (hasFullYear ? BOARD_NUMBER.test(before(text, match.index, 12)) : isNumbered(text, match.index)))
    return null;
  if (isSlash && !hasFullYear && isOfThree(text, match.index)) return null;
  const date = full(year, Number(first), second, latest);
  const mayBeDayFirst = Number(first) > 12 && (isSlash || hasFullYear);
  return asReading(date ?? (mayBeDayFirst ? full(year, Number(second), first, latest) : null));
};

const NUMERIC_DAY = `(\\d{1,2})\\s?([/.\\-–])\\s?(\\d{1,2})\\s?([/.\\-–])\\s{0,2}['’]?(?:(\\d{4}|\\d{2})(?!\\d)${UNITS}`;

const numericForm: Form = {
  // 05/24/14, 5-24-2014, 05.24.14, 10-28- 2016 as broken over a line, 05/24/201409:30 run into a time
  pattern: new RegExp(`${LEAD}${NUMERIC_DAY}|(\\d{4})(?=\\d{1,2}:\\d{2}))`, flags),
  read: (match, text, latest) => {
    match[5] ??= match[6] ?? '';
    return numeric(match, text, latest);
  },
};

/** The second day of `8/1/16-8/30/16`, or of `8/1-8/30/16`; what joins them is the same sign in no date. */
const spanForm: Form = {
  pattern: new RegExp(`${JOINED}(\\d{1,2})(/)(\\d{1,2})(/)['’]?(\\d{4}|\\d{2})(?!\\d)${UNITS}`, flags),
  read: (match, text, latest) =>
    /(?:^|[^\d/])\d{1,2}\/\d{1,2}(?:\/(?:\d{4}|\d{2}))?[-–]$/.test(before(text, match.index, 14))
      ? numeric(match, text, latest)
      : null,
};

/** Letters that recognition takes for digits. */
const DIGIT_LIKE: Readonly<Record<string, string>> = { O: '0', o: '0', I: '1', l: '1' };
const unsureForm: Form = {
  // O7/12/2016, 07/l2/16: read, and said to be uncertain
  pattern: /(?<![\w$/.-])([\dOoIl]{1,2})([/-])([\dOoIl]{1,2})\2([\dOoIl]{4}|[\dOoIl]{2})(?![\w/-])/y,
  read: (match, _text, latest) => {
    const [whole, month = '', , day = '', year = ''] = match;
    if (!/[OoIl]/.test(whole) || (whole.match(/\d/g)?.length ?? 0) < 4) return null;
    const digits = (part: string): string => part.replace(/[OoIl]/g, (letter) => DIGIT_LIKE[letter] ?? letter);
    const date = full(digits(year), Number(digits(month)), digits(day), latest);
    return date === null ? null : { date, isUncertain: true };
  },
};

/** The edition of a guideline or a reference, not a time in the patient's life. */
const EDITION =
  /(?:guidelines?|mtus|acoem|odg|edition|chapter|section\(?s?\)?|complaints|schedule|regulations?|ccr|code|journal|et al\.?|revis\w+|form|version|published)[^.\n]{0,40}$/i;
const isEdition = (text: string, start: number): boolean => EDITION.test(before(text, start, 60));

/** Words by which a year alone is told: a preposition, or what happened in it. */
const YEAR_WORD =
  /\b(?:in|since|from|of|during|circa|around|approximately|early|late|mid|until|through|year|before|after|prior to|back to)[\s-]$/i;
const EVENT =
  '(?:\\w*(?:ectomy|otomy|ostomy|oscopy|plasty|desis)|fusion|repair|release|surgery|reconstruction|replacement|acdf|orif|t[kh][ar]|cabg|c-?section|mva|fracture|diagnosed|dx|mri|ct|emg|x-?rays?|injury|accident|onset|injections?|retired|married|graduated)';
const AFTER_EVENT = new RegExp(`\\b${EVENT}\\s?[,:]?\\s?\\(?$`, 'i');
const NO_YEAR =
  /^(?:[\w/%°]|-\w|[.,]\d|\s?(?:mg|ml|mm|lbs?|pounds|steps|feet|calories|units|mtus|acoem|odg|guideline|edition|hours))/i;

const yearForm: Form = {
  // in 2012, since 2009, summer of 2011; appendectomy 1988, fusion (2009)
  pattern: /(?<![\w$/.,#-])((?:19|20)\d{2})/y,
  read: (match, text, latest) => {
    const year = match[1] ?? '';
    const end = match.index + 4;
    if (NO_YEAR.test(text.slice(end, end + 14)) || year > latest.slice(0, 4)) return null;
    const lead = before(text, match.index, 34);
    return (YEAR_WORD.test(lead) || AFTER_EVENT.test(lead)) && !isEdition(text, match.index) ? { date: year } : null;
  },
};

/** The same, after `mid-` and the like. */
const dashedYearForm: Form = {
  pattern: /(?<=\b(?:early|late|mid)-)((?:19|20)\d{2})(?!\d)/iy,
  read: ([, year = ''], _text, latest) => (year <= latest.slice(0, 4) ? { date: year } : null),
};

const monthYear = (year: string, month: number, latest: PartialDate): Reading | null => {
  const understood = yearOf(year.replace(/^['’]/, ''), latest);
  return asReading(understood === null ? null : monthDate(understood, month));
};

/** Said before month and year in two digits: `Onset 7/93`. */
const SHORT_LEAD = new RegExp(`\\b(?:${EVENT}|since|circa|back to)[\\s:,(]{1,3}(?:in\\s|of\\s)?$`, 'i');

const isoForm: Form = {
  // 2014-05-24, 2014/5/24, 2014.05.24, 2014-May-24
  pattern: new RegExp(`${LEAD}((?:18|19|20)\\d{2})([-/.])(?:(\\d{1,2})|${MONTH})\\2(\\d{1,2})(?!\\d)(?!\\2\\d)`, flags),
  read: ([, year = '', , digits, name = '', day = ''], _text, latest) =>
    asReading(full(year, digits === undefined ? monthOf(name) : Number(digits), day, latest)),
};

const commaForm: Form = {
  // 08/12, 2015; 08/12,15
  pattern: new RegExp(`${LEAD}(?:(\\d{1,2})/(\\d{1,2}),\\s?(\\d{4})|(\\d{2})/(\\d{2}),(\\d{2}))(?![\\d/])`, flags),
  read: (match, _text, latest) =>
    asReading(full(match[3] ?? match[6] ?? '', Number(match[1] ?? match[4]), match[2] ?? match[5] ?? '', latest)),
};

const compactForm: Form = {
  // DOS:20140524
  pattern:
    /(?<=\b(?:d\.?o\.?[sib]\.?|date|dated|service|exam|visit|on)[:#\s]{0,3})((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/iy,
  read: ([, year = '', month = '', day = ''], _text, latest) => asReading(full(year, Number(month), day, latest)),
};

/** Two days of one month, with the places of their words. */
const twoDays = (
  match: RegExpExecArray,
  first: PartialDate | null,
  second: PartialDate | null,
  sign: number,
): Reading | null => {
  if (first === null) return second === null ? null : { date: second };
  if (second === null || second <= first) return { date: first };
  const [whole] = match;
  const joint = /\s?(?:-|–|to|and|&|through)\s?(?=\d{1,2}\D*$|\d{1,2}(?:st|nd|rd|th)?[\s,.])/i.exec(whole.slice(sign));
  if (joint === null) return { date: first };
  const firstEnd = match.index + sign + joint.index;
  return { date: first, second: { firstEnd, start: firstEnd + joint[0].length, date: second } };
};

const namedForm: Form = {
  // May 24, 2014; May 24th 2014; Sept. 3, 2014; May 24-26, 2014 and May 24 and 31, 2014 (both days); May-24-14
  pattern: new RegExp(
    `(?<![a-z])${MONTH}(?:\\.?[\\s,.]{0,3}(?:the\\s)?(\\d{1,2})${ORDINAL}(?:\\s?(?:-|–|to|and|&|through)\\s?(\\d{1,2})${ORDINAL})?(?:[\\s,.]{1,4}(?:of\\s)?|,)(?:(\\d{4})|['’](\\d{2}))|[-/](\\d{1,2})[-/](\\d{4}|\\d{2}))${YEAR_END}`,
    flags,
  ),
  read: (match, _text, latest) => {
    const [whole, name = '', day, other, year, short, dashedDay, dashedYear] = match;
    const written = year ?? short ?? dashedYear ?? '';
    const first = full(written, monthOf(name), day ?? dashedDay ?? '', latest);
    if (other === undefined) return asReading(first);
    return twoDays(match, first, full(written, monthOf(name), other, latest), whole.search(/\d/));
  },
};

const stampForm: Form = {
  // Oct 26 15:50:06 2016; Oct 26 03:50 PM PDT 2016
  pattern: new RegExp(
    `(?<![a-z])${MONTH}\\.?\\s{1,2}(\\d{1,2})\\s\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s[AP]M)?(?:\\s[A-Z]{2,4})?\\s((?:19|20)\\d{2})(?!\\d)`,
    flags,
  ),
  read: ([, name = '', day = '', year = ''], _text, latest) => asReading(full(year, monthOf(name), day, latest)),
};

const nameYearForm: Form = {
  // May 2014; May, 2014; May of 2014; May '14; May-2014
  pattern: new RegExp(
    `(?<![a-z])${MONTH}\\.?(?:[\\s,]{1,3}(?:of\\s)?|[-/])(?:((?:18|19|20)\\d{2})|['’](\\d{2}))${YEAR_END}${UNITS}`,
    flags,
  ),
  read: ([, name = '', year, short], _text, latest) => monthYear(year ?? short ?? '', monthOf(name), latest),
};

const dayNameForm: Form = {
  // 24 May 2014, 24th of May, 2014, 24-May-14, 16. Nov. 2016
  pattern: new RegExp(
    `${LEAD}(?<!\\.)(\\d{1,2})(?:${ORDINAL}[\\s.]{0,2}(?:day\\s)?(?:of\\s)?${MONTH}\\.?(?:[\\s,]{1,3}(?:of\\s)?|,)(?:(\\d{4})|['’](\\d{2}))|[-/]${MONTH}[-/](\\d{4}|\\d{2}))${YEAR_END}`,
    flags,
  ),
  read: ([, day = '', name, year, short, dashedName, dashedYear], _text, latest) =>
    asReading(full(year ?? short ?? dashedYear ?? '', monthOf(name ?? dashedName ?? ''), day, latest)),
};

const yearNameForm: Form = {
  // 2014 May; 2014, May
  pattern: new RegExp(`${LEAD}((?:19|20)\\d{2})\\s?,?\\s?${MONTH}(?![a-z])(?!\\.?\\s?\\d)`, flags),
  read: ([, year = '', name = ''], _text, latest) => monthYear(year, monthOf(name), latest),
};

const monthYearForm: Form = {
  // 05/2014, 5-2014
  pattern: new RegExp(
    `${LEAD}(?<![OoIl]/)(0?[1-9]|1[0-2])\\s?[/-]\\s?((?:19|20)\\d{2})${YEAR_END}${UNITS}(?!\\w)`,
    flags,
  ),
  read: (match, text, latest) =>
    isNumbered(text, match.index) ? null : monthYear(match[2] ?? '', Number(match[1]), latest),
};

const yearMonthForm: Form = {
  // 2014-05, but not the span of years 2014-15 or 2011-12
  pattern: new RegExp(`${LEAD}((?:19|20)\\d(\\d))\\s?[/-]\\s?(0[1-9]|1[0-2])(?![\\w/])(?!-\\w)`, flags),
  read: (match, text, latest) =>
    isNumbered(text, match.index) || Number(match[3]) === (Number(match[1]) % 100) + 1
      ? null
      : monthYear(match[1] ?? '', Number(match[3]), latest),
};

/** `Onset 7/93`: a month and a year where the second number can be no day. */
const shortYearForm: Form = {
  pattern: new RegExp(`${LEAD}(0?[1-9]|1[0-2])/(3[2-9]|[4-9]\\d)(?![\\w/%°])(?!-\\w|\\.\\d)`, flags),
  read: (match, text, latest) =>
    SHORT_LEAD.test(before(text, match.index, 40)) ? monthYear(match[2] ?? '', Number(match[1]), latest) : null,
};

/**
 * The forms by what they begin with, each in the order in which they are tried. All are linear: every repeat is bounded.
 */
export const FORMS = {
  /** One or two digits. */
  short: [numericForm, spanForm, commaForm, dayNameForm, monthYearForm, shortYearForm],
  /** Four digits, as a year has. */
  year: [isoForm, yearNameForm, yearMonthForm, yearForm, dashedYearForm],
  /** Eight digits. */
  compact: [compactForm],
  /** A month's name before a number. */
  name: [namedForm, stampForm, nameYearForm],
  /** Digits and letters that look like digits. */
  unsure: [unsureForm],
} as const satisfies Readonly<Record<string, readonly Form[]>>;

/** Whether what stands before a month and a year in two digits says that it is one. */
export const tellsMonthAndYear = (text: string, start: number): boolean => SHORT_LEAD.test(before(text, start, 40));
