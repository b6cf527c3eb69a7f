import type { DateKind } from '../../shared/entry.ts';
import type { PartialDate } from '../../shared/partial-date.ts';
import type { RecordDescription } from './describe-record.ts';
import type { VisitDate } from './find-visit-dates.ts';
import type { Line } from './read-lines.ts';
import type { PageRange } from './record-text.ts';
import { isClinical } from './classify-words.ts';
import { isFacility } from './find-provider.ts';
import { titleIn } from './records/page-signs.ts';
import { namedHeadingOf } from './section-headings.ts';

/** The day that a stretch of a record speaks of, with the words it was read from. */
export type Dating = {
  readonly date: PartialDate | null;
  readonly dateText: string;
  readonly dateKind: DateKind;
  /** Counted back or put at a month: near the day, not on it. */
  readonly isAbout?: boolean;
  /** Why this date, as it stands in a reason: `dated by "Date of exam"`. */
  readonly basis: string;
  /** Where the date stands; null where none is given. */
  readonly head: PageRange | null;
};

/** A visit: the lines of a record under one date. `offset` cuts what stands before the content of the first line. */
export type Encounter = Dating & { readonly lines: readonly Line[]; readonly isEntry: boolean };

const UNDATED: Dating = {
  date: null,
  dateText: '',
  dateKind: 'other',
  basis: 'without a date of its own',
  head: null,
};

const datingOf = ({ page, date, label, form }: VisitDate): Dating => ({
  date: date.date,
  dateText: date.text,
  dateKind: 'service',
  basis:
    form === 'label'
      ? `dated by "${label}"`
      : form === 'entry'
        ? 'dated at the head of its entry'
        : 'dated at the head of the document',
  head: { page, start: date.start, end: date.end },
});

/** The dating that a record's description gives. */
export const datingFrom = (description: RecordDescription): Dating =>
  description.date === null || description.dateSource === undefined
    ? UNDATED
    : {
        date: description.date,
        dateText: description.dateSource.quote,
        dateKind: description.dateKind ?? 'service',
        basis: description.dateKind === 'signed' ? 'dated by its signature' : "dated by the record's main date",
        head: description.dateSource,
      };

/** The line without the date that begins it, so that `06/10/14 S: ...` reads as a heading. */
const afterDate = (line: Line, visit: VisitDate): Line => {
  const cut = visit.date.end - line.start;
  const rest = line.text.slice(cut);
  const skip = /^[\s:|–-]*/.exec(rest)?.[0].length ?? 0;
  return { ...line, start: line.start + cut + skip, text: rest.slice(skip) };
};

/** Whether a line can stand above the date of a new visit: its title, letterhead, and who it is about. */
const isHeadLine = ({ text, print }: Line): boolean =>
  text === '' ||
  print !== null ||
  titleIn(text, true) !== null ||
  isFacility(text) ||
  (!/[.!?]$/.test(text) && text.split(/\s+/).length < 7 && namedHeadingOf(text) === null && !isClinical(text));

/**
 * Where the lines of a visit begin: at its entry, else below the last line of content above its date. What a page goes
 * on with before its first date belongs to the visit that it continues.
 */
const firstLine = (visits: readonly VisitDate[], index: number, lines: readonly Line[]): number => {
  const visit = visits[index];
  if (visit === undefined) return lines.length;
  if (visit.form === 'entry') return visit.line;
  const before = visits[index - 1];
  if (before === undefined) return 0;
  const from = before.line + 1;
  return from + lines.slice(from, visit.line).findLastIndex((line) => !isHeadLine(line)) + 1;
};

/** Repeats of one date belong to one visit; a date at the foot of a note that began above it dates that note. */
const distinct = (visits: readonly VisitDate[]): VisitDate[] =>
  visits.filter((visit, index) => index === 0 || visit.date.date !== visits[index - 1]?.date.date);

/**
 * The visits of a record in order, covering all of its lines; without any dated one, the whole record under its main
 * date.
 */
export const findEncounters = (
  lines: readonly Line[],
  found: readonly VisitDate[],
  description: RecordDescription,
): Encounter[] => {
  const labelled = found.some(({ form }) => form !== 'letter');
  const visits = distinct(labelled ? found.filter(({ form }) => form !== 'letter') : found.slice(0, 1));
  if (visits.length === 0) return [{ ...datingFrom(description), lines, isEntry: false }];
  const head = lines.slice(0, firstLine(visits, 0, lines));
  const preamble: Encounter[] = head.some(({ print, text }) => print === null && text !== '')
    ? [{ ...datingFrom(description), lines: head, isEntry: false }]
    : [];
  const dated = visits.map((visit, index): Encounter => {
    const from = firstLine(visits, index, lines);
    const own = lines.slice(from, firstLine(visits, index + 1, lines));
    const isEntry = visit.form === 'entry';
    return {
      ...datingOf(visit),
      isEntry,
      lines: isEntry ? own.map((line, at) => (from + at === visit.line ? afterDate(line, visit) : line)) : own,
    };
  });
  return [...preamble, ...dated];
};
