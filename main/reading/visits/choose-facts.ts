import { findFacts } from '../../../shared/find-facts.ts';
import type { FactRank, Merit, VisitKind } from '../../../shared/visit.ts';
import { wordsOf, type ToldDraft } from './told-draft.ts';

/** A fact with its rank so far: `place` is where it stands on the card; merit and nearness keep it on a full one. */
export type Ranked = {
  readonly draft: ToldDraft;
  readonly rank: FactRank;
  readonly why: string;
  readonly place: number;
  readonly merit: Merit | null;
  /** How nearly it touches a disputed item; 0 where it touches none. */
  readonly nearness: number;
};

const NEGATED = /\b(?:no|not|never|without|denied|negative|none)\b/i;

type Told = { readonly one: Ranked; readonly words: ReadonlySet<string> };

const listIn = (byWord: Map<string, Told[]>, word: string): Told[] => {
  const list = byWord.get(word) ?? [];
  byWord.set(word, list);
  return list;
};

/** Those that share the rarest word of the fact: only they can say all of it. */
const candidates = (words: ReadonlySet<string>, byWord: ReadonlyMap<string, readonly Told[]>): readonly Told[] =>
  [...words].map((word) => byWord.get(word) ?? []).reduce((a, b) => (b.length < a.length ? b : a));

/** What another fact of the visit says with more words, and denies or affirms alike, folds behind it. */
const foldSaidTwice = (ranked: readonly Ranked[]): Ranked[] => {
  const told = ranked.map((one): Told => ({ one, words: wordsOf(one.draft) }));
  const byWord = new Map<string, Told[]>();
  for (const each of told) for (const word of each.words) listIn(byWord, word).push(each);
  return told.map(({ one, words }) => {
    if (one.rank === 'folded' || words.size === 0) return one;
    const isSaid = candidates(words, byWord).some(
      ({ one: { draft }, words: others }) =>
        draft.kind === one.draft.kind &&
        others.size > words.size &&
        NEGATED.test(draft.text) === NEGATED.test(one.draft.text) &&
        [...words].every((word) => others.has(word)),
    );
    return isSaid ? { ...one, rank: 'folded', why: 'Said more fully beside it.' } : one;
  });
};

/** `She was injured.` tells nothing of how. */
const FEW_WORDS = 5;

/** Of several tellings of the injury the fullest is told; what says less folds behind it. */
const foldShorterMechanisms = (ranked: readonly Ranked[]): Ranked[] => {
  const told: ReadonlySet<string>[] = [];
  return [...ranked]
    .sort((a, b) => b.draft.text.length - a.draft.text.length)
    .map((one) => {
      const words = wordsOf(one.draft);
      const isTold =
        told.length > 0 &&
        (one.draft.text.split(' ').length < FEW_WORDS ||
          told.some((other) => [...words].filter((word) => other.has(word)).length * 2 >= words.size));
      told.push(words);
      return isTold ? { ...one, rank: 'folded', why: 'The injury is told more fully by another record.' } : one;
    });
};

const BEGUN = /\b(?:started|prescribed|dispensed)\b/i;
const drugsOf = ({ text }: ToldDraft): string[] =>
  findFacts(text).flatMap(({ kind, value }) => (kind === 'drug' ? [value] : []));

/** The same drug begun, told by the note and by the list of drugs. */
const foldDrugsTwice = (ranked: readonly Ranked[]): Ranked[] => {
  const told = ranked
    .filter(({ rank, draft }) => rank === 'key' && draft.kind === 'medication' && BEGUN.test(draft.text))
    .map((one) => ({ one, drugs: drugsOf(one.draft) }));
  const twice = told.filter(
    ({ one, drugs }, at) =>
      drugs.length > 0 &&
      told.some(
        (other, order) =>
          other.one !== one &&
          drugs.every((drug) => other.drugs.includes(drug)) &&
          (other.drugs.length > drugs.length || order < at),
      ),
  );
  return ranked.map((one) =>
    twice.some((each) => each.one === one) ? { ...one, rank: 'folded', why: 'Said more fully beside it.' } : one,
  );
};

/** Touches a disputed drug or service itself. */
const DIRECT = 3;

/** What has no merit but that it touches an item waits for what has. */
const turnOf = ({ merit, nearness }: Ranked, at: number): number =>
  merit === null ? at + 2 : nearness === DIRECT ? -1 : at;

/** What a reader asks for first: the score, the sign, what was begun. */
const ASKED_FIRST = /^(?:complaint with its score|score before|positive finding|treatment begun|function)/i;

const byNearness = (a: Ranked, b: Ranked): number => b.nearness - a.nearness;

/**
 * By turns: what touches a disputed drug or service, then the first of each merit, then the second of each. So a full
 * card tells of complaint, finding, diagnosis, treatment and work alike.
 */
const byTurns = (keys: readonly Ranked[]): Ranked[] => {
  const turns = new Map<Ranked, number>();
  for (const own of Map.groupBy(keys, ({ merit }) => merit).values())
    [...own]
      .sort((a, b) => Number(ASKED_FIRST.test(b.why)) - Number(ASKED_FIRST.test(a.why)) || byNearness(a, b))
      .forEach((one, at) => turns.set(one, turnOf(one, at)));
  return [...keys].sort((a, b) => (turns.get(a) ?? 0) - (turns.get(b) ?? 0) || byNearness(a, b));
};

/** A full card keeps so many. */
const foldBeyond = (ranked: readonly Ranked[], most: number): Ranked[] => {
  const keys = ranked.filter(({ rank }) => rank === 'key');
  const kept = new Set(byTurns(keys).slice(0, most));
  return ranked.map((one) =>
    one.rank === 'folded' || kept.has(one)
      ? one
      : {
          ...one,
          rank: 'folded',
          why: `${one.why.replace(/\.$/, '')}; ${String(most)} others of the visit go before it.`,
        },
  );
};

/** A card says what its visit was about: without any key fact, by its first one. */
const withOne = (ranked: readonly Ranked[]): readonly Ranked[] => {
  if (ranked.some((one) => one.rank === 'key')) return ranked;
  return ranked.map((one, at) =>
    at === 0 ? { ...one, rank: 'key', why: `${one.why.replace(/\.$/, '')}; the only line of its card.` } : one,
  );
};

/**
 * Of the ranked facts of a visit those that its card shows: each once, in its fullest words, at most `most` of them and
 * at least one.
 */
export const chooseFacts = (ranked: readonly Ranked[], visit: VisitKind, most: number): readonly Ranked[] =>
  withOne(foldBeyond(visit === 'injury' ? foldShorterMechanisms(ranked) : foldDrugsTwice(foldSaidTwice(ranked)), most));
