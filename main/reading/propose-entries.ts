import type { EntryDraft } from '../../shared/entry.ts';
import { findDates } from '../../shared/find-dates.ts';
import type { PartialDate } from '../../shared/partial-date.ts';
import type { RecordDescription } from './describe-record.ts';
import { datingFrom, findEncounters, type Encounter } from './find-encounters.ts';
import { findVisitDates } from './find-visit-dates.ts';
import { isTreatmentRow, proposeDrugRows } from './propose-drug-rows.ts';
import { proposeRequest, proposeReview } from './propose-review.ts';
import { proposeDrugTest, proposeOperation, proposeStudy } from './propose-study.ts';
import { isTherapyRow, proposeTherapyRow } from './propose-therapy-rows.ts';
import { proposeVisit } from './propose-visit.ts';
import type { Reading } from './proposal.ts';
import { readLines } from './read-lines.ts';
import type { RecordText } from './record-text.ts';
import { headingOf } from './section-headings.ts';
import { splitDocuments } from './split-documents.ts';
import { personNames, pronounOf } from './statement/third-person.ts';

export type ReadingContext = {
  /** The last day that two-digit years may mean. */
  readonly latest: PartialDate;
  readonly dateOfInjury?: PartialDate;
};

const mostFrequent = (dates: readonly PartialDate[]): PartialDate | null => {
  const counts = Map.groupBy(dates, (date) => date);
  return [...counts].sort((a, b) => b[1].length - a[1].length)[0]?.[0] ?? null;
};

const readingOf = (
  source: RecordText,
  description: RecordDescription,
  { latest, dateOfInjury }: ReadingContext,
): Reading => {
  const text = source.pages.map((page) => page.text).join('\n');
  const injuries = source.pages
    .flatMap((page) => findDates(page.text, { latest }))
    .filter(({ kind, precision }) => kind === 'injury' && precision === 'day');
  return {
    source,
    description,
    latest,
    speech: { pronoun: pronounOf(text), names: personNames(text) },
    dateOfInjury: dateOfInjury ?? mostFrequent(injuries.map(({ date }) => date)),
  };
};

const main = (visits: readonly Encounter[], description: RecordDescription): Encounter | undefined =>
  visits.find(({ date }) => date === description.date) ?? visits[0];

const perVisit = (reading: Reading, visits: readonly Encounter[]): EntryDraft[] => {
  const isTherapy = reading.description.kind === 'therapy-note';
  return visits.flatMap((visit) => {
    const prose = { ...visit, lines: visit.lines.filter((line) => !isTreatmentRow(line, reading.latest)) };
    if (!isTherapy || visits.length < 3 || !isTherapyRow(visit)) return proposeVisit(reading, prose);
    // Below a row stand its wrapped columns; a note begins only at a heading.
    const heading = visit.lines.findIndex(({ text }, at) => at > 0 && headingOf(text) !== null);
    return [
      ...proposeTherapyRow(reading, visit),
      ...(heading === -1 ? [] : proposeVisit(reading, { ...visit, lines: visit.lines.slice(heading) })),
    ];
  });
};

const ofDocument = (reading: Reading): EntryDraft[] => {
  const { source, description, latest } = reading;
  const lines = readLines(source.pages);
  const visits = findEncounters(lines, findVisitDates(source, lines, latest), description);
  const whole: Encounter = { ...datingFrom(description), lines, isEntry: false };
  const about = main(visits, description) ?? whole;
  switch (description.kind) {
    case 'imr-application':
    case 'imr-determination':
    case 'billing':
    case 'fax-cover':
    case 'blank':
      return [];
    case 'utilization-review':
      return proposeReview(reading, whole);
    case 'request-for-authorization':
      return proposeRequest(reading, whole);
    case 'imaging-report':
    case 'electrodiagnostic-report':
      return proposeStudy(reading, { ...about, lines });
    case 'operative-report':
      return proposeOperation(reading, { ...about, lines });
    case 'drug-test':
      return proposeDrugTest(reading, { ...about, lines });
    case 'first-report':
    case 'progress-report':
    case 'consultation':
    case 'therapy-note':
    case 'medical-legal-report':
    case 'work-status':
    case 'other':
      return [...perVisit(reading, visits), ...proposeDrugRows(reading, lines)];
  }
};

/** Two drafts of one day never cite the same words for the same kind: the first stands. */
const distinct = (drafts: readonly EntryDraft[]): EntryDraft[] =>
  [...Map.groupBy(drafts, ({ kind, date, sources }) => JSON.stringify([kind, date, sources[0]])).values()].flatMap(
    ([first]) => first ?? [],
  );

/**
 * The timeline entries that a record proposes, in page order: each with its date, its kind, a statement in the manner
 * of a letter, the exact words on the page and the reason in one sentence. Headers, forms' print and other people's
 * pages give none.
 */
export const proposeEntries = (
  source: RecordText,
  description: RecordDescription,
  context: ReadingContext,
): EntryDraft[] =>
  distinct(
    splitDocuments(source, description, context.latest).flatMap((document) =>
      ofDocument(readingOf(document.source, document.description, context)),
    ),
  );
