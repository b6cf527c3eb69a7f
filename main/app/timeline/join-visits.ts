import { createHash } from 'node:crypto';
import type { EntryDraft } from '../../../shared/entry.ts';
import type { FactDraft } from '../../reading/visits/rank-facts.ts';
import type { ToldDraft } from '../../reading/visits/told-draft.ts';
import { visitsOf, type VisitContext, type VisitDraft } from '../../reading/visits/visits-of.ts';
import {
  headWords,
  type KnownFact,
  type KnownProposals,
  type ProposedFact,
  type ProposedVisit,
} from '../../store/proposals.ts';

/**
 * Visits that are not known yet, that are others by now or hold facts that are, in stretches of JSON in UTF-8 (arrays of
 * {@link ProposedVisit}; as bytes they change hands and nobody copies them), and the known facts that are found no more.
 */
export type JoinedVisits = { readonly found: readonly Uint8Array<ArrayBuffer>[]; readonly gone: readonly string[] };

/** Names a fact by what it rests on: the same words of the same record for the same kind are the same fact. */
const keyOf = ({ kind, date }: EntryDraft, source: EntryDraft['sources'][number] | undefined): string =>
  createHash('sha256')
    .update(JSON.stringify([kind, date, source?.record, source?.page, source?.start, source?.end]))
    .digest('hex')
    .slice(0, 32);

type Known = ReadonlyMap<string, KnownFact>;

/** One that was proposed before from any of its sources keeps its name, whatever else says the same by now. */
const named = ({ rank, why, ...entry }: FactDraft, position: number, known: Known): ProposedFact => {
  const again = entry.sources.map((source) => keyOf(entry, source)).find((key) => known.has(key));
  return { key: again ?? keyOf(entry, entry.sources[0]), position, entry, rank, why };
};

/** Whether a fact is to be written: it is new, or other than it was and nobody has touched it. */
const isNews = ({ key, entry, rank, why, position }: ProposedFact, visit: string, known: Known): boolean => {
  const before = known.get(key);
  if (before === undefined) return true;
  if (before.isTouched) return false;
  // Of several sources one may be new.
  if (entry.sources.length > 1) return true;
  return (
    before.text !== entry.text ||
    before.reason !== entry.reason ||
    before.rank !== rank ||
    before.why !== why ||
    before.position !== position ||
    before.visit !== visit
  );
};

/** So many facts are written at a time. */
const STRETCH = 100;

const stretches = (visits: readonly ProposedVisit[]): ProposedVisit[][] => {
  const all: ProposedVisit[][] = [];
  let room = 0;
  for (const visit of visits) {
    if (room <= 0) {
      all.push([]);
      room = STRETCH;
    }
    all.at(-1)?.push(visit);
    room -= Math.max(1, visit.facts.length);
  }
  return all;
};

const proposedAs = ({ facts, ...head }: VisitDraft, known: Known, taken: Set<string>): ProposedVisit => {
  const own = facts
    .map((fact, position) => named(fact, position, known))
    .filter(({ key }) => {
      const isRepeated = taken.has(key);
      taken.add(key);
      return !isRepeated;
    });
  return {
    ...head,
    facts: own.filter((fact) => isNews(fact, head.key, known)),
    holds: own.map(({ key }) => key),
  };
};

/** All drafts of a case as visits, as far as they are not known yet. */
export const joinVisits = (
  drafts: readonly ToldDraft[],
  { facts, visits }: KnownProposals,
  context: VisitContext,
): JoinedVisits => {
  const known = new Map(facts.map((fact) => [fact.key, fact]));
  const heads = new Map(visits.map(({ key, head }) => [key, head]));
  const taken = new Set<string>();
  const found = visitsOf(drafts, context)
    .map((visit) => proposedAs(visit, known, taken))
    .filter((visit) => visit.facts.length > 0 || (heads.has(visit.key) && heads.get(visit.key) !== headWords(visit)));
  return {
    found: stretches(found).map((stretch) => new TextEncoder().encode(JSON.stringify(stretch))),
    gone: [...known.keys()].filter((key) => !taken.has(key)),
  };
};
