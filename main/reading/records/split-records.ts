import type { PartialDate } from '../../../shared/partial-date.ts';
import { usDate } from '../../../shared/partial-date.ts';
import type { DateKind } from '../../../shared/entry.ts';
import type { RecordKind } from '../../../shared/record.ts';
import type { TextSpan } from '../../../shared/span.ts';
import { describeRecord } from '../describe-record.ts';
import type { PageText, RecordText } from '../record-text.ts';
import { upperFirst } from '../sentence-case.ts';
import { beginsRecord, type OpenRecord } from './begins-record.ts';
import { isSamePatient, mostNamed, patientWords, type NamedPage, type PagePatient } from './page-patient.ts';
import { readPageSigns, type PageSigns } from './page-signs.ts';

/** A document that a file seems to hold: its pages, what it is, and why it was taken for one. */
export type ProposedRecord = {
  /** Pages of the file, both included. */
  readonly first: number;
  readonly last: number;
  readonly kind: RecordKind;
  readonly title: string;
  readonly date: PartialDate | null;
  readonly provider: string;
  /** What the date is the date of, and where it stands, as far as that is known. */
  readonly dateKind?: DateKind;
  readonly dateSource?: TextSpan;
  /** `other` where the pages name somebody else than the case is about: proposed for removal. */
  readonly patient: 'worker' | 'other';
  /** Why it begins where it does, in a sentence; and whose it is, where that is another patient's. */
  readonly reason: string;
  /** False where a sign is missing or contradicts another: to be looked at before it is taken. */
  readonly isSure: boolean;
};

export type FilePages = Pick<RecordText, 'record' | 'fileName' | 'pages'>;

export type RecordContext = {
  /** The last day that two-digit years may mean. */
  readonly latest: PartialDate;
  /** Whom the case is about, where that is known; else whom most pages of the file name. */
  readonly worker?: PagePatient;
};

type Group = { readonly pages: PageText[]; readonly signs: PageSigns[]; readonly reasons: readonly string[] } & {
  readonly isDoubtful: boolean;
};

const group = (pages: readonly PageText[], signs: readonly PageSigns[]): Group[] => {
  const groups: Group[] = [];
  let open: OpenRecord | null = null;
  signs.forEach((page, at) => {
    const begin = beginsRecord(page, open, signs.slice(at + 1));
    const whole = pages[at];
    if (whole === undefined) return;
    const last = groups.at(-1);
    if (begin !== null || last === undefined) {
      groups.push({
        pages: [whole],
        signs: [page],
        reasons: begin?.reasons ?? [],
        isDoubtful: begin?.isDoubtful === true,
      });
      open = { first: page, pages: [page] };
    } else {
      last.pages.push(whole);
      last.signs.push(page);
      open = open === null ? { first: page, pages: [page] } : { ...open, pages: [...open.pages, page] };
    }
  });
  return groups;
};

/** Kinds that carry no date, or whose date matters to nobody. */
const DATELESS: readonly RecordKind[] = ['blank', 'fax-cover'];

/** What the pages' own count says that the record lacks, as a sentence; empty where all are there. */
const missing = (signs: readonly PageSigns[]): string => {
  const of = signs.find(({ count }) => count !== null && count.of !== null)?.count?.of ?? null;
  const own = signs.filter(({ isBlank }) => !isBlank).length;
  return of === null || of <= own
    ? ''
    : ` Its pages are counted to ${String(of)}, ${String(own)} ${own === 1 ? 'is' : 'are'} here.`;
};

const patientOfGroup = (signs: readonly PageSigns[]): PagePatient | null =>
  signs.map(({ patient }) => patient).find((patient) => patient !== null) ?? null;

type Described = Pick<ProposedRecord, 'kind' | 'title' | 'date' | 'provider' | 'dateKind' | 'dateSource'>;

const describe = ({ pages, signs }: Group, file: FilePages, latest: PartialDate, isWhole: boolean): Described => {
  if (signs.every(({ isBlank }) => isBlank))
    return { kind: 'blank', title: pages.length === 1 ? 'Blank page' : 'Blank pages', date: null, provider: '' };
  const source: RecordText = {
    record: file.record,
    pages,
    ...(isWhole && file.fileName !== undefined && { fileName: file.fileName }),
  };
  const described = describeRecord(source, { latest });
  // A page that came without its first one tells the day beside its number.
  const [stamped] = signs.slice(0, 1).flatMap(({ count }) => (count !== null && count.number > 1 ? count.days : []));
  if (stamped === undefined || stamped === described.date) return described;
  const { kind, title, provider } = described;
  return { kind, title, date: stamped, provider };
};

const propose = (one: Group, file: FilePages, context: RecordContext, worker: PagePatient | null, isWhole: boolean) => {
  const described = describe(one, file, context.latest, isWhole);
  const patient = patientOfGroup(one.signs);
  const isOther = patient !== null && worker !== null && !isSamePatient(patient, worker);
  const begins = `${one.reasons.length === 0 ? (isWhole ? 'One document' : 'First page of the file') : upperFirst(one.reasons.join(', '))}.`;
  const lacks = missing(one.signs);
  return {
    first: one.pages[0]?.page ?? 1,
    last: one.pages.at(-1)?.page ?? 1,
    ...described,
    patient: isOther ? 'other' : 'worker',
    reason: `${begins}${isOther ? ` Names another patient: ${patientWords(patient, usDate)}.` : ''}${lacks}`,
    isSure:
      !one.isDoubtful &&
      described.kind !== 'other' &&
      lacks === '' &&
      (described.date !== null || DATELESS.includes(described.kind)),
  } satisfies ProposedRecord;
};

/** The documents of a file, and whom its pages name. */
export type SplitFile = { readonly documents: ProposedRecord[]; readonly named: NamedPage[] };

/**
 * The documents of one file, in page order: title lines, letterheads, "page 1 of 2", days of exam, patients, fax covers
 * and blank pages tell where each begins. Every page is in exactly one of them. Nothing is left out: what is somebody
 * else's, or what stands out of order, is a record of its own with that reason.
 */
export const splitFile = (file: FilePages, context: RecordContext): SplitFile => {
  const signs = file.pages.map((page) => readPageSigns(page, context.latest));
  const groups = group(file.pages, signs);
  const named = signs.flatMap(({ page, patient }) => (patient === null ? [] : [{ page, patient }]));
  const worker = context.worker ?? mostNamed(named.map(({ patient }) => patient));
  return { documents: groups.map((one) => propose(one, file, context, worker, groups.length === 1)), named };
};

/** The documents of one file, see {@link splitFile}. */
export const splitRecords = (file: FilePages, context: RecordContext): ProposedRecord[] =>
  splitFile(file, context).documents;
