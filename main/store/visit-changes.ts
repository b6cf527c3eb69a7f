import type { VisitId } from '../../shared/ids.ts';
import type { ReadCase } from './case-file.ts';
import { theCase } from './open-case.ts';
import type { Patch } from './stale-fields.ts';

/** What was written since the case was opened: the number of the last change that touched each visit. */
type Noted = { readonly since: number; readonly lastOf: Map<VisitId, number> };

const noted = new WeakMap<ReadCase, Noted>();

const notedOf = (file: ReadCase, revision: number): Noted => {
  const owner = theCase(file);
  const known = noted.get(owner) ?? { since: revision, lastOf: new Map<VisitId, number>() };
  noted.set(owner, known);
  return known;
};

const visitsIn = ({ table, id, before, after }: Patch): VisitId[] => {
  if (table === 'visit') return [id as VisitId];
  if (table !== 'entry') return [];
  // A fact that was moved changes the visit that it left, too.
  return [before?.['visit'], after?.['visit']].filter((visit) => typeof visit === 'string') as VisitId[];
};

/** Remembers which visits a change touched; `before` and `after` are the case's revisions around it. */
export const noteVisits = (
  file: ReadCase,
  patches: readonly Patch[],
  { before, after }: { readonly before: number; readonly after: number },
): void => {
  const { lastOf } = notedOf(file, before);
  for (const patch of patches) for (const visit of visitsIn(patch)) lastOf.set(visit, after);
};

/**
 * The visits that were written since that revision, gone ones too; null where that is not known any more, as for
 * revisions of before the case was opened. `revision` is the case's own.
 */
export const visitsSince = (file: ReadCase, since: number, revision: number): VisitId[] | null => {
  const known = notedOf(file, revision);
  if (since < known.since || since > revision) return null;
  return [...known.lastOf].filter(([, last]) => last > since).map(([visit]) => visit);
};
