import type { DateKind } from '../../shared/entry.ts';
import type { DateInText } from '../../shared/find-dates.ts';
import { isPartialDate, type PartialDate } from '../../shared/partial-date.ts';
import type { RecordKind } from '../../shared/record.ts';
import type { TextSpan } from '../../shared/span.ts';
import { datesOnPage } from './dates-on-page.ts';
import { findFacts } from '../../shared/find-facts.ts';
import { findProvider, findReviewer } from './find-provider.ts';
import { findVisitDates, type VisitDate } from './find-visit-dates.ts';
import { readLines, type Line } from './read-lines.ts';
import { KIND_SIGNS, type KindSign } from './record-kinds.ts';
import type { SectionKind } from './heading-words.ts';
import { headingOf } from './section-headings.ts';
import { spanOf, type RecordText } from './record-text.ts';

/** What a record is: its kind, a title for lists, who wrote it as printed, its main date and where that stands. */
export type RecordDescription = {
  readonly kind: RecordKind;
  readonly title: string;
  readonly provider: string;
  readonly date: PartialDate | null;
  /** What the main date is the date of: `service`, or `signed` and `received` where nothing else dates the record. */
  readonly dateKind?: DateKind;
  readonly dateSource?: TextSpan;
};

const TITLE_LINES = 24;
const FIRST_LINES = 9;

type Scored = { readonly sign: KindSign; readonly score: number };

/** Checkboxes and sentences mention other documents; a title line does not. */
const isTitleLine = (text: string): boolean =>
  text.length < 110 &&
  !/^\s*[[(☐☒•*-]|^[SOAP]\s*:|^\d{1,2}[.)]\s|\[\s?[xX]?\s?\]|[a-z]{3}\.\s+[A-Z]|,$/.test(text) &&
  !/:$/.test(text) &&
  !/\b(?:attach|pursuant|regarding your|copy of|dated|date of utilization)\b/i.test(text);

const titleScore = (sign: KindSign, lines: readonly Line[]): number => {
  const at = lines.findIndex(({ text }) => isTitleLine(text) && sign.heading.test(text));
  if (at === -1) return 0;
  const isCapitals = /^[^a-z]{6,}$/.test(lines[at]?.text ?? '');
  return (at < FIRST_LINES ? 10 : 5) - at * 0.15 + (isCapitals ? 3 : 0);
};

const hasBodyOf = (kind: RecordKind, body: string): boolean =>
  KIND_SIGNS.some((sign) => sign.kind === kind && sign.body?.test(body) === true);

const scoreSigns = (lines: readonly Line[], body: string, fileName: string): Scored[] => {
  const filled = lines.filter(({ text }) => text !== '').slice(0, TITLE_LINES);
  const content = filled.findIndex(({ text }) => CONTENT.includes(headingOf(text)?.kind ?? 'other'));
  // What a note says of other documents stands below its first heading; its title stands above, or is that heading.
  const top = content === -1 ? filled : filled.slice(0, Math.max(content + 1, 6));
  return KIND_SIGNS.map((sign, order) => {
    const named = titleScore(sign, top) + (sign.heading.test(fileName.replace(/[_.]/g, ' ')) ? 4 : 0);
    // A title says which form of its kind it is; the body says only which kind.
    const holds = named > 0 ? hasBodyOf(sign.kind, body) : FORMS.includes(sign.kind) && sign.body?.test(body) === true;
    return { sign, score: named + (holds ? 4 : 0) - order * 0.02 };
  });
};

/** Sections that only a note has; a title never stands below them. */
const CONTENT: readonly SectionKind[] = ['subjective', 'objective', 'plan', 'mechanism', 'diagnosis'];
/** Kinds whose body alone tells them: forms and notes with headings of their own. */
const FORMS: readonly RecordKind[] = [
  'imr-application',
  'utilization-review',
  'request-for-authorization',
  'first-report',
  'progress-report',
];
const BODY_CHARACTERS = 20_000;
const LEAST = 3.2;

const bestSign = (source: RecordText, lines: readonly Line[]): KindSign | null => {
  const sign = signOf(source, lines);
  // A cover is told by what it covers, where that was kept with it as one record.
  return sign?.kind === 'fax-cover' && source.pages.length > 1
    ? bestSign(
        { ...source, pages: source.pages.slice(1) },
        lines.filter(({ page }) => page !== source.pages[0]?.page),
      )
    : sign;
};

const signOf = (source: RecordText, lines: readonly Line[]): KindSign | null => {
  const body = source.pages
    .map(({ text }) => text)
    .join('\n')
    .slice(0, BODY_CHARACTERS);
  const best = scoreSigns(lines, body, source.fileName ?? '').reduce((a, b) => (b.score > a.score ? b : a));
  return best.score >= LEAST ? best.sign : noteSign(lines);
};

/** A letter or note without a title, recognised by its headings: two of those that only a clinical note has. */
const noteSign = (lines: readonly Line[]): KindSign | null => {
  const kinds = new Set(
    lines.map(({ text }) => headingOf(text)?.kind).filter((kind) => CONTENT.includes(kind ?? 'other')),
  );
  return kinds.size < 2 ? null : (KIND_SIGNS.find(({ title }) => title === 'Progress note') ?? null);
};

const STUDY =
  /\b(MRI|MR arthrogram|magnetic resonance imaging|x-?rays?|radiographs?|CT|computed tomography|ultrasound|bone scan)\b/i;
const STUDY_NAMES: readonly (readonly [RegExp, string])[] = [
  [/^mr/i, 'MRI'],
  [/^magnetic/i, 'MRI'],
  [/^(?:x|radio)/i, 'X-ray'],
  [/^(?:ct|comp)/i, 'CT'],
  [/^ultra/i, 'Ultrasound'],
  [/^bone/i, 'Bone scan'],
];

/** `MRI of the left knee`, from the line that names study and part. */
const studyTitle = (lines: readonly Line[]): string | null => {
  for (const { text } of lines.slice(0, 40)) {
    const study = STUDY.exec(text)?.[1];
    const facts = findFacts(text);
    const part = facts.find(({ kind }) => kind === 'body-part')?.value;
    if (study === undefined || part === undefined) continue;
    const side = facts.find(({ kind }) => kind === 'side')?.value;
    return `${STUDY_NAMES.find(([pattern]) => pattern.test(study))?.[1] ?? 'Imaging'} of the ${side === undefined ? '' : `${side} `}${part}`;
  }
  return null;
};

/** `Kind: Summary of care` among the first lines, as documents of health records say what they are. */
const namedKind = (lines: readonly Line[]): string | undefined =>
  lines.slice(0, 3).flatMap(({ text }) => /^Kind: (.{3,80})$/.exec(text)?.[1] ?? [])[0];

const titleOf = (sign: KindSign | null, source: RecordText, lines: readonly Line[]): string => {
  if (sign?.kind === 'imaging-report') return studyTitle(lines) ?? sign.title;
  return (
    sign?.title ?? namedKind(lines) ?? source.title ?? source.fileName?.replace(/\.[a-z\d]{2,5}$/i, '') ?? 'Record'
  );
};

type Found = { readonly date: DateInText; readonly page: number };
/** A date with the words before it on its line. */
type Labelled = Found & { readonly label: string };

const datesOf = (source: RecordText, latest: PartialDate): Labelled[] =>
  source.pages.slice(0, 6).flatMap((page) =>
    datesOnPage(page, latest).map((date) => ({
      date,
      page: page.page,
      label: page.text.slice(page.text.lastIndexOf('\n', date.start - 1) + 1, date.start),
    })),
  );

const labelled = (visits: readonly VisitDate[], pattern: RegExp): Found | undefined =>
  visits.find(({ label, form }) => form === 'label' && pattern.test(label));

const BILLED = /\b(?:statement|invoice|billing|bill|account)\s*(?:date|as of|of)?\s*:?\s*$/i;
const DETERMINATION = /determination|decision|notice|review/i;

/**
 * The date that lists show, by kind: a request is dated by its signature, an application by its receipt, care by its
 * day.
 */
const mainDate = (kind: RecordKind, visits: readonly VisitDate[], all: readonly Labelled[]): Found | undefined => {
  const ofKind = (wanted: DateInText['kind']): Found | undefined =>
    all.find(({ date }) => date.kind === wanted && date.precision === 'day');
  const first = (form: VisitDate['form']): Found | undefined => visits.find((visit) => visit.form === form);
  const visit = first('label') ?? first('entry') ?? first('letter');
  if (kind === 'utilization-review') return labelled(visits, DETERMINATION) ?? first('letter') ?? visit;
  if (kind === 'request-for-authorization') return ofKind('signed') ?? visit ?? ofKind('received');
  if (kind === 'fax-cover') return visit ?? all[0];
  if (kind === 'billing') return all.find(({ date, label }) => date.precision === 'day' && BILLED.test(label)) ?? visit;
  if (kind === 'imr-application') return ofKind('received') ?? ofKind('signed');
  // A day in prose is an event's, not the record's.
  return visit ?? ofKind('signed');
};

/**
 * What the record is, judged by its text and file name alone; `latest` is the last day that two-digit years may mean.
 */
export const describeRecord = (source: RecordText, { latest }: { readonly latest: PartialDate }): RecordDescription => {
  const lines = readLines(source.pages);
  const sign = bestSign(source, lines);
  const kind = sign?.kind ?? 'other';
  const main = mainDate(kind, findVisitDates(source, lines, latest), datesOf(source, latest));
  return {
    kind,
    title: titleOf(sign, source, lines),
    provider: kind === 'utilization-review' ? findReviewer(lines) : findProvider(lines),
    date: main !== undefined && isPartialDate(main.date.date) ? main.date.date : null,
    ...(main !== undefined && {
      dateKind: main.date.kind === 'signed' || main.date.kind === 'received' ? main.date.kind : 'service',
      dateSource: spanOf(source, { page: main.page, start: main.date.start, end: main.date.end }),
    }),
  };
};
