import type { PartialDate } from '../partial-date.ts';
import { MONTH, tellsMonthAndYear } from './date-forms.ts';
import type { WrittenDate } from './find-written-dates.ts';
import { dayDate, monthDate, monthOf, yearNear, yearOf } from './read-date.ts';
import type { NumberAt } from './scan-numbers.ts';
import { isMonthAt, monthBefore } from './scan-numbers.ts';

const UNITS =
  '(?!\\s?(?:mg|mcg|ml|mm|cm|lbs?|tab|cap|%|percent|times|units?|weeks?|days|months|years?|patients|visits|x\\b|:\\d|,?\\s?\\d{4}))';
const NAMED = new RegExp(
  `(?<![a-z])${MONTH}\\.?[\\s/-]{0,2}(?:the\\s)?(\\d{1,2})(?:st|nd|rd|th)?(?![\\w/]|\\.\\d)${UNITS}`,
  'iy',
);
const DAY_NAMED = new RegExp(
  `(?<![\\w/.-])(\\d{1,2})(?:st|nd|rd|th)?[\\s-](?:of\\s)?${MONTH}(?![a-z])(?!,?\\s?\\d{4})`,
  'iy',
);
const NUMERIC = /(?<![\w/.$#-])(\d{1,2})([/-])(\d{1,2})(?![\w/%°]|-(?!\d{1,2}\/\d{1,2}\/\d{2})\w|\.\d)/y;

/** What makes two numbers with a slash a day: a word that asks for a date, directly before. */
const STRONG =
  /\b(?:on|dated?|dos|d\.o\.s\.?|doi|seen|as of|week of|until|till|since|effective|starting|started|beginning|rtw|scheduled for|f\/u|follow-?up|appt|appointment|visit|(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?)(?:day)?)\b\.?\s*[:,-]?\s*(?:or about\s+)?$/i;
const WEAK = /\b(?:from|through|thru|to|after|before|by|and|between|of|at|exam|eval|mri|surgery|last|for)\s*:?\s*$/i;
const SCORE =
  /\b(?:pain|vas|scale|strength|motor|rated|rating|score|level|severity|intensity|out of|worst|best|average|murmur|reflex\w*|dtrs?|grade|pulses?|page|muscle|weakness|test(?:ed|ing)?)\b/i;
/** Visits, sessions and treatments are counted like this: `PT visit 3/12`. */
const COUNTED =
  /\b(?:(?:pt|ot|physical|occupational|chiro\w*|acu\w*|aqua\w*|therapy|treatment|session|massage)\s(?:visit|session|treatment|tx)s?|visit\s?#|visits?\s(?:no\.?|number)|sessions?|treatments?|tx)\s*[:#]?\s*$/i;
const VISIT = /\bvisits?\s*[:#]?\s*$/i;
/** A part of a tablet, of a pack or of an inch. */
const DOSE =
  /^\s?(?:tab|tabs|tablets?|cap|caps|capsules?|pills?|doses?|cups?|inch(?:es)?|in\.|miles?|hours?|hrs?|packs?|ppd|strength|normal|block|teaspoons?|tsp|of a)\b/i;
/** Between the days of one list or range: `5/24, 5/26 and 5/30/14`, `5/24-5/30/14`. */
const JOINT = /^\s?(?:,|&|and|,\s?and|-|–|to|through|thru)\s?$/i;
const FARTHEST_JOINT = 12;

type Candidate = {
  readonly start: number;
  readonly end: number;
  readonly month: number;
  readonly day: number;
  readonly isNamed: boolean;
};

const before = (text: string, { start }: Candidate, most: number): string =>
  text.slice(Math.max(0, start - most), start);

const looksLikeScore = (text: string, candidate: Candidate): boolean => {
  const { end, day } = candidate;
  if (DOSE.test(text.slice(end, end + 16)) || COUNTED.test(before(text, candidate, 40))) return true;
  if (![10, 5, 6, 4].includes(day)) return false;
  return SCORE.test(`${before(text, candidate, 40)} | ${text.slice(end, end + 24)}`);
};

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

const named = (match: RegExpExecArray, month: string, day: string): Candidate => ({
  start: match.index,
  end: match.index + match[0].length,
  month: monthOf(month),
  day: Number(day),
  // "may 5" and "march 4" in small letters are verbs as often as months.
  isNamed: /^(?:[A-Z\d])/.test(match[0]) || !/^(?:may|mar)/.test(match[0]),
});

/** The day that begins at a number, or at the month before it. */
const candidateAt = (text: string, { from, to }: NumberAt): Candidate | null => {
  if (to - from > 2) return null;
  const month = monthBefore(text, from);
  const before = month < 0 ? null : matchAt(NAMED, text, month);
  if (before !== null) return named(before, before[1] ?? '', before[2] ?? '');
  const next = text.charCodeAt(to);
  if (next === 47 || next === 45) {
    const match = matchAt(NUMERIC, text, from);
    if (match !== null)
      return {
        start: from,
        end: from + match[0].length,
        month: Number(match[1]),
        day: Number(match[3]),
        isNamed: false,
      };
  }
  // An ordinal, `of`, and the name: `24th of May`.
  const joint = /^(?:st|nd|rd|th)?[\s-](?:of\s)?/i.exec(text.slice(to, to + 6))?.[0];
  const behind = joint !== undefined && isMonthAt(text, to + joint.length) ? matchAt(DAY_NAMED, text, from) : null;
  return behind === null ? null : named(behind, behind[2] ?? '', behind[1] ?? '');
};

const isReal = ({ month, day }: Candidate): boolean => dayDate(2000, month, day) !== null;

/** Those of the candidates that no date with a year covers; both in order. */
const freeOf = (candidates: readonly Candidate[], known: readonly WrittenDate[]): Candidate[] => {
  let at = 0;
  return candidates.filter(({ start, end }) => {
    while (at < known.length && (known[at]?.end ?? 0) <= start) at += 1;
    return end <= (known[at]?.start ?? Infinity);
  });
};

/** The numbers that are no part of a date with its year; both in order. */
const outside = (numbers: readonly NumberAt[], known: readonly WrittenDate[]): NumberAt[] => {
  const left: NumberAt[] = [];
  let at = 0;
  for (const number of numbers) {
    while (at < known.length && (known[at]?.end ?? 0) <= number.from) at += 1;
    if (number.from < (known[at]?.start ?? Infinity)) left.push(number);
  }
  return left;
};

/** Visits that are counted: one of them says so, or two count on to the same number within a few words. */
const withoutCounts = (text: string, candidates: readonly Candidate[]): Candidate[] => {
  const isCount = (candidate: Candidate, other: Candidate | undefined): boolean =>
    other !== undefined &&
    Math.abs(other.start - candidate.start) < 160 &&
    other.day === candidate.day &&
    Math.abs(other.month - candidate.month) === 1;
  return candidates.filter((candidate, at) => {
    if (candidate.isNamed || !VISIT.test(before(text, candidate, 12))) return true;
    return !isCount(candidate, candidates[at - 1]) && !isCount(candidate, candidates[at + 1]);
  });
};

/** Days in a column down the left edge, each later than the one before: the rows of a flow sheet. */
const columnOf = (text: string, candidates: readonly Candidate[]): ReadonlySet<Candidate> => {
  const atLineStart = candidates.filter(
    (candidate) =>
      !candidate.isNamed && /(?:^|\n)[ \t|]*(?:\d{1,2}[.)]?[ \t]{1,6})?$/.test(before(text, candidate, 12)),
  );
  const order = ({ month, day }: Candidate): number => month * 31 + day;
  const isColumn =
    atLineStart.length > 1 &&
    atLineStart.every(
      (candidate, index) =>
        index === 0 || order(candidate) > order(atLineStart[index - 1] ?? candidate) || candidate.month === 1,
    );
  return new Set(isColumn && new Set(atLineStart.map(({ day }) => day)).size > 1 ? atLineStart : []);
};

/** The dates on both sides of a candidate. */
type Sides = { readonly left: WrittenDate | undefined; readonly right: WrittenDate | undefined };

const isJoined = (text: string, { start, end }: Candidate, { left, right }: Sides): boolean =>
  (right !== undefined && right.start - end < FARTHEST_JOINT && JOINT.test(text.slice(end, right.start))) ||
  (left !== undefined && start - left.end < FARTHEST_JOINT && JOINT.test(text.slice(left.end, start)));

const hasContext = (text: string, candidate: Candidate, sides: Sides): boolean => {
  if (candidate.isNamed) return true;
  // What stands right behind a date is what was measured on it.
  if (sides.left !== undefined && /^[ \t]{1,3}$/.test(text.slice(sides.left.end, candidate.start))) return false;
  const lead = before(text, candidate, 28);
  if (STRONG.test(lead)) return true;
  return isJoined(text, candidate, sides) && !(WEAK.test(lead) && SCORE.test(lead));
};

const isDay = (date: WrittenDate | undefined): date is WrittenDate => date?.precision === 'day';

/** The day that stands nearest to a place, the one before it where both are as near. */
const nearest = (
  start: number,
  left: WrittenDate | undefined,
  right: WrittenDate | undefined,
): PartialDate | undefined => {
  if (!isDay(left)) return isDay(right) ? right.date : undefined;
  if (!isDay(right)) return left.date;
  return Math.abs(right.start - start) < Math.abs(start - left.start) ? right.date : left.date;
};

/**
 * `MRI 8/14`: month and year, where no day of the text, nor `near`, gives a year to a day, or where it is that very year.
 */
const monthAndYear = (
  text: string,
  { start, end, month, day, isNamed }: Candidate,
  anchor: PartialDate | undefined,
  latest: PartialDate,
): WrittenDate | null => {
  if (isNamed || text.charAt(end - 3) !== '/' || !tellsMonthAndYear(text, start)) return null;
  if (anchor !== undefined && Number(anchor.slice(2, 4)) !== day) return null;
  const year = yearOf(text.slice(end - 2, end), latest);
  const date = year === null ? null : monthDate(year, month);
  return date === null ? null : { start, end, date, precision: 'month' };
};

/**
 * Days written without their year, where the words around them leave no doubt that they are days and a full date of the
 * text (or `near`) gives the year; nothing otherwise. `known` are the dates with their year, `numbers` those of the text,
 * both in order.
 */
export const findPartialDays = (
  text: string,
  numbers: readonly NumberAt[],
  known: readonly WrittenDate[],
  { near, latest }: { readonly near?: PartialDate; readonly latest: PartialDate },
): WrittenDate[] => {
  const found = outside(numbers, known).flatMap((number) => candidateAt(text, number) ?? []);
  const apart = found.filter((candidate, at) => candidate.start >= (found[at - 1]?.end ?? 0));
  const candidates = withoutCounts(text, freeOf(apart, known).filter(isReal)).filter(
    (candidate) => candidate.isNamed || !looksLikeScore(text, candidate),
  );
  const column = columnOf(text, candidates);
  const days: WrittenDate[] = [];
  let at = known.length;
  let right: WrittenDate | undefined;
  let rightDay: WrittenDate | undefined;
  const lastDay: (WrittenDate | undefined)[] = [];
  known.forEach((date, index) => lastDay.push(isDay(date) ? date : lastDay[index - 1]));
  // From right to left, so that the first days of a list find the year that stands at its end.
  for (let index = candidates.length - 1; index >= 0; index -= 1) {
    const candidate = candidates[index];
    if (candidate === undefined) continue;
    while (at > 0 && (known[at - 1]?.start ?? 0) >= candidate.end) {
      at -= 1;
      right = known[at];
      if (isDay(right)) rightDay = right;
    }
    const anchor = nearest(candidate.start, lastDay[at - 1], rightDay) ?? near;
    const month = monthAndYear(text, candidate, anchor, latest);
    const isCertain = column.has(candidate) || hasContext(text, candidate, { left: known[at - 1], right });
    const date =
      month === null && anchor !== undefined && isCertain
        ? dayDate(yearNear(candidate.month, candidate.day, anchor), candidate.month, candidate.day)
        : null;
    const day: WrittenDate | null =
      month ?? (date === null ? null : { start: candidate.start, end: candidate.end, date, precision: 'day' });
    if (day === null) continue;
    days.push(day);
    right = day;
    if (isDay(day)) rightDay = day;
  }
  return days.reverse();
};
