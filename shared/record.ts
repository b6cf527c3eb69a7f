import { z } from 'zod';
import { RecordId } from './ids.ts';
import { PartialDate } from './partial-date.ts';
import { Reason } from './reason.ts';

/** What a case file holds (domain, section 7), and what comes with it by fax. */
export const RecordKind = z.enum([
  'imr-application',
  'imr-determination',
  'utilization-review',
  'request-for-authorization',
  'first-report',
  'progress-report',
  'consultation',
  'therapy-note',
  'imaging-report',
  'electrodiagnostic-report',
  'operative-report',
  'drug-test',
  'medical-legal-report',
  'work-status',
  'billing',
  'fax-cover',
  'blank',
  'other',
]);
export type RecordKind = z.infer<typeof RecordKind>;

/** The heading of each kind in lists and in the list of documents reviewed. */
export const RECORD_KIND_NAMES: Readonly<Record<RecordKind, string>> = {
  'imr-application': 'Application for IMR',
  'imr-determination': 'IMR determination',
  'utilization-review': 'Utilization review',
  'request-for-authorization': 'Request for authorization',
  'first-report': "Doctor's first report",
  'progress-report': 'Progress report',
  consultation: 'Consultation',
  'therapy-note': 'Therapy note',
  'imaging-report': 'Imaging report',
  'electrodiagnostic-report': 'Electrodiagnostic report',
  'operative-report': 'Operative report',
  'drug-test': 'Drug test',
  'medical-legal-report': 'Medical-legal report',
  'work-status': 'Work status',
  billing: 'Billing',
  'fax-cover': 'Fax cover',
  blank: 'Blank page',
  other: 'Other record',
};

/** The format of a file, found by its content. */
export const FileKind = z.enum([
  'pdf',
  'docx',
  'doc',
  'rtf',
  'odt',
  'txt',
  'html',
  'ccda',
  'eml',
  'msg',
  'xlsx',
  'pptx',
  'tiff',
  'jpeg',
  'png',
  'bmp',
  'gif',
  'heic',
  'zip',
  'unknown',
]);
export type FileKind = z.infer<typeof FileKind>;

export const FileStatus = z.enum(['imported', 'duplicate', 'failed', 'skipped']);
export type FileStatus = z.infer<typeof FileStatus>;

/** One line of the intake ledger: what became of one file that was given. */
export const FileResult = z.strictObject({
  /** Its line in the ledger. */
  id: z.int(),
  /** The line of the archive that it came out of. */
  container: z.int().nullable(),
  name: z.string(),
  status: FileStatus,
  kind: FileKind,
  size: z.number(),
  sha256: z.string().nullable(),
  pages: z.int(),
  record: RecordId.nullable(),
  /** Why it came to that and what there is to say, as data and, one for one, in words. */
  reasons: z.array(Reason),
  messages: z.array(z.string()),
});
export type FileResult = z.infer<typeof FileResult>;

export const RecordRow = z.strictObject({
  id: RecordId,
  title: z.string(),
  fileName: z.string(),
  fileKind: FileKind,
  kind: RecordKind,
  provider: z.string(),
  date: PartialDate.nullable(),
  size: z.number(),
  sha256: z.string(),
  pages: z.int(),
  pagesRead: z.int(),
  pagesNeedingOcr: z.int(),
  /** The smallest OCR confidence of its pages, 0 to 100; null where no page was recognised. */
  confidence: z.number().nullable(),
  messages: z.array(z.string()),
});
export type RecordRow = z.infer<typeof RecordRow>;

/** A file of the ledger is waiting, or kept and still to be read, until it has one of the final states. */
export const IntakeState = z.enum(['waiting', 'kept', ...FileStatus.options]);
export type IntakeState = z.infer<typeof IntakeState>;

/** One line of the intake ledger. `pages` are those promised by the file; `pagesFailed` of them could not be read. */
export const IntakeRow = z.strictObject({
  id: z.int(),
  name: z.string(),
  /** The archive that it came out of. */
  container: z.int().nullable(),
  state: IntakeState,
  kind: FileKind,
  size: z.number(),
  sha256: z.string().nullable(),
  pages: z.int(),
  pagesFailed: z.int(),
  record: RecordId.nullable(),
  reasons: z.array(Reason),
  messages: z.array(z.string()),
});
export type IntakeRow = z.infer<typeof IntakeRow>;

/** given = imported + duplicate + failed + skipped + waiting; pagesPromised = pagesStored + pagesFailed, always. */
export const IntakeTotals = z.strictObject({
  given: z.int(),
  imported: z.int(),
  duplicate: z.int(),
  failed: z.int(),
  skipped: z.int(),
  waiting: z.int(),
  pagesPromised: z.int(),
  pagesStored: z.int(),
  pagesFailed: z.int(),
  /**
   * Of the stored pages those whose words are still to be recognised, those without anything on them, and those still
   * to be read by eye.
   */
  pagesToRecognise: z.int(),
  pagesBlank: z.int(),
  pagesByEye: z.int(),
});
export type IntakeTotals = z.infer<typeof IntakeTotals>;
