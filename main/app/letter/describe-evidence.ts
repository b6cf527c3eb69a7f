import type { CaseFinding } from '../../../shared/check.ts';
import type { Letter } from '../../../shared/letter.ts';
import type { RecordRow } from '../../../shared/record.ts';
import type { ReviewedDocument } from '../../../shared/reviewed.ts';
import type { TextSpan } from '../../../shared/span.ts';
import type { Citation, EvidenceReportInput, PageAccount } from '../../letters/report/evidence-report.ts';
import { oldestFirst } from '../../letters/report/documents-reviewed.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { listEntries } from '../../store/entries.ts';
import { listItems } from '../../store/items.ts';
import { listPages } from '../../store/pages.ts';
import { listRecords } from '../../store/records.ts';
import { citedSentences } from '../summary/read-summary.ts';

/** Every span that the summary or an item rests on. */
const citedSpans = (file: ReadCase): TextSpan[] => [
  ...citedSentences(file).flatMap(({ sources }) => sources),
  ...listItems(file).flatMap(({ evidence }) => evidence.map(({ span }) => span)),
];

/** The pages of each record: read, read by eye, cited. */
const accountPages = (file: ReadCase, records: readonly RecordRow[]): PageAccount[] => {
  const pages = listPages(file);
  const cited = new Set(citedSpans(file).map(({ record, page }) => `${record} ${String(page)}`));
  return records.map(({ id, title }) => {
    const own = pages.filter(({ record }) => record === id);
    return {
      record: title,
      pages: own.length,
      read: own.filter(({ isRead }) => isRead).length,
      byEye: own.filter(({ eye }) => eye !== null).length,
      cited: own.filter(({ number }) => cited.has(`${id} ${String(number)}`)).length,
    };
  });
};

/**
 * What the evidence report of a case tells; `verified` is what was found of its file, `overridden` are the findings that were exported against, with their
 * reasons.
 */
export const describeEvidence = (
  file: ReadCase,
  letter: Letter,
  verified: EvidenceReportInput['verified'],
  overridden: EvidenceReportInput['overridden'],
): EvidenceReportInput => {
  const records = listRecords(file);
  const titles = new Map(records.map(({ id, title }) => [id, title]));
  const cite = ({ record, page, quote }: TextSpan): Citation => ({
    record: titles.get(record) ?? 'A record that was removed',
    page,
    quote,
  });
  return {
    caseNumber: letter.header.caseNumber,
    sentences: citedSentences(file).map(({ text, sources }) => ({ text, sources: sources.map(cite) })),
    items: listItems(file).map(({ heading, decision, rationale, evidence, outsideReason, worksheet }) => ({
      heading,
      decision: decision ?? 'not decided',
      rationale,
      outsideReason,
      worksheet,
      evidence: evidence.map(({ span, note }) => ({ ...cite(span), note })),
    })),
    searches: [],
    pages: accountPages(file, records),
    verified,
    overridden,
  };
};

/**
 * The records as the list of documents reviewed names them: their own date, and the days of service that they tell of.
 */
export const reviewedDocuments = (file: ReadCase): ReviewedDocument[] => {
  const served = listEntries(file).filter(
    ({ state, dateKind, date }) => state !== 'rejected' && dateKind === 'service' && date !== null,
  );
  const datesOf = ({ id, date }: RecordRow): string[] =>
    [
      ...new Set([
        ...(date === null ? [] : [date]),
        ...served.filter(({ sources }) => sources.some(({ record }) => record === id)).map((entry) => entry.date ?? ''),
      ]),
    ].sort();
  return oldestFirst(
    listRecords(file).map((record) => ({
      kind: record.kind,
      provider: record.provider,
      dates: datesOf(record),
      pages: record.pages,
    })),
  );
};

/** The findings that stand in the letter against their reason, as the report names them. */
export const overriddenIn = (findings: readonly CaseFinding[]): EvidenceReportInput['overridden'] =>
  findings.flatMap(({ check, message, overridden }) =>
    overridden === null ? [] : [{ check, message, reason: overridden }],
  );
