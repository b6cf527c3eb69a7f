import { compareDates, precisionOf, type PartialDate } from '../../../shared/partial-date.ts';
import { isSameSpan, type TextSpan } from '../../../shared/span.ts';
import type { Treatment, TreatmentFact } from '../../../shared/treatment.ts';
import { lowerFirst, withFullStop } from '../sentence-case.ts';
import { writeDate, type DateStyle } from '../write-date.ts';

/** How a letter writes dates and calls the person. */
type TreatmentStyle = { readonly personWord: string; readonly dateStyle: DateStyle };
/** Sentences for a rationale, and the words of the records that each of them rests on. */
type TreatmentWords = { readonly words: string; readonly sources: readonly TextSpan[] };

const PERSON = /\b(the|this) (?:patient|injured worker|applicant|claimant|employee|worker|IW|individual)\b/giu;

const said = ({ text, date }: TreatmentFact, { personWord, dateStyle }: TreatmentStyle): string => {
  const named = withFullStop(text.replace(PERSON, `$1 ${personWord}`));
  if (date === null) return named;
  return `${precisionOf(date) === 'day' ? 'On' : 'In'} ${writeDate(date, dateStyle)}, ${lowerFirst(named)}`;
};

/** The day on which no more was told of it, where that tells more than the beginning. */
const LAST = 1;

const byDate = (a: TreatmentFact, b: TreatmentFact): number => compareDates(a.date ?? '9999', b.date ?? '9999');

const once = (facts: readonly TreatmentFact[]): TreatmentFact[] => [
  ...new Map(facts.map((fact) => [fact.entry, fact])).values(),
];

/** What is told of it: its beginning and its last dose, how much of it was had, how it went, and what it did harm. */
const toldOf = ({ kind, doses, facts, reported, responses, sideEffects }: Treatment): TreatmentFact[] => {
  const chosen = once([
    ...doses.slice(0, 1).map(({ fact }) => fact),
    ...doses
      .slice(1)
      .slice(-LAST)
      .map(({ fact }) => fact),
    ...(reported === null ? [] : [reported.fact]),
    ...responses,
    ...sideEffects,
  ]);
  return (chosen.length > 0 || kind === 'therapy' ? chosen : facts).toSorted(byDate);
};

/** The sessions in one sentence; where a report counts them, it is the report that is told. */
const sessionsOf = (treatment: Treatment, { dateStyle }: TreatmentStyle): string[] => {
  const { name, kind, days, reported } = treatment;
  const [first, last] = [days[0], days.at(-1)];
  if (kind !== 'therapy' || reported !== null || first === undefined || last === undefined) return [];
  const when = (date: PartialDate): string => writeDate(date, dateStyle);
  return days.length === 1
    ? [`${name} has a note of one session, of ${when(first)}.`]
    : [`${name} has notes of ${String(days.length)} sessions, from ${when(first)} to ${when(last)}.`];
};

/**
 * A treatment as sentences of a rationale, each in the words of a fact that was accepted, with the words of the records
 * behind them.
 */
export const wordTreatment = (
  treatment: Treatment,
  style: TreatmentStyle,
  ofSessions: readonly TextSpan[],
): TreatmentWords => {
  const told = toldOf(treatment);
  const sessions = sessionsOf(treatment, style);
  const sources = [...(sessions.length > 0 ? ofSessions : []), ...told.flatMap((fact) => fact.sources)];
  return {
    words: [...sessions, ...told.map((fact) => said(fact, style))].join(' '),
    sources: sources.filter((span, at) => sources.findIndex((other) => isSameSpan(other, span)) === at),
  };
};
