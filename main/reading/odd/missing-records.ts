import type { RecordKind } from '../../../shared/record.ts';
import type { FoundOddity } from '../../../shared/oddity.ts';
import { isPartialDate, usDate, type PartialDate } from '../../../shared/partial-date.ts';
import type { TextSpan } from '../../../shared/span.ts';
import type { PageText } from '../record-text.ts';
import { datesOn, matchesIn, placeOn, type OddDocument } from './odd-document.ts';

type Named = {
  readonly name: string;
  readonly kinds: readonly RecordKind[];
  readonly date: PartialDate;
  readonly span: TextSpan;
  readonly by: OddDocument;
};

const STUDIES: readonly RecordKind[] = ['imaging-report', 'electrodiagnostic-report'];
const REPORTS: readonly RecordKind[] = [
  'first-report',
  'progress-report',
  'consultation',
  'operative-report',
  'medical-legal-report',
  'therapy-note',
  'drug-test',
  'work-status',
  'utilization-review',
  'request-for-authorization',
  'other',
];

/** How a record is named right before its date; studies first, for their reports are named after them. */
const NAMES: readonly (readonly [kinds: readonly RecordKind[], pattern: RegExp])[] = [
  [
    STUDIES,
    /\b((?:MRI|MR arthrogram|X-?rays?|CT(?: scan)?|EMG(?:\/NC[SV])?|NC[SV]|ultrasound|bone scan|electrodiagnostic stud(?:y|ies)|radiographs?)(?: (?:report|study|scan))?(?: of the [a-z ]{3,30}?)?),?\s+(?:dated|of|from|on|taken(?: on)?|performed(?: on)?|done(?: on)?)\s*$/iu,
  ],
  [
    REPORTS,
    /\b((?:P?QME|AME|PR-?2|RFA|(?:medical-?legal|progress|consultation|initial|orthop[a]?edic|operative|discharge|first|supplemental|psychological|permanent and stationary|hospital|therapy|treating physician['’]?s) )?\s?(?:report|note|evaluation|summary)),?\s+(?:dated|of|from)\s*$/iu,
  ],
];
/** What is named without a day, and of which the file should then hold one of any day. */
const UNDATED: readonly (readonly [name: string, kinds: readonly RecordKind[], pattern: RegExp])[] = [
  ['AME report', ['medical-legal-report'], /\bAME(?:['’]s)? (?:report|evaluation)\b(?!,?\s+(?:dated|of|from))/gu],
  ['QME report', ['medical-legal-report'], /\bP?QME(?:['’]s)? (?:report|evaluation)\b(?!,?\s+(?:dated|of|from))/gu],
  ['operative report', ['operative-report'], /\boperative reports?\b(?!,?\s+(?:dated|of|from))/giu],
];
/** Not had yet: it is asked for, or to come. */
const TO_COME =
  /\b(?:request\w*|obtain|await\w*|pending|schedul\w*|recommend\w*|order(?:ed|s)?|will|to be|plan\w*|if|not (?:available|provided|received)|for)\s+(?:an?\s+|the\s+|updated\s+|new\s+)*$/iu;

const BEFORE = 80;

/** A day without its year, as in "the MRI of 3/4"; scores are no days: `pain 3/10`. */
const SHORT_DAY = /\b(0?[1-9]|1[0-2])\/(0?[1-9]|[12]\d|3[01])\b(?!\s?\/|\d)/gu;

type Day = { readonly date: PartialDate; readonly start: number; readonly end: number };

/** Days without a year are of the last year that they can be of, by the document's own date. */
const shortDays = (text: string, own: PartialDate, known: readonly Day[]): Day[] =>
  [...text.matchAll(SHORT_DAY)].flatMap(({ 0: words, 1: month = '', 2: day = '', index }) => {
    const [start, end] = [index, index + words.length];
    if (known.some((date) => date.start < end && start < date.end)) return [];
    const [year, rest] = [Number(own.slice(0, 4)), `-${month.padStart(2, '0')}-${day.padStart(2, '0')}`];
    const date = `${String(`${String(year)}${rest}` <= own ? year : year - 1)}${rest}`;
    return isPartialDate(date) ? [{ date, start, end }] : [];
  });

const daysIn = (page: PageText, document: OddDocument, latest: PartialDate): Day[] => {
  const written = datesOn(page, document, latest);
  const days = written.filter(({ precision, kind }) => precision === 'day' && kind !== 'birth' && kind !== 'injury');
  return document.date?.length === 10
    ? [...days, ...shortDays(page.text, document.date, written)].sort((a, b) => a.start - b.start)
    : days;
};

const namedBefore = (page: PageText, { date, start, end }: Day, by: OddDocument): Named[] => {
  const before = page.text.slice(Math.max(0, start - BEFORE), start);
  for (const [kinds, pattern] of NAMES) {
    const match = pattern.exec(before);
    const name = match?.[1]?.trim().replace(/\s+/gu, ' ');
    if (match === null || name === undefined || TO_COME.test(before.slice(0, match.index))) continue;
    return [{ name, kinds, date, by, span: placeOn(by, page, start - before.length + match.index, end) }];
  }
  return [];
};

const namedIn = (document: OddDocument, latest: PartialDate): Named[] =>
  document.pages.flatMap((page) => daysIn(page, document, latest).flatMap((day) => namedBefore(page, day, document)));

/** The days that each document gives anywhere: a study is named by the day of its report too. */
const daysOf = (document: OddDocument, latest: PartialDate): ReadonlySet<string> =>
  new Set([
    ...(document.date === null ? [] : [document.date]),
    ...document.pages.flatMap((page) => datesOn(page, document, latest).map(({ date }) => date)),
  ]);

/**
 * Records that others name and that the file does not hold: of a named day, or of a kind of which there is none at all.
 * Each is told once, with every place that names it.
 */
export const missingRecords = (documents: readonly OddDocument[], latest: PartialDate): FoundOddity[] => {
  const days = new Map(documents.map((document) => [document, daysOf(document, latest)]));
  const holds = ({ kinds, date, by }: Named): boolean =>
    documents.some(
      (document) =>
        (document !== by || document.date === date) &&
        kinds.includes(document.kind) &&
        (document.date === date || (days.get(document)?.has(date) === true && STUDIES.includes(document.kind))),
    );
  const missing = documents.flatMap((document) => namedIn(document, latest)).filter((named) => !holds(named));
  const dated = [...Map.groupBy(missing, ({ kinds, date }) => `${kinds[0] ?? ''} ${date}`)].flatMap(
    ([key, group]): FoundOddity[] => {
      const [first] = group;
      return first === undefined
        ? []
        : [
            {
              id: `missing-record ${key}`,
              kind: 'missing-record',
              text: `${first.name.charAt(0).toUpperCase()}${first.name.slice(1)} of ${usDate(first.date)} is not in the file.`,
              reason: `${first.by.title} names it${group.length > 1 ? `, and ${String(group.length - 1)} more ${group.length === 2 ? 'place' : 'places'}` : ''}.`,
              places: group.map(({ span }) => ({ span, says: span.quote })),
            },
          ];
    },
  );
  const undated = UNDATED.flatMap(([name, kinds, pattern]): FoundOddity[] => {
    if (documents.some(({ kind }) => kinds.includes(kind))) return [];
    const places = documents.flatMap((document) =>
      matchesIn(document, pattern)
        .filter(({ match, page }) => !TO_COME.test(page.text.slice(Math.max(0, match.index - BEFORE), match.index)))
        .map(({ span }) => ({ span, says: document.title })),
    );
    return places.length === 0
      ? []
      : [
          {
            id: `missing-record ${name}`,
            kind: 'missing-record',
            text: `${name.charAt(0).toUpperCase()}${name.slice(1)}: none is in the file.`,
            reason: `${places[0]?.says ?? 'A record'} names it without a day.`,
            places,
          },
        ];
  });
  return [...dated, ...undated];
};
