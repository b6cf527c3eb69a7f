import type { LetterBlock } from '../../../shared/letter.ts';
import type { Part } from '../../../shared/part.ts';
import { usDate, type PartialDate } from '../../../shared/partial-date.ts';
import { RECORD_KIND_NAMES } from '../../../shared/record.ts';
import type { DocumentsGrain, ReviewedDocument } from '../../../shared/reviewed.ts';
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

const pagesOf = (documents: readonly ReviewedDocument[]): number =>
  documents.reduce((sum, { pages }) => sum + pages, 0);

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

/** Everything of one provider as one line; what has no provider goes by its kind. */
const providerLines = (documents: readonly ReviewedDocument[]): string[] => {
  const named = ({ provider, kind }: ReviewedDocument): string => provider.trim() || RECORD_KIND_NAMES[kind];
  return [...Map.groupBy(documents, named)].map(([name, group]) => {
    const dates = group.flatMap((one) => one.dates).sort();
    const [first, last] = [dates[0], dates.at(-1)];
    return [
      name,
      first === undefined || last === undefined
        ? 'undated'
        : first === last
          ? usDate(first)
          : `${usDate(first)} to ${usDate(last)}`,
      counted(group.length, 'record'),
      counted(pagesOf(group), 'page'),
    ].join(', ');
  });
};

/** `unread`: pages that could not be read, or only with doubt, as a reader names them. */
type Listing = { readonly grain: DocumentsGrain; readonly unread: readonly string[] };

/**
 * The list of documents reviewed, oldest first: each report with kind, provider, dates and pages, or each provider with
 * the span of its dates.
 */
export const composeDocumentsReviewed = (
  documents: readonly ReviewedDocument[],
  { grain, unread }: Listing = { grain: 'report', unread: [] },
): LetterBlock[] => {
  const sorted = oldestFirst(documents);
  const lines = grain === 'report' ? sorted.map(lineOf) : providerLines(sorted);
  return [
    { style: 'heading', part: REPORT, runs: [{ text: 'DOCUMENTS REVIEWED', bold: true }] },
    ...closeLines([
      ...lines.map((text, index) => line(`${String(index + 1)}. ${text}`)),
      line(`In all ${counted(documents.length, 'document')}, ${counted(pagesOf(documents), 'page')}.`),
      ...(unread.length === 0 ? [] : [line(`Could not be read, or only with doubt: ${unread.join('; ')}.`)]),
    ]),
  ];
};
