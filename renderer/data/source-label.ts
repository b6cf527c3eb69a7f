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
