import type { Entry } from '../../../shared/entry.ts';
import type { EntryId } from '../../../shared/ids.ts';
import { compareDates, type PartialDate } from '../../../shared/partial-date.ts';
import type { Treatment, TreatmentFact } from '../../../shared/treatment.ts';
import { TreatmentKind } from '../../../shared/treatment.ts';
import type { VisitKind } from '../../../shared/visit.ts';
import { gatherTreatments, type Gathered, type StatementOfFact } from './gather-treatments.ts';
import { nameTreatment } from './treatment-names.ts';

/** A fact as the ledger needs it, with what its visit says. */
export type LedgerFact = Pick<Entry, 'id' | 'visit' | 'kind' | 'text' | 'date' | 'sources' | 'state'> & {
  readonly visitKind: VisitKind;
  readonly specialty: string;
};

/** Documents that speak of treatments that others have given. */
const GIVES_NONE: readonly VisitKind[] = ['request', 'utilization-review', 'laboratory', 'study'];

const days = (dates: readonly (PartialDate | null)[]): PartialDate[] =>
  [...new Set(dates.filter((date) => date !== null))].sort(compareDates);

const toFact = ({ fact }: StatementOfFact): TreatmentFact => ({
  ...{ entry: fact.id, visit: fact.visit, text: fact.text, date: fact.date, since: fact.date },
  ...{ times: 1, sources: [...fact.sources] },
});

/** The same words once, with the last and the first day on which they stand; in the order of time. */
const once = (statements: readonly StatementOfFact[]): TreatmentFact[] => {
  const told = new Map<string, TreatmentFact>();
  for (const statement of statements) {
    const fact = toFact(statement);
    const before = told.get(fact.text);
    if (before?.entry === fact.entry) continue;
    told.set(fact.text, before === undefined ? fact : { ...fact, since: before.since, times: before.times + 1 });
  }
  return [...told.values()].sort((a, b) => compareDates(a.date ?? '9999', b.date ?? '9999'));
};

const SCORE = /\b\d{1,2}(?:\.\d)?\s?\/\s?10\b/u;

/** Of the scores of a course the first and the last one tell how it went. */
const responsesOf = (statements: readonly StatementOfFact[]): TreatmentFact[] => {
  const scored = statements.filter(({ fact, isOfCourse }) => isOfCourse && SCORE.test(fact.text));
  const ends = new Set([scored[0], scored.at(-1)]);
  return once(statements.filter((one) => (one.isResponse && !one.isSideEffect) || ends.has(one)));
};

const isGiven = ({ role, fact }: StatementOfFact): boolean =>
  (role === 'given' || role === 'stopped') && !GIVES_NONE.includes(fact.visitKind) && fact.kind !== 'diagnosis';

/** The days that a statement gives a treatment for. */
const givenOn = (statement: StatementOfFact): (PartialDate | null)[] => {
  if (!isGiven(statement)) return [];
  const { since, until, on, fact } = statement;
  return since !== null || until !== null ? [since, until ?? fact.date] : [on ?? fact.date];
};

/** The days with a note of their own: of sessions by their visits, of procedures by the notes of them. */
const noteDays = (statements: readonly StatementOfFact[], kind: TreatmentKind): PartialDate[] =>
  kind === 'drug' || kind === 'device'
    ? []
    : days(
        statements.flatMap((statement) => {
          if (statement.isMissed) return [];
          if (statement.isOfCourse) return [statement.fact.date];
          const isProcedure = statement.fact.visitKind === 'procedure' || statement.fact.kind === 'procedure';
          return kind !== 'therapy' && isProcedure && isGiven(statement) ? [statement.on ?? statement.fact.date] : [];
        }),
      );

const amounts = (statements: readonly StatementOfFact[], role: StatementOfFact['role']): Treatment['requested'] => {
  const seen = new Set<EntryId>();
  return statements.flatMap((statement) => {
    if (statement.role !== role || statement.sessions === null || seen.has(statement.fact.id)) return [];
    seen.add(statement.fact.id);
    return [{ ...statement.sessions, fact: toFact(statement) }];
  });
};

const reportedOf = (statements: readonly StatementOfFact[]): Treatment['reported'] =>
  statements
    .filter((one) => one.sessions !== null && isGiven(one) && !one.isOfCourse)
    .map((one) => ({ count: one.sessions?.count ?? 0, of: one.sessions?.of ?? null, fact: toFact(one) }))
    .reduce<Treatment['reported']>((most, one) => (most === null || one.count > most.count ? one : most), null);

const dosesOf = (statements: readonly StatementOfFact[]): Treatment['doses'] => {
  const doses = new Map<string, Treatment['doses'][number]>();
  for (const statement of statements)
    if (statement.dose !== '' && isGiven(statement) && !doses.has(statement.dose.toLowerCase()))
      doses.set(statement.dose.toLowerCase(), { words: statement.dose, fact: toFact(statement) });
  return [...doses.values()];
};

/** What a session's note says beside how the course went tells of the day, not of the treatment. */
const isOfTreatment = ({ isOfCourse, isResponse }: StatementOfFact): boolean => !isOfCourse || isResponse;

const toTreatment = ({ named, statements: all }: Gathered): Treatment => {
  const isAccepted = ({ fact }: StatementOfFact): boolean => fact.state === 'accepted';
  const statements = all.filter(isAccepted);
  const ofNotes = noteDays(statements, named.kind);
  const isOfDays = named.kind !== 'drug' && named.kind !== 'device' && ofNotes.length > 0;
  const span = isOfDays ? ofNotes : days(statements.flatMap(givenOn));
  const stopped = statements.findLast(({ role }) => role === 'stopped');
  return {
    ...{ id: [named.kind, named.name, named.side, named.part].filter((part) => part !== '').join(' ') },
    ...{ kind: named.kind, name: nameTreatment(named) },
    from: span[0] ?? null,
    to: span.at(-1) ?? null,
    stopped: stopped === undefined ? null : (stopped.on ?? stopped.fact.date),
    doses: dosesOf(statements),
    days: ofNotes,
    missed: days(statements.filter(({ isMissed }) => isMissed).map(({ fact }) => fact.date)).length,
    reported: reportedOf(statements),
    requested: amounts(statements, 'requested'),
    authorised: amounts(statements, 'authorised'),
    responses: responsesOf(statements),
    sideEffects: once(statements.filter(({ isSideEffect }) => isSideEffect)),
    facts: once(statements.filter(isOfTreatment)),
    folded: [...new Set(all.filter((one) => !isAccepted(one) && isOfTreatment(one)).map(({ fact }) => fact.id))],
  };
};

/**
 * Every treatment that the facts of a case document, drugs first, each kind in the order of time. `facts` are the
 * accepted ones and, to be offered, those of accepted visits that were not taken.
 */
export const treatmentLedger = (facts: readonly LedgerFact[], latest: PartialDate): Treatment[] =>
  gatherTreatments(facts, latest)
    .map(toTreatment)
    .sort(
      (a, b) =>
        TreatmentKind.options.indexOf(a.kind) - TreatmentKind.options.indexOf(b.kind) ||
        compareDates(a.from ?? '9999', b.from ?? '9999') ||
        (a.name < b.name ? -1 : 1),
    );
