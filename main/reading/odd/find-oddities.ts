import { OddityKind, type FoundOddity } from '../../../shared/oddity.ts';
import { missingRecords } from './missing-records.ts';
import type { OddContext, OddDocument } from './odd-document.ts';
import { oddDates, oddPersons, personSigns } from './odd-persons.ts';
import { afterDecision, gaps, missingReports } from './odd-times.ts';
import { oddDoses, oddSides, oddSurgery } from './odd-values.ts';
import { oddVersions } from './odd-versions.ts';

/**
 * What is missing from the records or odd in them, contradictions first. Each is said once, with the words that it
 * rests on; the documents are those of the worker.
 */
export const findOddities = (documents: readonly OddDocument[], context: OddContext): FoundOddity[] => {
  const signs = documents.map((document) => personSigns(document, context.latest));
  const all = [
    ...oddDates(signs, context),
    ...oddSides(documents),
    ...oddDoses(documents),
    ...oddSurgery(documents),
    ...oddVersions(documents),
    ...oddPersons(signs),
    ...missingRecords(documents, context.latest),
    ...missingReports(documents, context),
    ...gaps(context),
    ...afterDecision(documents, context),
  ];
  const unique = [...new Map(all.map((one) => [one.id, one])).values()];
  return unique.sort((a, b) => OddityKind.options.indexOf(a.kind) - OddityKind.options.indexOf(b.kind));
};
