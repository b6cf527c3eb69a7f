import { findDates, type DateInText } from '../../../shared/find-dates.ts';
import { findFacts, type Fact } from '../../../shared/find-facts.ts';
import type { DocumentRow } from '../../../shared/document.ts';
import type { PartialDate } from '../../../shared/partial-date.ts';
import type { TextSpan } from '../../../shared/span.ts';
import type { PageText } from '../record-text.ts';

/** A document of the worker's with the text of its pages. */
export type OddDocument = Pick<
  DocumentRow,
  'id' | 'file' | 'first' | 'last' | 'kind' | 'title' | 'date' | 'provider'
> & {
  readonly pages: readonly PageText[];
};

/** What is known of the case beside its records; empty dates are not known. */
export type OddContext = {
  /** The last day that a date may mean. */
  readonly latest: PartialDate;
  readonly dateOfInjury: string;
  readonly decisionDate: string;
  /** The days of its visits. */
  readonly visitDays: readonly PartialDate[];
};

/** The words between two offsets of a page. */
export const placeOn = (document: OddDocument, { page, text }: PageText, start: number, end: number): TextSpan => ({
  ...{ record: document.file, page, start, end },
  quote: text.slice(start, end),
});

/** All matches of a pattern in a document, with their pages. */
export const matchesIn = (
  document: OddDocument,
  pattern: RegExp,
): { readonly match: RegExpExecArray; readonly page: PageText; readonly span: TextSpan }[] =>
  document.pages.flatMap((page) =>
    [...page.text.matchAll(pattern)].map((match) => ({
      ...{ match, page },
      span: placeOn(document, page, match.index, match.index + match[0].length),
    })),
  );

const dates = new WeakMap<PageText, readonly DateInText[]>();
const facts = new WeakMap<PageText, readonly Fact[]>();

/** The dates of a page of a document, read once however many ask. */
export const datesOn = (page: PageText, { date }: OddDocument, latest: PartialDate): readonly DateInText[] => {
  const found =
    dates.get(page) ?? findDates(page.text, { latest, ...(date !== null && date.length === 10 && { near: date }) });
  dates.set(page, found);
  return found;
};

/** The facts of a page, read once however many ask. */
export const factsOn = (page: PageText): readonly Fact[] => {
  const found = facts.get(page) ?? findFacts(page.text);
  facts.set(page, found);
  return found;
};
