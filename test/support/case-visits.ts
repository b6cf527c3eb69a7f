import { proposeEntries } from '../../main/reading/propose-entries.ts';
import { splitRecords, type FilePages } from '../../main/reading/records/split-records.ts';
import { visitsOf, type VisitContext, type VisitDraft } from '../../main/reading/visits/visits-of.ts';
import type { RecordKind } from '../../shared/record.ts';

/** Kinds of which nobody counts the pages as clinical record. */
const NOT_CLINICAL: readonly RecordKind[] = [
  'fax-cover',
  'billing',
  'blank',
  'imr-application',
  'request-for-authorization',
  'utilization-review',
];

export type CaseVisits = {
  readonly visits: readonly VisitDraft[];
  /** Statements that were put up one by one before there were visits. */
  readonly statements: number;
  readonly clinicalPages: number;
  readonly keyFacts: number;
};

/** The visits of a case as its files are dropped, those of another patient left out, and how much there is to judge. */
export const caseVisits = (files: readonly FilePages[], latest: string, context: VisitContext): CaseVisits => {
  const parts = files.flatMap((file) =>
    splitRecords(file, { latest })
      .filter(({ patient }) => patient === 'worker')
      .map((record) => ({
        ...{ file, record },
        pages: file.pages.filter(({ page }) => page >= record.first && page <= record.last),
      })),
  );
  const drafts = parts.flatMap(({ file, pages, record }) => {
    const source = { ...file, pages };
    const reading = { latest, ...(context.dateOfInjury !== undefined && { dateOfInjury: context.dateOfInjury }) };
    return proposeEntries(source, record, reading);
  });
  const visits = visitsOf(drafts, context);
  return {
    visits,
    statements: drafts.length,
    clinicalPages: parts
      .filter(({ record }) => !NOT_CLINICAL.includes(record.kind))
      .reduce((sum, { pages }) => sum + pages.length, 0),
    keyFacts: visits.flatMap(({ facts }) => facts).filter(({ rank }) => rank === 'key').length,
  };
};
