import { dateKindAt, labelsIn } from './dates/date-kind.ts';
import { findWrittenDates, type WrittenDate } from './dates/find-written-dates.ts';
import { findPartialDays } from './dates/partial-days.ts';
import { bornBefore } from './dates/read-date.ts';
import { scanNumbers } from './dates/scan-numbers.ts';
import type { DateKind } from './entry.ts';
import type { PartialDate, Precision } from './partial-date.ts';

/** A date in a text: as written, as understood (cut to its precision), what it is the date of, and where it stands. */
export type DateInText = {
  readonly text: string;
  readonly date: PartialDate;
  readonly precision: Precision;
  readonly kind: DateKind;
  readonly start: number;
  readonly end: number;
  /** Letters stand for digits in it, as recognition confuses them: it may be another day. */
  readonly uncertain?: true;
};

export type DateSearch = {
  /**
   * The last day known to the asker (today, or the day a file came in): two-digit years are understood as past from
   * here.
   */
  readonly latest: PartialDate;
  /** A date of the same document: gives days without a year theirs, where no full date of the text does. */
  readonly near?: PartialDate;
};

/** Rows above a date in which its head may stand, and how long such a head may be. */
const HEAD_ROWS = 3;
const LONGEST_HEAD = 160;
const LONGEST_ROW = 400;

/** The last line above a place that holds anything, of the few right above it; empty where none does. */
const lineAbove = (text: string, lineStart: number): string => {
  let end = lineStart - 1;
  for (let row = 0; row < HEAD_ROWS && end > 0; row += 1) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    if (end - start > LONGEST_HEAD) return '';
    const line = text.slice(start, end);
    if (line.trim() !== '') return line;
    end = start - 1;
  }
  return '';
};

/**
 * The head of the table row that a date stands in: the line before it, if that holds as many labels as this line dates.
 */
const kindFromHead = (
  text: string,
  dates: readonly WrittenDate[],
  index: number,
  labelsOf: (line: string) => readonly DateKind[],
): DateKind | null => {
  const date = dates[index];
  if (date === undefined) return null;
  const lineStart = rowStart(text, date.start);
  const head = lineStart <= 0 ? '' : lineAbove(text, lineStart);
  if (head === '' || /\d[/-]\d/.test(head)) return null;
  const labels = labelsOf(head);
  if (labels.length === 0) return null;
  const lineEnd = text.indexOf('\n', date.start);
  let first = index;
  while (first > 0 && (dates[first - 1]?.start ?? -1) >= lineStart && index - first <= labels.length) first -= 1;
  let last = index;
  while (last + 1 < dates.length && last - first <= labels.length) {
    if (lineEnd !== -1 && (dates[last + 1]?.start ?? 0) >= lineEnd) break;
    last += 1;
  }
  return labels.length === last - first + 1 ? (labels[index - first] ?? null) : null;
};

/** Whether nothing but blanks stands before a place on its line. */
const isFirstInLine = (text: string, start: number): boolean => {
  let at = start;
  while (at > 0 && (text.charCodeAt(at - 1) === 32 || text.charCodeAt(at - 1) === 9)) at -= 1;
  return at === 0 || text.charCodeAt(at - 1) === 10;
};

/** Where the line begins that a place stands in, if it is no longer than the row of a table. */
const rowStart = (text: string, at: number): number => {
  let start = at;
  while (start > 0 && at - start < LONGEST_ROW && text.charCodeAt(start - 1) !== 10) start -= 1;
  return start > 0 && text.charCodeAt(start - 1) !== 10 ? -1 : start;
};

/**
 * Every absolute date of a text, in order: numeric (`05/24/14`, `2014-05-24`), with a month's name (`May 24th, 2014`),
 * months and years; days without a year only where the words around them and a full date beside them leave no doubt.
 * Scores, doses, levels, ratios, telephone and claim numbers are none. Relative phrases are not read.
 */
export const findDates = (text: string, { latest, near }: DateSearch): DateInText[] => {
  const numbers = scanNumbers(text);
  if (numbers.length === 0) return [];
  const written = findWrittenDates(text, numbers, latest);
  const days = findPartialDays(text, numbers, written, { latest, ...(near !== undefined && { near }) });
  const dates = days.length === 0 ? written : [...written, ...days].sort((a, b) => a.start - b.start);
  let head = '';
  let labels: readonly DateKind[] = [];
  // The rows of a table share their head.
  const labelsOf = (line: string): readonly DateKind[] => {
    if (line !== head) [head, labels] = [line, labelsIn(line)];
    return labels;
  };
  const found = dates.map(({ isUncertain, ...date }, index): DateInText => {
    const own = dateKindAt(text, date.start, date.end, dates[index - 1]?.end ?? 0);
    const kind =
      own === 'other' || isFirstInLine(text, date.start) ? (kindFromHead(text, dates, index, labelsOf) ?? own) : own;
    const words = text.slice(date.start, date.end);
    return {
      ...date,
      text: words,
      kind,
      date: kind === 'birth' ? bornBefore(date.date, words, latest) : date.date,
      ...(isUncertain === true && { uncertain: true as const }),
    };
  });
  return found.map((date, index) => {
    const before = found[index - 1];
    return before !== undefined && endsPeriod(text, before, date) ? { ...date, kind: 'injury' as const } : date;
  });
};

/** `CT 01/01/10 - 02/01/16`: both days are those of an injury that a period of work brought about. */
export const endsPeriod = (
  text: string,
  before: Pick<DateInText, 'kind' | 'end'>,
  date: Pick<DateInText, 'start'>,
): boolean =>
  before.kind === 'injury' && /^\s*(?:-|–|—|to|thru|through|until)\s*$/iu.test(text.slice(before.end, date.start));
