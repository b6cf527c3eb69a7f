import type { EntryDraft } from '../../../shared/entry.ts';
import { Merit, type FactRank } from '../../../shared/visit.ts';
import { contentWords } from '../content-words.ts';
import type { Touch } from './disputed-words.ts';
import { meritOf, statementsOf, type MeritContext, type Worth } from './merit-of.ts';
import type { ToldDraft } from './told-draft.ts';

/** A fact of a visit, on the card or behind "more", and why, in one sentence. */
export type FactDraft = EntryDraft & { readonly rank: FactRank; readonly why: string };

/** `isBefore`: the visit lies before the injury. */
export type RankContext = MeritContext & { readonly isBefore: boolean };

type Ranked = { readonly draft: ToldDraft; readonly rank: FactRank; readonly why: string; readonly place: number };

const TOUCHED: Readonly<Record<Touch['by'], string>> = {
  drug: 'disputed drug',
  service: 'disputed service',
  criterion: 'criterion of a disputed item',
  part: 'part of the body in dispute',
};
const because = (why: string, touch: Touch): string =>
  `${why.replace(/\.$/, '')}; touches a ${TOUCHED[touch.by]} ("${touch.words}").`;

/**
 * Of the body part alone every finding of a visit speaks: it lifts what was found or complained of, not the rest. Before
 * the injury no criterion was met.
 */
const isLifted = ({ merit, why }: Worth, { kind }: ToldDraft, touch: Touch, { isBefore }: RankContext): boolean =>
  touch.by === 'part'
    ? merit !== null || (kind === 'visit' && /finding|complaint/i.test(why))
    : !(isBefore && touch.by === 'criterion');

const rank = (draft: ToldDraft, order: readonly Merit[], context: RankContext): Ranked => {
  const worth = meritOf(draft, context);
  const folded = (why: string): Ranked => ({ draft, rank: 'folded', why, place: order.length });
  if (worth.isSame === true) return folded(worth.why);
  const touch = context.touch(draft.text);
  const isDisputed = touch !== null && order.includes('disputed') && isLifted(worth, draft, touch, context);
  const own = worth.merit === null ? -1 : order.indexOf(worth.merit);
  if (!isDisputed && own === -1) return folded(worth.why);
  if (!isDisputed && context.isBefore) return folded('From before the injury, and touches no disputed item.');
  return {
    draft,
    rank: 'key',
    why: isDisputed ? because(worth.why, touch) : worth.why,
    // What touches an item comes first, by more than its part of the body before the rest; then the order of merit.
    place: isDisputed
      ? order.indexOf('disputed') - (touch.by === 'part' ? 0.4 : 0.8) + (own === -1 ? order.length : own) / 1000
      : own,
  };
};

/** What another fact of the visit says with more words folds behind it. */
const foldSaidTwice = (ranked: readonly Ranked[]): Ranked[] =>
  ranked.map((one) => {
    if (one.rank === 'folded') return one;
    const words = contentWords(one.draft.text);
    const isSaid = ranked.some(({ draft }) => {
      if (draft === one.draft || draft.kind !== one.draft.kind) return false;
      const others = contentWords(draft.text);
      return others.size > words.size && [...words].every((word) => others.has(word));
    });
    return isSaid ? { ...one, rank: 'folded', why: 'Said more fully beside it.' } : one;
  });

/** `She was injured.` tells nothing of how. */
const FEW_WORDS = 5;

/** Of several tellings of the injury the fullest is told; what says less folds behind it. */
const foldShorterMechanisms = (ranked: readonly Ranked[]): Ranked[] => {
  const told: ReadonlySet<string>[] = [];
  return [...ranked]
    .sort((a, b) => b.draft.text.length - a.draft.text.length)
    .map((one) => {
      const words = contentWords(one.draft.text);
      const isTold =
        told.length > 0 &&
        (one.draft.text.split(' ').length < FEW_WORDS ||
          told.some((other) => [...words].filter((word) => other.has(word)).length * 2 >= words.size));
      told.push(words);
      return isTold ? { ...one, rank: 'folded', why: 'The injury is told more fully by another record.' } : one;
    });
};

/** A card says what its visit was about: without any key fact, by its first one. */
const withOne = (ranked: readonly Ranked[]): readonly Ranked[] => {
  if (ranked.some((one) => one.rank === 'key')) return ranked;
  return ranked.map((one, at) =>
    at === 0 ? { ...one, rank: 'key', why: `${one.why.replace(/\.$/, '')}; the only line of its card.` } : one,
  );
};

const bare = ({ toldIn: _, ...draft }: ToldDraft): EntryDraft => draft;

/** The facts of one visit, those on its card first in the order of merit, with the reason of each. */
export const rankFacts = (drafts: readonly ToldDraft[], order: readonly Merit[], context: RankContext): FactDraft[] => {
  const all = drafts.map((draft) => rank(draft, order, context));
  const ranked = withOne(context.visit === 'injury' ? foldShorterMechanisms(all) : foldSaidTwice(all));
  return [...ranked]
    .sort((a, b) => a.place - b.place)
    .map((one) => ({ ...bare(one.draft), rank: one.rank, why: one.why }));
};

/** Keeps what a visit said, for the visits after it. */
export const noteFacts = (drafts: readonly ToldDraft[], { earlier }: MeritContext): void => {
  for (const draft of drafts) earlier.note(statementsOf(draft), draft.date);
};
