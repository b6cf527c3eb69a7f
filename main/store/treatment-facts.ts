import type { VisitKind } from '../../shared/visit.ts';
import type { Entry } from '../../shared/entry.ts';
import type { ReadCase } from './case-file.ts';
import { query } from './statements.ts';

/** A fact as the ledger of treatments reads it. */
type TreatmentFactRow = Pick<Entry, 'id' | 'visit' | 'kind' | 'text' | 'date' | 'sources' | 'state'> & {
  readonly visitKind: VisitKind;
  readonly specialty: string;
};

/** The accepted facts, and those of accepted visits that were not taken, in the order of time. */
export const treatmentFacts = (file: ReadCase): TreatmentFactRow[] =>
  query<[], Omit<TreatmentFactRow, 'sources'> & { readonly sources: string }>(
    file,
    `SELECT entry.id, entry.visit, entry.kind, entry.text, entry.date, entry.sources, entry.state, visit.kind AS visitKind, visit.specialty
       FROM entry JOIN visit ON visit.id = entry.visit
       WHERE entry.state = 'accepted' OR (entry.state = 'proposed' AND entry.ticked = 0
         AND EXISTS (SELECT 1 FROM entry AS other WHERE other.visit = entry.visit AND other.state = 'accepted'))
       ORDER BY coalesce(entry.date, '9999'), visit.position, entry.position, entry.id`,
  )
    .all()
    .map(({ sources, ...fact }) => ({ ...fact, sources: JSON.parse(sources) as Entry['sources'] }));
