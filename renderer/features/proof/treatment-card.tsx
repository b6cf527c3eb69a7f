import { useState } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import type { PartialDate } from '../../../shared/partial-date.ts';
import { usShortDate } from '../../../shared/partial-date.ts';
import type { Treatment, TreatmentFact } from '../../../shared/treatment.ts';
import { useCommand } from '../../data/hooks.ts';
import { useSourceLabel } from '../../data/source-label.ts';
import { openSpan } from '../../data/workspace-state.ts';
import { SourceLink } from '../../ui/source-link.tsx';
import { CiteButton } from './cite-button.tsx';

const range = (from: PartialDate | null, to: PartialDate | null): string => {
  if (from === null) return 'no date documented';
  return to === null || to === from ? usShortDate(from) : `${usShortDate(from)} to ${usShortDate(to)}`;
};

const counted = (count: number, one: string, more: string): string => `${String(count)} ${count === 1 ? one : more}`;
const on = ({ date }: TreatmentFact): string => (date === null ? '' : ` (${usShortDate(date)})`);

/** How much of it: what has a note of its own, and what others say of it, each apart. */
const amountsOf = ({ kind, days, missed, reported, requested, authorised, stopped }: Treatment): string[] => [
  ...(days.length === 0
    ? []
    : [
        kind === 'therapy'
          ? `${counted(days.length, 'session', 'sessions')} with a note`
          : counted(days.length, 'note of it', 'notes of it'),
      ]),
  ...(missed === 0 ? [] : [`${String(missed)} missed`]),
  ...(reported === null
    ? []
    : [
        `${String(reported.count)}${reported.of === null ? '' : ` of ${String(reported.of)}`} reported${on(reported.fact)}`,
      ]),
  ...requested.map(({ count, fact }) => `${String(count)} requested${on(fact)}`),
  ...authorised.map(({ count, fact }) => `${String(count)} authorised${on(fact)}`),
  ...(stopped === null ? [] : [`stopped ${usShortDate(stopped)}`]),
];

const whenOf = ({ since, date, times }: TreatmentFact): string => {
  if (times === 1) return date === null ? '' : usShortDate(date);
  return `${String(times)} times, ${range(since, date)}`;
};

type LineProps = { readonly caseId: CaseId; readonly fact: TreatmentFact; readonly isSideEffect?: boolean };

/** What a fact says, with its day and its page. */
const Line = ({ caseId, fact, isSideEffect = false }: LineProps) => {
  const sourceLabel = useSourceLabel(caseId);
  const [source] = fact.sources;
  return (
    <li className="told-line">
      <span className="spread">
        {isSideEffect ? <span className="told-kind">Side effect</span> : null}
        {fact.text}
      </span>
      <span className="told-place">
        {whenOf(fact)}
        {source === undefined ? null : (
          <SourceLink label={sourceLabel(source)} onPress={() => openSpan(source)}>
            {`p. ${String(source.page)}`}
          </SourceLink>
        )}
      </span>
    </li>
  );
};

type Props = { readonly caseId: CaseId; readonly treatment: Treatment };

/** Facts that lie folded in accepted visits and speak of it: taken, they count. */
const Folded = ({ caseId, treatment: { name, folded } }: Props) => {
  const { run: tick, isRunning } = useCommand('timeline.tick');
  if (folded.length === 0) return null;
  return (
    <span className="small quiet">
      {counted(folded.length, 'folded fact', 'folded facts')} not counted:{' '}
      <button
        type="button"
        className="link-button"
        aria-label={`take ${folded.length === 1 ? 'it' : 'them'}: folded facts on ${name}`}
        disabled={isRunning}
        onClick={() => void tick({ caseId, ids: folded, isTicked: true })}
      >
        take {folded.length === 1 ? 'it' : 'them'}
      </button>
    </span>
  );
};

/** One treatment: since when and how much, how it went, what it did harm, each with its page. */
export const TreatmentCard = ({ caseId, treatment }: Props) => {
  const { name, from, to, doses, responses, sideEffects, facts } = treatment;
  const [showsAll, setShowsAll] = useState(false);
  const { run: cite } = useCommand('treatment.cite');
  const amounts = amountsOf(treatment);
  const lines = showsAll ? facts : responses;
  const isKnown = facts.length > 0 || treatment.days.length > 0;
  return (
    <li className="proof-card" aria-label={name}>
      <div className="proof-head">
        <h4 className="strong ellipsis">{name}</h4>
        <span className="small quiet whole">{range(from, to)}</span>
        <span className="spread" />
        {isKnown ? (
          <CiteButton
            caseId={caseId}
            what={name}
            onCite={async (itemId) => (await cite({ caseId, id: treatment.id, itemId })).ok}
          />
        ) : null}
      </div>
      {doses.length > 0 ? <p className="small">{doses.map(({ words }) => words).join(' · ')}</p> : null}
      {amounts.length > 0 ? <p className="small quiet">{amounts.join(' · ')}</p> : null}
      <ul className="told-lines">
        {lines.map((fact) => (
          <Line key={fact.entry} caseId={caseId} fact={fact} />
        ))}
        {showsAll
          ? null
          : sideEffects.map((fact) => <Line key={fact.entry} caseId={caseId} fact={fact} isSideEffect />)}
      </ul>
      {isKnown && responses.length + sideEffects.length === 0 && !showsAll ? (
        <p className="small quiet">No response and no side effect documented.</p>
      ) : null}
      <div className="row told-more">
        {(facts.length > 1 && facts.length > responses.length + sideEffects.length) || showsAll ? (
          <button
            type="button"
            className="link-button small"
            aria-expanded={showsAll}
            aria-label={`${showsAll ? 'Fewer' : `All ${counted(facts.length, 'fact', 'facts')}`}: ${name}`}
            onClick={() => setShowsAll(!showsAll)}
          >
            {showsAll ? 'Fewer' : `All ${counted(facts.length, 'fact', 'facts')}`}
          </button>
        ) : null}
        <Folded caseId={caseId} treatment={treatment} />
      </div>
    </li>
  );
};
