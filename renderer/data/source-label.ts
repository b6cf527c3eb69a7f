import { useMemo } from 'react';
import type { DocumentRow } from '../../shared/document.ts';
import { documentFinder } from '../../shared/find-document.ts';
import type { CaseId, RecordId } from '../../shared/ids.ts';
import { usShortDate } from '../../shared/partial-date.ts';
import { RECORD_KIND_NAMES } from '../../shared/record.ts';
import { useQueryOf } from './hooks.ts';

/** A page as citations name it: its file, and its number there. */
export type PagePlace = { readonly record: RecordId; readonly page: number };

/** A record as sources name it: its title, or its kind, and its date. */
export const recordName = ({ title, kind, date }: Pick<DocumentRow, 'title' | 'kind' | 'date'>): string => {
  const name = title === '' ? RECORD_KIND_NAMES[kind] : title;
  return date === null || name.includes(usShortDate(date)) ? name : `${name} ${usShortDate(date)}`;
};

/** Kinds of records by the names that reviewers write them with; the others by their own. */
const SHORT_NAMES: Readonly<Partial<Record<DocumentRow['kind'], string>>> = {
  'first-report': 'DFR',
  'progress-report': 'Report',
  'therapy-note': 'Therapy',
  consultation: 'Consult',
  'imaging-report': 'Imaging',
  'drug-test': 'Drug test',
  'operative-report': 'Operation',
  'medical-legal-report': 'Med-legal',
  'utilization-review': 'UR',
  'request-for-authorization': 'RFA',
  'imr-application': 'IMR form',
};
const PRINTED = /\b(?:PR-?2|PR-?4|QME|AME|EMG|MRI|CT|X-?ray|DFR)\b/i;

/** A record in two words, for a margin: `PR-2 09/12`, by what its title prints or its kind, and month and day. */
const shortRecordName = ({ title, kind, date }: Pick<DocumentRow, 'title' | 'kind' | 'date'>): string => {
  const name = PRINTED.exec(title)?.[0] ?? SHORT_NAMES[kind] ?? RECORD_KIND_NAMES[kind];
  return date?.length === 10 ? `${name} ${date.slice(5, 7)}/${date.slice(8, 10)}` : name;
};

/** Finds the record in which a page stands. */
export const useRecordAt = (caseId: CaseId): ((place: PagePlace) => DocumentRow | undefined) => {
  const { data: records } = useQueryOf('document.list', { caseId });
  return useMemo(() => documentFinder(records ?? []), [records]);
};

/** Names the record and page that a source stands on: `Progress report 06/10/14, p. 2`; the page is the file's. */
export const useSourceLabel = (caseId: CaseId): ((source: PagePlace) => string) => {
  const recordAt = useRecordAt(caseId);
  return useMemo(
    () => (source) => {
      const record = recordAt(source);
      return `${record === undefined ? 'Record' : recordName(record)}, p. ${source.page}`;
    },
    [recordAt],
  );
};

/** A source as a margin names it: the record in two words, and the page. */
export type ShortSource = { readonly record: string; readonly page: string };

/** Names the record and page that a source stands on, for a margin. */
export const useShortSource = (caseId: CaseId): ((source: PagePlace) => ShortSource) => {
  const recordAt = useRecordAt(caseId);
  return useMemo(
    () => (source) => {
      const record = recordAt(source);
      return { record: record === undefined ? 'Record' : shortRecordName(record), page: `p. ${String(source.page)}` };
    },
    [recordAt],
  );
};
