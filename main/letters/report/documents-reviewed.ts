import type { LetterBlock } from '../../../shared/letter.ts';
import type { Part } from '../../../shared/part.ts';
import { usDate, type PartialDate } from '../../../shared/partial-date.ts';
import { RECORD_KIND_NAMES } from '../../../shared/record.ts';
import type { ReviewedDocument } from '../../../shared/reviewed.ts';
import { closeLines } from '../close-lines.ts';

const REPORT: Part = { kind: 'report' };

const datesOf = (dates: readonly PartialDate[]): string => {
  const sorted = [...new Set(dates)].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return 'undated';
  return sorted.length > 3
    ? `${String(sorted.length)} dates from ${usDate(first)} to ${usDate(last)}`
    : sorted.map(usDate).join(', ');
};

const counted = (count: number, what: string): string => `${String(count)} ${what}${count === 1 ? '' : 's'}`;

const lineOf = ({ kind, provider, dates, pages }: ReviewedDocument): string =>
  [
    RECORD_KIND_NAMES[kind],
    ...(provider.trim() === '' ? [] : [provider.trim()]),
    datesOf(dates),
    counted(pages, 'page'),
  ].join(', ');

const earliest = ({ dates }: ReviewedDocument): string => [...dates].sort()[0] ?? '9999';

/** The documents by their first date, undated ones last. */
export const oldestFirst = (documents: readonly ReviewedDocument[]): ReviewedDocument[] =>
  [...documents].sort((a, b) => (earliest(a) < earliest(b) ? -1 : earliest(a) > earliest(b) ? 1 : 0));

const line = (text: string): LetterBlock => ({ style: 'body', part: REPORT, runs: [{ text, bold: false }] });

/** The list of documents reviewed, oldest first: kind, provider, date or dates, pages. */
export const composeDocumentsReviewed = (documents: readonly ReviewedDocument[]): LetterBlock[] => [
  { style: 'heading', part: REPORT, runs: [{ text: 'DOCUMENTS REVIEWED', bold: true }] },
  ...closeLines([
    ...oldestFirst(documents).map((document, index) => line(`${String(index + 1)}. ${lineOf(document)}`)),
    line(
      `In all ${counted(documents.length, 'document')}, ${counted(
        documents.reduce((sum, { pages }) => sum + pages, 0),
        'page',
      )}.`,
    ),
  ]),
];
