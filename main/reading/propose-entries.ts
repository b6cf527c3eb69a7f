import type { EntryDraft } from '../../shared/entry.ts';
import type { PartialDate } from '../../shared/partial-date.ts';
import type { RecordDescription } from './describe-record.ts';
import { datesOnPage } from './dates-on-page.ts';
import { datingFrom, findEncounters, type Encounter } from './find-encounters.ts';
import { findVisitDates } from './find-visit-dates.ts';
import type { SectionKind } from './heading-words.ts';
import { isTreatmentRow, proposeDrugRows } from './propose-drug-rows.ts';
import { proposeDrugTest } from './propose-drug-test.ts';
import { proposeRequest, proposeReview } from './propose-review.ts';
import { proposeOperation, proposeStudy } from './propose-study.ts';
import { isTherapyRow, proposeTherapyRow } from './propose-therapy-rows.ts';
import { proposeVisit } from './propose-visit.ts';
import { toDraft, type Proposal, type Reading } from './proposal.ts';
import { readLines, type Line } from './read-lines.ts';
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

const CONTENT: readonly SectionKind[] = [
  'subjective',
  'objective',
  'diagnosis',
  'plan',
  'mechanism',
  'results',
  'request',
];

const readingOf = (
  source: RecordText,
  lines: readonly Line[],
  description: RecordDescription,
  { latest, dateOfInjury }: ReadingContext,
): Reading => {
  const text = source.pages.map((page) => page.text).join('\n');
  const injuries = source.pages
    .flatMap((page) => datesOnPage(page, latest))
    .filter(({ kind, precision }) => kind === 'injury' && precision === 'day');
  return {
    source,
    description,
    latest,
    speech: { pronoun: pronounOf(text), names: personNames(text) },
    dateOfInjury: dateOfInjury ?? mostFrequent(injuries.map(({ date }) => date)),
    isPlain: lines.every((line) => !CONTENT.includes(headingOf(line.text)?.kind ?? 'other')),
  };
};

const main = (visits: readonly Encounter[], description: RecordDescription): Encounter | undefined =>
  visits.find(({ date }) => date === description.date) ?? visits[0];

const perVisit = (reading: Reading, visits: readonly Encounter[]): Proposal[] => {
  const isTherapy = reading.description.kind === 'therapy-note';
  return visits.flatMap((visit) => {
    const prose = {
      ...visit,
      lines: visit.lines.map((line): Line =>
        isTreatmentRow(line, reading.latest) ? { ...line, print: 'row of a table' } : line,
      ),
    };
    if (!isTherapy || visits.length < 3 || !isTherapyRow(visit)) return proposeVisit(reading, prose);
    // Below a row stand its wrapped columns; a note begins only at a heading.
    const heading = visit.lines.findIndex(({ text }, at) => at > 0 && headingOf(text) !== null);
    return [
      ...proposeTherapyRow(reading, visit),
      ...(heading === -1 ? [] : proposeVisit(reading, { ...visit, lines: visit.lines.slice(heading) })),
    ];
  });
};

const ofDocument = (source: RecordText, description: RecordDescription, context: ReadingContext): EntryDraft[] => {
  const lines = readLines(source.pages);
  const reading = readingOf(source, lines, description, context);
  return proposalsOf(reading, lines).map((proposal) => toDraft(reading, proposal));
};

const proposalsOf = (reading: Reading, lines: readonly Line[]): Proposal[] => {
  const { source, description, latest } = reading;
  const visits = findEncounters(lines, findVisitDates(source, lines, latest), description);
  const whole: Encounter = { ...datingFrom(description), lines, isEntry: false };
  const about = { ...(main(visits, description) ?? whole), lines };
  const asNote = (): Proposal[] => [...perVisit(reading, visits), ...proposeDrugRows(reading, lines)];
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
      return proposeStudy(reading, about);
    case 'operative-report': {
      const operation = proposeOperation(reading, about);
      return operation.length > 0 ? operation : asNote();
    }
    case 'drug-test':
      return proposeDrugTest(about);
    case 'first-report':
    case 'progress-report':
    case 'consultation':
    case 'therapy-note':
    case 'medical-legal-report':
    case 'work-status':
    case 'other':
      return asNote();
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
      ofDocument(document.source, document.description, context),
    ),
  );
