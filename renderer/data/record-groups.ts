import type { DocumentRow } from '../../shared/document.ts';
import type { RecordKind } from '../../shared/record.ts';

export type RecordGroup = {
  readonly name: string;
  readonly records: readonly DocumentRow[];
  /** `proposed`: of one file, still to be decided; `removed`: out of the case. */
  readonly state: DocumentRow['state'];
};

/** The headings of the list, in the order in which a file is read. */
const GROUPS: readonly (readonly [name: string, kinds: readonly RecordKind[]])[] = [
  ['Progress reports', ['first-report', 'progress-report', 'consultation', 'medical-legal-report', 'work-status']],
  ['Therapy notes', ['therapy-note']],
  ['Studies and procedures', ['imaging-report', 'electrodiagnostic-report', 'operative-report', 'drug-test']],
  ['Requests and reviews', ['request-for-authorization', 'utilization-review', 'imr-application', 'imr-determination']],
  ['Other records', ['other', 'billing', 'fax-cover', 'blank']],
];

const byDate = (a: DocumentRow, b: DocumentRow): number =>
  (a.date ?? '9999').localeCompare(b.date ?? '9999') || a.title.localeCompare(b.title);

/** What is proposed, file by file in the order of its pages: so it is compared with them. */
const proposedIn = (records: readonly DocumentRow[]): RecordGroup[] =>
  [
    ...Map.groupBy(
      records.filter(({ state }) => state === 'proposed'),
      ({ file }) => file,
    ).values(),
  ].map((own) => ({ name: `Proposed in ${own[0]?.fileName ?? ''}`, records: own, state: 'proposed' }));

/**
 * Proposals first; then the records under the headings of the list, oldest first in each; at last what was removed.
 * Headings without records are left out.
 */
export const groupRecords = (records: readonly DocumentRow[]): RecordGroup[] => {
  const confirmed = records.filter(({ state }) => state === 'confirmed');
  return [
    ...proposedIn(records),
    ...GROUPS.map(([name, kinds]) => ({
      name,
      records: confirmed.filter(({ kind }) => kinds.includes(kind)).sort(byDate),
      state: 'confirmed' as const,
    })),
    { name: 'Removed', records: records.filter(({ state }) => state === 'removed'), state: 'removed' as const },
  ].filter((group) => group.records.length > 0);
};

/** The records in the order of the list: what *next record* goes through. */
export const inListOrder = (records: readonly DocumentRow[]): DocumentRow[] =>
  groupRecords(records).flatMap((group) => group.records);

/** What is wrong with a record, in a few words each; empty when nothing is. */
export const problemsOf = ({ confidence, messages }: Pick<DocumentRow, 'confidence' | 'messages'>): string[] => [
  ...(confidence !== null && confidence < 95 ? [`OCR ${String(Math.round(confidence))} %`] : []),
  ...messages,
];
