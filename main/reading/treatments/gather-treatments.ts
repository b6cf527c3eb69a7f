import type { PartialDate } from '../../../shared/partial-date.ts';
import { compareDates } from '../../../shared/partial-date.ts';
import { readTreatments, type TreatmentStatement } from './read-treatments.ts';
import { treatmentsNamed, type NamedTreatment } from './treatment-names.ts';
import type { LedgerFact } from './treatment-ledger.ts';

/** What a fact says of a treatment. `isOfCourse`: it stands in the note of a session; `isMissed`: nobody came. */
export type StatementOfFact = Omit<TreatmentStatement, 'treatment'> & {
  readonly fact: LedgerFact;
  readonly isOfCourse: boolean;
  readonly isMissed: boolean;
};

/** A treatment with all that is said of it, in the order of time. */
export type Gathered = { readonly named: NamedTreatment; readonly statements: readonly StatementOfFact[] };

const MISSED = /\bdid not attend\b|\bno[- ]show\b|\bcancel+ed\b/iu;
const SOMETHING_ELSE: readonly NamedTreatment['kind'][] = ['drug', 'injection', 'surgery', 'device'];
const THERAPY: NamedTreatment = { kind: 'therapy', name: '', part: '', side: '' };

/** The service of a session's note; of no certain kind where it says none. */
const serviceOf = ({ specialty }: LedgerFact): NamedTreatment => {
  const found = treatmentsNamed(specialty).find(({ kind }) => kind === 'therapy');
  return found === undefined ? THERAPY : { kind: 'therapy', name: found.name, part: '', side: '' };
};

type Placed = { readonly named: NamedTreatment; readonly statement: StatementOfFact };

const GIVEN = { role: 'given', dose: '', sessions: null, since: null, until: null, on: null } as const;
const OUTCOME = /\b(?:progress|gain|plateau\w*|improv\w*|tolerat\w*|better|worse\w*|no change|unchanged|goals?)\b/iu;

/** A fact in the note of a session speaks of that course, unless it names something else. */
const ofSession = (fact: LedgerFact, latest: PartialDate): Placed[] => {
  const service = serviceOf(fact);
  const others = readTreatments(fact.text, false, latest).filter(
    ({ treatment: { kind, name } }) => SOMETHING_ELSE.includes(kind) || (name !== '' && name !== service.name),
  );
  const isMissed = MISSED.test(fact.text);
  const course: StatementOfFact = {
    ...{ ...GIVEN, fact, isMissed, isOfCourse: true },
    ...{ isResponse: others.length === 0 && OUTCOME.test(fact.text), isSideEffect: false },
  };
  return [
    { named: service, statement: course },
    ...others.map(({ treatment, ...statement }) => ({
      named: treatment,
      statement: { ...statement, fact, isOfCourse: false, isMissed: false },
    })),
  ];
};

const placedOf = (fact: LedgerFact, latest: PartialDate): Placed[] =>
  fact.visitKind === 'therapy'
    ? ofSession(fact, latest)
    : readTreatments(fact.text, fact.kind === 'request', latest).map(({ treatment, ...statement }) => ({
        named: treatment,
        statement: { ...statement, fact, isOfCourse: false, isMissed: false },
      }));

const keyOf = ({ kind, name, part, side }: NamedTreatment): string => [kind, name, part, side].join('|');
const detailOf = ({ name, part, side }: NamedTreatment): number =>
  (name === '' ? 0 : name.split(' ').length + 1) + Number(part !== '') + Number(side !== '');

const isWithin = (words: string, others: string): boolean =>
  words === '' || words.split(' ').every((word) => others.split(' ').includes(word));

/** Nobody calls it "the therapy". */
const HOME_EXERCISE = 'home exercise program';

/** Whether the words of one treatment may mean the other, which says more. */
const mayMean = (one: NamedTreatment, other: NamedTreatment): boolean =>
  one.kind === other.kind &&
  other.name !== HOME_EXERCISE &&
  isWithin(one.name, other.name) &&
  (one.part === '' || one.part === other.part) &&
  (one.side === '' || one.side === other.side);

const dayOf = ({ on, fact }: StatementOfFact): PartialDate | null => on ?? fact.date;

/** Of those that a vague name may mean the only one there is, or the only one on a day that its statements give. */
const meantBy = (one: Gathered, others: readonly Gathered[]): Gathered | undefined => {
  const candidates = others.filter(({ named }) => mayMean(one.named, named));
  if (candidates.length <= 1) return candidates[0];
  const own = new Set(one.statements.flatMap(({ on }) => on ?? []));
  const sameDay = candidates.filter(({ statements }) => statements.some((other) => own.has(dayOf(other) ?? '')));
  return sameDay.length === 1 ? sameDay[0] : undefined;
};

const inTime = (statements: readonly StatementOfFact[]): StatementOfFact[] =>
  [...statements].sort((a, b) => compareDates(a.fact.date ?? '9999', b.fact.date ?? '9999'));

/** Lets what is named vaguely join what it can only mean: "the injection" the one injection that is described. */
const joinVague = (groups: readonly Gathered[]): Gathered[] => {
  let joined = [...groups];
  for (const group of [...groups].sort((a, b) => detailOf(b.named) - detailOf(a.named))) {
    const others = joined.filter(({ named }) => detailOf(named) > detailOf(group.named));
    // A drug or a named therapy is meant by its own name alone.
    const isVague = group.named.kind === 'injection' || group.named.kind === 'surgery' || group.named.name === '';
    const meant = isVague ? meantBy(group, others) : undefined;
    if (meant === undefined) continue;
    const { statements } = joined.find(({ named }) => named === group.named) ?? group;
    joined = joined
      .filter(({ named }) => named !== group.named)
      .map((one) => (one.named === meant.named ? { ...one, statements: [...one.statements, ...statements] } : one));
  }
  return joined;
};

/** All that the facts say of treatments, by treatment. */
export const gatherTreatments = (facts: readonly LedgerFact[], latest: PartialDate): Gathered[] => {
  const placed = facts.flatMap((fact) => placedOf(fact, latest));
  const groups = [...Map.groupBy(placed, ({ named }) => keyOf(named)).values()].flatMap((group): Gathered[] =>
    group[0] === undefined ? [] : [{ named: group[0].named, statements: group.map(({ statement }) => statement) }],
  );
  return (
    joinVague(groups)
      .map(({ named, statements }) => ({ named, statements: inTime(statements) }))
      // What is only planned, asked for or spoken of vaguely is no treatment yet.
      .filter(({ statements }) =>
        statements.some(({ role }) => role === 'given' || role === 'stopped' || role === 'authorised'),
      )
  );
};
