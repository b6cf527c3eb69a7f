import type { DateInText } from '../../shared/find-dates.ts';
import type { PartialDate } from '../../shared/partial-date.ts';
import { isFaxLine } from '../../shared/dates/date-kind.ts';
import { datesOnPage } from './dates-on-page.ts';
import type { Line } from './read-lines.ts';
import { headingOf } from './section-headings.ts';
import type { PageText, RecordText } from './record-text.ts';

/** A date that heads a document, a visit or a row: what it stands for is said by its label, not by prose. */
export type VisitDate = {
  readonly page: number;
  /** Index of its line among the record's lines. */
  readonly line: number;
  readonly date: DateInText;
  /** As printed before it (`Date of Exam`); empty where the date itself begins the line. */
  readonly label: string;
  /** `label`: "Date of Exam: ..."; `entry`: the date begins a chart entry on its line; `letter`: it stands alone. */
  readonly form: 'label' | 'entry' | 'letter';
};

const SERVICE_LABEL =
  /(?:^|\s{2,}|(?<=\d)\s|[|;,:]\s*|(?<=[\w)])\.\s+|\)\s*)((?:date(?:\s?\(s\)|s)?\s+of\s+(?:the\s+)?(?:service|(?:this\s+|current\s+|first\s+|initial\s+)?(?:exam(?:ination)?|visit|evaluation|re-?evaluation|treatment|consultation)|procedure|operation|surgery|study|encounter|(?:telephone |phone )?call|contact|assessment|test|collection|session|admission|review|determination|decision|notice|exam\/visit)|date and hour of first examination(?: or treatment)?|(?:exam|visit|service|evaluation|treatment|encounter|procedure|study|consultation|appointment|session|surgery|collection|determination|decision|initial evaluation)\s+date(?:\(s\))?|d\.?o\.?s\.?|d\/s|seen(?: on)?|collected(?: on)?|exam date|today['’]?s date|date seen|date)\s*(?:\([^)]{1,20}\))?)\s*[:#]?\s*[-–]?\s*$/i;
/** A bare `Date:` counts near the top of a page only; elsewhere it dates a signature. */
const TOP_LINES = 14;
/** `Visit 2 of 4  Date: 08/08/2016` heads a visit wherever it stands. */
const VISIT_LINE = /^(?:visit|session|treatment|progress note|chart note|date)\b/i;

/** The line of the page that holds the offset; the page's lines begin at `from`. */
const lineOf = (lines: readonly Line[], page: number, start: number, from: number): number => {
  for (let index = from; lines[index]?.page === page; index += 1) {
    const line = lines[index];
    if (line !== undefined && start >= line.start && start < line.end) return index;
  }
  return -1;
};

/** A sentence that goes on from the line before: `and she was` / `seen on 04/15/14 by a surgeon`. */
const runsOn = (label: string, own: string, before: Line | undefined): boolean =>
  /^[a-z]/.test(label) && own.trim().startsWith(label) && before !== undefined && /[a-z,]$/.test(before.text);

/** The label on the date's own line or, where the date begins its line, at the end of the line before. */
const labelBefore = (line: Line, date: DateInText, before: Line | undefined): string => {
  const own = line.text.slice(0, date.start - line.start);
  const words = own.trim() === '' && before?.page === line.page ? before.text : own;
  const label = SERVICE_LABEL.exec(words)?.[1]?.trim() ?? '';
  return runsOn(label, own, before) ? '' : label;
};

/** `06/10/14  S: ...`, `6/2/14 - Pt returns`, `1  05/30/14  7/10`: an entry that begins with its day. */
const beginsEntry = (line: Line, date: DateInText): boolean => {
  const [before, after] = [line.text.slice(0, date.start - line.start), line.text.slice(date.end - line.start)];
  return (
    /^(?:#?\d{1,2}[.)]?\s{1,8}|\d{1,2}\s+(?:of|\/)\s+\d{1,2}\s+|[-•*]\s+|visit\s+#?\d{1,2}:?\s+)?$/i.test(before) &&
    /^(?:\s*[:\-–|]\s*|\s{2,}|\t|\s+(?=[A-Z(+]|\d{1,2}\/10))\S/.test(after)
  );
};

const standsAlone = (line: Line, date: DateInText): boolean =>
  line.text.replace(/[.,]$/, '').length <= date.text.length + 10 &&
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?$/i.test(line.text.slice(0, date.start - line.start));

/** `Chart Note   P. Nobody   10-26-16`: the day at the end of a title line, under no label. */
const endsTitle = (line: Line, date: DateInText): boolean =>
  date.kind === 'other' &&
  line.text.length < 80 &&
  date.end === line.end &&
  !/:\s|[a-z]{3}\.\s|\b(?:printed|fax|rev|received)\b/i.test(line.text) &&
  date.start > line.start;
const TITLE_LINES = 4;

const formOf = (
  line: Line,
  date: DateInText,
  positionOnPage: number,
  label: string,
  before: string,
): VisitDate['form'] | null => {
  if (isFaxLine(line.text) || date.precision !== 'day' || line.print === 'row of a table') return null;
  if (label !== '')
    return /^date$/i.test(label) &&
      ((positionOnPage > TOP_LINES && !VISIT_LINE.test(line.text)) || /sign|lic/i.test(line.text))
      ? null
      : 'label';
  if (
    headingOf(line.text) !== null ||
    /(?::|\b(?:on|of|dated|since|from|to|and|through|until|in|the|by|before|after))$/i.test(before)
  )
    return null;
  if (endsTitle(line, date) && positionOnPage <= TITLE_LINES) return 'letter';
  if (standsAlone(line, date)) return positionOnPage <= TOP_LINES ? 'letter' : null;
  return beginsEntry(line, date) ? 'entry' : null;
};

const positions = (lines: readonly Line[]): number[] => {
  let [page, count] = [-1, 0];
  return lines.map((line) => {
    if (line.page !== page) [page, count] = [line.page, 0];
    if (line.text !== '') count += 1;
    return count;
  });
};

const onPage = (
  whole: PageText,
  lines: readonly Line[],
  places: readonly number[],
  latest: PartialDate,
  from: number,
): VisitDate[] => {
  const { page } = whole;
  const found: VisitDate[] = [];
  for (const date of datesOnPage(whole, latest)) {
    if (date.kind === 'injury' || date.kind === 'birth') continue;
    const at = lineOf(lines, page, date.start, from);
    const line = lines[at];
    if (line === undefined) continue;
    const before = lines[at - 1];
    const label = labelBefore(line, date, before);
    const form = formOf(line, date, places[at] ?? 0, label, before?.page === page ? before.text : '');
    if (form !== null) found.push({ page, line: at, date, label, form });
  }
  return found;
};

/** The dates that head the record's documents, visits and rows, in order. */
export const findVisitDates = (
  source: Pick<RecordText, 'pages'>,
  lines: readonly Line[],
  latest: PartialDate,
): VisitDate[] => {
  const places = positions(lines);
  const firsts = new Map<number, number>();
  lines.forEach(({ page }, index) => firsts.set(page, firsts.get(page) ?? index));
  return source.pages.flatMap((page) => onPage(page, lines, places, latest, firsts.get(page.page) ?? 0));
};
