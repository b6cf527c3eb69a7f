import type { LetterBlock } from '../../../shared/letter.ts';
import { usDate, type PartialDate } from '../../../shared/partial-date.ts';
import { RECORD_KIND_NAMES, type RecordKind } from '../../../shared/record.ts';

/** A record as the list of documents reviewed names it (8 CCR 9792.10.6). */
export type ReviewedDocument = { readonly kind: RecordKind; readonly provider: string; readonly dates: readonly PartialDate[]; readonly pages: number };

const datesOf = (dates: readonly PartialDate[]): string => {
  const sorted = [...new Set(dates)].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return 'undated';
  return sorted.length > 3 ? `${String(sorted.length)} dates from ${usDate(first)} to ${usDate(last)}` : sorted.map(usDate).join(', ');
};

const lineOf = ({ kind, provider, dates, pages }: ReviewedDocument): string =>
  [RECORD_KIND_NAMES[kind], ...(provider.trim() === '' ? [] : [provider.trim()]), datesOf(dates), `${String(pages)} ${pages === 1 ? 'page' : 'pages'}`].join(', ');

/** The list of documents reviewed, oldest first: kind, provider, date or dates, pages. */
export const composeDocumentsReviewed = (documents: readonly ReviewedDocument[]): LetterBlock[] => {
  const earliest = ({ dates }: ReviewedDocument): string => [...dates].sort()[0] ?? '9999';
  const sorted = [...documents].sort((a, b) => (earliest(a) < earliest(b) ? -1 : earliest(a) > earliest(b) ? 1 : 0));
  return [
    { style: 'heading', part: 'documents', runs: [{ text: 'DOCUMENTS REVIEWED', bold: true }] },
    ...sorted.map((document, index): LetterBlock => ({ style: 'body', part: 'documents', runs: [{ text: `${String(index + 1)}. ${lineOf(document)}`, bold: false }] })),
    { style: 'body', part: 'documents', runs: [{ text: `In all ${String(documents.length)} ${documents.length === 1 ? 'document' : 'documents'}, ${String(documents.reduce((sum, { pages }) => sum + pages, 0))} pages.`, bold: false }] },
  ];
};
