import type { PartialDate } from '../../shared/partial-date.ts';
import { describeRecord, type RecordDescription } from './describe-record.ts';
import type { RecordText } from './record-text.ts';
import { splitIntoParts } from './records/split-records.ts';

export type DocumentText = { readonly source: RecordText; readonly description: RecordDescription };

/**
 * The documents that a record's pages hold: one for most records, several where it was kept as one and yet each begins
 * with its own title. Pages of another patient are left out. A single document keeps the description that it came with.
 */
export const splitDocuments = (
  source: RecordText,
  description: RecordDescription,
  latest: PartialDate,
): DocumentText[] => {
  const parts = splitIntoParts(source, { latest });
  const { fileName: _, ...unnamed } = source;
  return parts
    .filter(({ record }) => record.patient === 'worker')
    .map(({ pages }) => {
      if (parts.length === 1) return { source, description };
      const part = { ...unnamed, pages };
      return { source: part, description: describeRecord(part, { latest }) };
    });
};
