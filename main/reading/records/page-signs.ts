import { isFaxLine } from '../../../shared/dates/date-kind.ts';
import type { DateInText } from '../../../shared/find-dates.ts';
import type { PartialDate } from '../../../shared/partial-date.ts';
import type { RecordKind } from '../../../shared/record.ts';
import { datesOnPage } from '../dates-on-page.ts';
import { isFacility } from '../find-provider.ts';
import { findVisitDates } from '../find-visit-dates.ts';
import { readLines, type Line } from '../read-lines.ts';
import { KIND_SIGNS } from '../record-kinds.ts';
import type { PageText } from '../record-text.ts';
import { headingOf, namedHeadingOf } from '../section-headings.ts';
import { patientOn, type PagePatient } from './page-patient.ts';

/** `Page 2 of 3`; `of` is null where only the number is printed. */
type PageCount = {
  readonly number: number;
  readonly of: number | null;
  /** What is printed beside the number: the days and the kind of document that the page says it belongs to. */
  readonly days: readonly PartialDate[];
  readonly kind: RecordKind | null;
};
type PageTitle = { readonly text: string; readonly kind: RecordKind };

/** What of a page tells where documents begin and end. */
export type PageSigns = {
  readonly page: number;
  readonly isBlank: boolean;
  readonly title: PageTitle | null;
  /** The title stands on the very first line, in capitals: it needs no name below it. */
  readonly isBoldTitle: boolean;
  /** A name, birth date, claim number or the like under a label near the top. */
  readonly hasIdentity: boolean;
  /** The clinic named at the top, or the person whose letter it is. */
  readonly letterhead: string | null;
  /** A letterhead over a date that stands alone and an address or salutation. */
  readonly isLetter: boolean;
  readonly count: PageCount | null;
  /** The day under a label such as "Date of exam" above the first heading. */
  readonly date: { readonly date: PartialDate; readonly label: string } | null;
  readonly patient: PagePatient | null;
  /** The lines above the first heading, to the digit. */
  readonly head: readonly string[];
  /** The first heading is one that a note begins with. */
  readonly opensNote: boolean;
  /** The last line is a signature, a name with its degree, or a clinic's name. */
  readonly isClosed: boolean;
};

const TITLE_LINES = 7;
const HEAD_LINES = 16;
const LONGEST_TITLE = 80;
/** Labels of who a document is about. */
export const IDENTITY =
  /\b(?:patient|name|employee|injured worker|claimant|applicant|re|dob|date of birth|claim|mrn|date of injury)\b.{0,12}:|\bDOB\b/i;

const SMALL = /^(?:of|the|and|for|or|to|in|a|an|by|with|on|-|–|&|\/)$/;
/** Every word capitalised but the small ones, as titles are; capitals throughout count too. */
const isTitleCase = (line: string): boolean =>
  line.split(/\s+/).every((word) => SMALL.test(word) || /^[("'#[]?[A-Z\d]/.test(word));

const isCapitals = (line: string): boolean => /[A-Z]{4}/.test(line) && !/[a-z]/.test(line);

/**
 * The kind of document that a line names as a title does: short, in capitals or title case, no sentence and no label.
 * A heading that also stands inside notes (`WORK STATUS`, `X-RAY`) counts where `hasIdentityBelow`.
 */
export const titleIn = (whole: string, hasIdentityBelow: boolean): PageTitle | null => {
  const line = whole.split(/\s{3,}|\t/)[0] ?? whole;
  if (line.length >= LONGEST_TITLE || !/^[A-Z(]/.test(line) || !isTitleCase(line) || /[.:]$|:\s/.test(line))
    return null;
  const sign = KIND_SIGNS.find(({ heading }) => heading.test(line));
  if (sign === undefined || isFacility(line) || (namedHeadingOf(line) !== null && !hasIdentityBelow)) return null;
  return { text: line, kind: sign.kind };
};

const COUNT = /\bpage\s*:?\s*(\d{1,4})(?:\s*(?:of|\/)\s*(\d{1,4}))?\b/i;
const BARE_COUNT = /^[-–\s]*(\d{1,3})\s*(?:of|\/)\s*(\d{1,3})[-–\s]*$/;
const EDGE = 4;

/** The page's own number at its top or bottom; what a fax machine counts is another matter. */
const countOn = (lines: readonly Line[], dates: readonly DateInText[]): PageCount | null => {
  for (const { text, start, end } of [...lines.slice(0, EDGE), ...lines.slice(-EDGE)]) {
    const match = COUNT.exec(text) ?? BARE_COUNT.exec(text);
    if (match === null || text.length > 160) continue;
    const isPrinted = /\bprint(?:ed)?\b|\brev\b/i.test(text);
    const beside = dates.filter((date) => date.start >= start && date.end <= end && date.kind !== 'faxed');
    return {
      number: Number(match[1]),
      of: match[2] === undefined ? null : Number(match[2]),
      days: isPrinted
        ? []
        : beside.filter(({ kind }) => kind === 'other' || kind === 'service').map(({ date }) => date),
      kind: isPrinted ? null : (KIND_SIGNS.find(({ heading }) => heading.test(text))?.kind ?? null),
    };
  }
  return null;
};

const OPENING = /^(?:S|CC|HPI|GENHX|SUBJ)\b/;
const CLOSING =
  /\b(?:electronically|digitally|e-?)\s?signed\b|^signed\b|^signature\b|\bsincerely\b|^(?:executed|dictated|transcribed)\b|,\s*(?:M\.?D|D\.?O|D\.?C|P\.?T|D\.?P\.?T|O\.?T|L\.?Ac|P\.?A(?:-C)?|N\.?P|R\.?N|Ph\.?D|D\.?P\.?M)\b\.?.{0,30}$/i;

const filled = (lines: readonly Line[]): Line[] =>
  lines.filter(({ text }, at) => text !== '' && !(at < 3 && isFaxLine(text)));

const CONTENT = ['subjective', 'objective', 'plan', 'mechanism', 'diagnosis', 'results', 'medications'];
const isContentHeading = (text: string): boolean => CONTENT.includes(headingOf(text)?.kind ?? 'other');

const letterheadOf = (head: readonly string[]): string | null =>
  head
    .slice(0, 3)
    .find((line) => isFacility(line) || CLOSING.test(line))
    ?.split(/\s{3,}/)[0] ?? null;

const isLetterHead = (head: readonly string[], dates: readonly DateInText[]): boolean =>
  letterheadOf(head) !== null &&
  head.slice(0, 8).some((line) => dates.some(({ text }) => line.includes(text) && line.length <= text.length + 10)) &&
  head.some((line) => /^(?:re\s*:|dear\b|to whom it may concern|attn)/i.test(line));

/** Reads the signs of one page; `latest` is the last day that two-digit years may mean. */
export const readPageSigns = (page: PageText, latest: PartialDate): PageSigns => {
  const all = readLines([page]);
  const lines = filled(all);
  const texts = lines.map(({ text }) => text);
  const content = texts.findIndex((text, at) => at > 0 && isContentHeading(text));
  const head = texts.slice(0, content === -1 ? HEAD_LINES : Math.min(content, HEAD_LINES));
  const titleAt = texts.slice(0, TITLE_LINES).findIndex(
    (text, at) =>
      titleIn(
        text,
        texts.slice(at + 1, at + 4).some((next) => IDENTITY.test(next)),
      ) !== null,
  );
  const titleText = texts[titleAt] ?? '';
  const dates = datesOnPage(page, latest);
  const lastHeadLine = lines[head.length - 1];
  const dated = findVisitDates({ pages: [page] }, all, latest).find(
    ({ form, date }) => form === 'label' && lastHeadLine !== undefined && date.start <= lastHeadLine.end,
  );
  return {
    page: page.page,
    isBlank: page.isBlank === true,
    title: titleAt === -1 ? null : titleIn(titleText, true),
    isBoldTitle: titleAt === 0 && isCapitals(titleText),
    hasIdentity: head.some((line) => IDENTITY.test(line)),
    letterhead: letterheadOf(texts),
    isLetter: isLetterHead(texts.slice(0, HEAD_LINES), dates),
    count: countOn(lines, dates),
    date: dated === undefined ? null : { date: dated.date.date, label: dated.label },
    patient: patientOn(page.text, dates),
    head,
    opensNote: texts
      .slice(head.length, head.length + 1)
      .some((text) => OPENING.test(text) || ['subjective', 'mechanism'].includes(headingOf(text)?.kind ?? '')),
    isClosed: CLOSING.test(texts.at(-1) ?? '') || isFacility(texts.at(-1) ?? ''),
  };
};
