import type { RecordKind, RecordRow } from '../../shared/record.ts';

export type RecordGroup = { readonly name: string; readonly records: readonly RecordRow[] };

/** The headings of the list, in the order in which a file is read. */
const GROUPS: readonly (readonly [name: string, kinds: readonly RecordKind[]])[] = [
  ['Progress reports', ['first-report', 'progress-report', 'consultation', 'medical-legal-report', 'work-status']],
  ['Therapy notes', ['therapy-note']],
  ['Studies and procedures', ['imaging-report', 'electrodiagnostic-report', 'operative-report', 'drug-test']],
  ['Requests and reviews', ['request-for-authorization', 'utilization-review', 'imr-application', 'imr-determination']],
  ['Other records', ['other', 'billing', 'fax-cover', 'blank']],
];

const byDate = (a: RecordRow, b: RecordRow): number =>
  (a.date ?? '9999').localeCompare(b.date ?? '9999') || a.title.localeCompare(b.title);

/** Records under the headings of the list, oldest first in each; headings without records are left out. */
export const groupRecords = (records: readonly RecordRow[]): RecordGroup[] =>
  GROUPS.map(([name, kinds]) => ({
    name,
    records: records.filter(({ kind }) => kinds.includes(kind)).sort(byDate),
  })).filter((group) => group.records.length > 0);

/** The records in the order of the list: what *next record* goes through. */
export const inListOrder = (records: readonly RecordRow[]): RecordRow[] =>
  groupRecords(records).flatMap((group) => group.records);

/** What is wrong with a record, in a few words each; empty when nothing is. */
export const problemsOf = ({ confidence, messages }: RecordRow): string[] => [
  ...(confidence !== null && confidence < 95 ? [`OCR ${String(Math.round(confidence))} %`] : []),
  ...messages,
];
