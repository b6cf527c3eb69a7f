import type { EntryDraft } from '../../shared/entry.ts';
import { findDates } from '../../shared/find-dates.ts';
import type { PartialDate } from '../../shared/partial-date.ts';
import type { RecordDescription } from './describe-record.ts';
import { findEncounters } from './find-encounters.ts';
import { findVisitDates } from './find-visit-dates.ts';
import { proposeVisit } from './propose-visit.ts';
import type { Reading } from './proposal.ts';
import { readLines } from './read-lines.ts';
import type { RecordText } from './record-text.ts';
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

const readingOf = (source: RecordText, description: RecordDescription, { latest, dateOfInjury }: ReadingContext): Reading => {
  const text = source.pages.map((page) => page.text).join('\n');
  const injuries = source.pages.flatMap((page) => findDates(page.text, { latest })).filter(({ kind, precision }) => kind === 'injury' && precision === 'day');
  return { source, description, latest, speech: { pronoun: pronounOf(text), names: personNames(text) }, dateOfInjury: dateOfInjury ?? mostFrequent(injuries.map(({ date }) => date)) };
};

/** The timeline entries that a record proposes, each with its date, its words on the page and the reason in one sentence. */
export const proposeEntries = (source: RecordText, description: RecordDescription, context: ReadingContext): EntryDraft[] => {
  const reading = readingOf(source, description, context);
  const lines = readLines(source.pages);
  return findEncounters(lines, findVisitDates(source, lines, context.latest), description).flatMap((visit) => proposeVisit(reading, visit));
};
