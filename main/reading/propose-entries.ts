import type { PartialDate } from '../../shared/partial-date.ts';
import type { RecordDescription } from './describe-record.ts';
import { datingFrom, findEncounters, type Encounter } from './find-encounters.ts';
import { findSpecialty } from './find-specialty.ts';
import { findVisitDates } from './find-visit-dates.ts';
import type { SectionKind } from './heading-words.ts';
import { injuryDateOf } from './injury-date.ts';
import { isTreatmentRow, proposeDrugRows } from './propose-drug-rows.ts';
import { proposeDrugTest } from './propose-drug-test.ts';
import { proposeNamedRows } from './propose-named-rows.ts';
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
import type { ToldDraft } from './visits/told-draft.ts';

export type ReadingContext = {
  /** The last day that two-digit years may mean. */
  readonly latest: PartialDate;
  readonly dateOfInjury?: PartialDate;
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
  return {
    source,
    description,
    specialty: findSpecialty(lines, description),
    latest,
    speech: { pronoun: pronounOf(text), names: personNames(text) },
    dateOfInjury: dateOfInjury ?? injuryDateOf(source.pages, latest),
    isPlain: lines.every((line) => !CONTENT.includes(headingOf(line.text)?.kind ?? 'other')),
  };
};

const main = (visits: readonly Encounter[], description: RecordDescription): Encounter | undefined =>
  visits.find(({ date }) => date === description.date) ?? visits[0];

/** What was proposed, and in which encounter it is told. */
type Told = readonly [visit: Encounter, proposal: Proposal];
const within = (visit: Encounter, proposals: readonly Proposal[]): Told[] =>
  proposals.map((proposal) => [visit, proposal]);

const ofVisit = (reading: Reading, visit: Encounter, isInFlowSheet: boolean): Proposal[] => {
  const prose = {
    ...visit,
    lines: visit.lines.map((line): Line =>
      isTreatmentRow(line, reading.latest) ? { ...line, print: 'row of a table' } : line,
    ),
  };
  if (!isInFlowSheet || !isTherapyRow(visit))
    return [...proposeVisit(reading, prose), ...proposeNamedRows(reading, visit)];
  // Below a row stand its wrapped columns; a note begins only at a heading.
  const heading = visit.lines.findIndex(({ text }, at) => at > 0 && headingOf(text) !== null);
  return [
    ...proposeTherapyRow(reading, visit),
    ...(heading === -1 ? [] : proposeVisit(reading, { ...visit, lines: visit.lines.slice(heading) })),
  ];
};

const perVisit = (reading: Reading, visits: readonly Encounter[]): Told[] => {
  const isFlowSheet = reading.description.kind === 'therapy-note' && visits.length > 2;
  return visits.flatMap((visit) => within(visit, ofVisit(reading, visit, isFlowSheet)));
};

const ofDocument = (source: RecordText, description: RecordDescription, context: ReadingContext): ToldDraft[] => {
  const lines = readLines(source.pages);
  const reading = readingOf(source, lines, description, context);
  return proposalsOf(reading, lines).map(([visit, proposal]) => toDraft(reading, visit, proposal));
};

const proposalsOf = (reading: Reading, lines: readonly Line[]): Told[] => {
  const { source, description, latest } = reading;
  const visits = findEncounters(lines, findVisitDates(source, lines, latest), description);
  const whole: Encounter = { ...datingFrom(description), lines, isEntry: false };
  const about = { ...(main(visits, description) ?? whole), lines };
  const asNote = (): Told[] => [...perVisit(reading, visits), ...within(about, proposeDrugRows(reading, lines))];
  switch (description.kind) {
    case 'imr-application':
    case 'imr-determination':
    case 'billing':
    case 'fax-cover':
    case 'blank':
      return [];
    case 'utilization-review':
      return within(whole, proposeReview(reading, whole));
    case 'request-for-authorization':
      return within(whole, proposeRequest(reading, whole));
    case 'imaging-report':
    case 'electrodiagnostic-report':
      return within(about, proposeStudy(reading, about));
    case 'operative-report': {
      const operation = proposeOperation(reading, about);
      return operation.length > 0 ? within(about, operation) : asNote();
    }
    case 'drug-test':
      return within(about, proposeDrugTest(about));
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
const distinct = (drafts: readonly ToldDraft[]): ToldDraft[] =>
  [...Map.groupBy(drafts, ({ kind, date, sources }) => JSON.stringify([kind, date, sources[0]])).values()].flatMap(
    ([first]) => first ?? [],
  );

/**
 * The timeline entries that a record proposes, in page order: each with its date, its kind, a statement in the manner
 * of a letter, the exact words on the page, the reason in one sentence and the encounter that it is told in. Headers,
 * forms' print and other people's pages give none.
 */
export const proposeEntries = (
  source: RecordText,
  description: RecordDescription,
  context: ReadingContext,
): ToldDraft[] =>
  distinct(
    splitDocuments(source, description, context.latest).flatMap((document) =>
      ofDocument(document.source, document.description, context),
    ),
  );
