import { findWrittenDates, type WrittenDate } from './dates/date-forms.ts';
import { dateKindAt, labelsIn } from './dates/date-kind.ts';
import { findPartialDays } from './dates/partial-days.ts';
import { bornBefore } from './dates/read-date.ts';
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

/**
 * The head of the table row that a date stands in: the line before it, if that holds as many labels as this line dates.
 */
const kindFromHead = (text: string, dates: readonly WrittenDate[], index: number): DateKind | null => {
  const date = dates[index];
  if (date === undefined) return null;
  const lineStart = text.lastIndexOf('\n', date.start - 1) + 1;
  const lineEnd = text.indexOf('\n', date.start);
  const inLine = dates.filter(({ start }) => start >= lineStart && (lineEnd === -1 || start < lineEnd));
  const head =
    text
      .slice(0, Math.max(0, lineStart - 1))
      .split('\n')
      .slice(-3)
      .reverse()
      .find((line) => line.trim() !== '') ?? '';
  if (/\d[/-]\d/.test(head) || head.length > 160) return null;
  const labels = labelsIn(head);
  return labels.length === inLine.length ? (labels[inLine.indexOf(date)] ?? null) : null;
};

const isFirstInLine = (text: string, start: number): boolean =>
  text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim() === '';

/**
 * Every absolute date of a text, in order: numeric (`05/24/14`, `2014-05-24`), with a month's name (`May 24th, 2014`),
 * months and years; days without a year only where the words around them and a full date beside them leave no doubt.
 * Scores, doses, levels, ratios, telephone and claim numbers are none. Relative phrases are not read.
 */
export const findDates = (text: string, { latest, near }: DateSearch): DateInText[] => {
  if (!/\d/u.test(text)) return [];
  const written = findWrittenDates(text, latest);
  const dates = [...written, ...findPartialDays(text, written, near)].sort((a, b) => a.start - b.start);
  return dates.map((date, index) => {
    const own = dateKindAt(text, date.start, date.end, dates[index - 1]?.end ?? 0);
    const kind = own === 'other' || isFirstInLine(text, date.start) ? (kindFromHead(text, dates, index) ?? own) : own;
    const words = text.slice(date.start, date.end);
    return { ...date, text: words, kind, date: kind === 'birth' ? bornBefore(date.date, words, latest) : date.date };
  });
};
