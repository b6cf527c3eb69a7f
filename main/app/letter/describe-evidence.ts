import type { CaseFinding } from '../../../shared/check.ts';
import type { Letter } from '../../../shared/letter.ts';
import type { DocumentRow } from '../../../shared/document.ts';
import { documentFinder } from '../../../shared/find-document.ts';
import type { ReviewedDocument } from '../../../shared/reviewed.ts';
import type { TextSpan } from '../../../shared/span.ts';
import type { Citation, EvidenceReportInput, PageAccount } from '../../letters/report/evidence-report.ts';
import { oldestFirst } from '../../letters/report/documents-reviewed.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { daysOfService } from '../../store/entries.ts';
import { listItems } from '../../store/items.ts';
import { listPages } from '../../store/pages.ts';
import { documentsInCase, listDocuments } from '../../store/documents.ts';
import { citedSentences } from '../summary/read-summary.ts';
import { reportedSearches } from './kept-searches.ts';

/** Every span that the summary or an item rests on. */
const citedSpans = (file: ReadCase): TextSpan[] => [
  ...citedSentences(file).flatMap(({ sources }) => sources),
  ...listItems(file).flatMap(({ evidence }) => evidence.map(({ span }) => span)),
];

/** The pages of each document: read, read by eye, cited. */
const accountPages = (file: ReadCase): PageAccount[] => {
  const pages = Map.groupBy(listPages(file), ({ record }) => record);
  const cited = new Set(citedSpans(file).map(({ record, page }) => `${record} ${String(page)}`));
  return documentsInCase(file).map(({ file: record, first, last, title }) => {
    const own = pages.get(record)?.slice(first - 1, last) ?? [];
    return {
      record: title,
      pages: own.length,
      read: own.filter(({ isRead }) => isRead).length,
      byEye: own.filter(({ eye }) => eye !== null).length,
      cited: own.filter(({ number }) => cited.has(`${record} ${String(number)}`)).length,
    };
  });
};

/**
 * What the evidence report of a case tells; `verified` is what was found of its file, `guidelines` how far the table
 * goes, `overridden` are the findings that were exported against, with their reasons.
 */
export const describeEvidence = (
  file: ReadCase,
  letter: Letter,
  verified: EvidenceReportInput['verified'],
  guidelines: EvidenceReportInput['guidelines'],
  overridden: EvidenceReportInput['overridden'],
): EvidenceReportInput => {
  const documentOf = documentFinder(listDocuments(file));
  const cite = (span: TextSpan): Citation => ({
    record: documentOf(span)?.title ?? 'A record that was removed',
    page: span.page,
    quote: span.quote,
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
    searches: reportedSearches(file),
    pages: accountPages(file),
    verified,
    guidelines,
    overridden,
  };
};

/** Nothing is reviewed in these. */
const WITHOUT_WORDS: readonly DocumentRow['kind'][] = ['blank', 'fax-cover'];

/**
 * The documents as the list of those reviewed names them: their own date, and the days of service that they tell of.
 */
export const reviewedDocuments = (file: ReadCase): ReviewedDocument[] => {
  const documents = documentsInCase(file).filter(({ kind }) => !WITHOUT_WORDS.includes(kind));
  const documentOf = documentFinder(documents);
  const told = Map.groupBy(daysOfService(file), (place) => documentOf(place)?.id);
  const datesOf = ({ id, date }: DocumentRow): string[] =>
    [...new Set([...(date === null ? [] : [date]), ...(told.get(id) ?? []).map((day) => day.date)])].sort();
  return oldestFirst(
    documents.map((document) => ({
      kind: document.kind,
      provider: document.provider,
      dates: datesOf(document),
      pages: document.pages,
    })),
  );
};

/** The findings that stand in the letter against their reason, as the report names them. */
export const overriddenIn = (findings: readonly CaseFinding[]): EvidenceReportInput['overridden'] =>
  findings.flatMap(({ check, message, overridden }) =>
    overridden === null ? [] : [{ check, message, reason: overridden }],
  );
