import { useMemo } from 'react';
import type { CaseId, RecordId } from '../../shared/ids.ts';
import { usShortDate } from '../../shared/partial-date.ts';
import type { RecordRow } from '../../shared/record.ts';
import { RECORD_KIND_NAMES } from '../../shared/record.ts';
import { useQueryOf } from './hooks.ts';

/** A record as sources name it: its title, or its kind, and its date. */
export const recordName = ({ title, kind, date }: Pick<RecordRow, 'title' | 'kind' | 'date'>): string => {
  const name = title === '' ? RECORD_KIND_NAMES[kind] : title;
  return date === null || name.includes(usShortDate(date)) ? name : `${name} ${usShortDate(date)}`;
};

/** Names the record and page that a source stands on: `Progress report 06/10/14, p. 2`. */
export const useSourceLabel = (
  caseId: CaseId,
): ((source: { readonly record: RecordId; readonly page: number }) => string) => {
  const { data: records } = useQueryOf('record.list', { caseId });
  return useMemo(() => {
    const names = new Map(records?.map((record) => [record.id, recordName(record)]));
    return ({ record, page }) => `${names.get(record) ?? 'Record'}, p. ${page}`;
  }, [records]);
};
