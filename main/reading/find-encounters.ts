import type { DateKind } from '../../shared/entry.ts';
import type { PartialDate } from '../../shared/partial-date.ts';
import type { RecordDescription } from './describe-record.ts';
import type { VisitDate } from './find-visit-dates.ts';
import type { Line } from './read-lines.ts';
import { headingOf } from './section-headings.ts';

/** The day that a stretch of a record speaks of, with the words it was read from. */
export type Dating = {
  readonly date: PartialDate | null;
  readonly dateText: string;
  readonly dateKind: DateKind;
  /** Why this date, as it stands in a reason: `dated by "Date of exam"`. */
  readonly basis: string;
};

/** A visit: the lines of a record under one date. `offset` cuts what stands before the content of the first line. */
export type Encounter = Dating & { readonly lines: readonly Line[]; readonly isEntry: boolean };

const UNDATED: Dating = { date: null, dateText: '', dateKind: 'other', basis: 'without a date of its own' };

const datingOf = ({ date, label, form }: VisitDate): Dating => ({
  date: date.date,
  dateText: date.text,
  dateKind: 'service',
  basis:
    form === 'label'
      ? `dated by "${label}"`
      : form === 'entry'
        ? 'dated at the head of its entry'
        : 'dated at the head of the document',
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
      };

/** The line without the date that begins it, so that `06/10/14 S: ...` reads as a heading. */
const afterDate = (line: Line, visit: VisitDate): Line => {
  const cut = visit.date.end - line.start;
  const rest = line.text.slice(cut);
  const skip = /^[\s:|–-]*/.exec(rest)?.[0].length ?? 0;
  return { ...line, start: line.start + cut + skip, text: rest.slice(skip) };
};

/** A heading that opens a visit note: before it on a page stand only letterhead and identities. */
const opensNote = (line: Line): boolean =>
  ['subjective', 'mechanism', 'objective'].includes(headingOf(line.text)?.kind ?? '');

const startOfPage = (lines: readonly Line[], at: number): number => {
  let start = at;
  while (start > 0 && lines[start - 1]?.page === lines[at]?.page) start -= 1;
  return start;
};

/** Where the lines of a visit begin: at its entry; else after the last line of the visit before on the same page. */
const firstLine = (visits: readonly VisitDate[], index: number, lines: readonly Line[]): number => {
  const visit = visits[index];
  if (visit === undefined) return lines.length;
  if (visit.form === 'entry') return visit.line;
  if (index === 0) return 0;
  const before = visits[index - 1];
  if (before?.page === visit.page) return visit.line;
  const pageStart = startOfPage(lines, visit.line);
  // A page that goes on with the visit before has a note's sections above the date; a new one has them below.
  return lines.slice(pageStart, visit.line).some(opensNote) ? visit.line : pageStart;
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
  const preamble: Encounter[] = head.some(({ isNoise, text }) => !isNoise && text !== '')
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
