import type { EntryDraft } from '../../../shared/entry.ts';
import { Merit, type FactRank } from '../../../shared/visit.ts';
import { chooseFacts, type Ranked } from './choose-facts.ts';
import type { Touch } from './disputed-words.ts';
import { meritOf, statementsOf, type MeritContext, type Worth } from './merit-of.ts';
import type { ToldDraft } from './told-draft.ts';

/** A fact of a visit, on the card or behind "more", and why, in one sentence. */
export type FactDraft = EntryDraft & { readonly rank: FactRank; readonly why: string };

export type RankContext = MeritContext & {
  /** The visit lies before the injury. */
  readonly isBefore: boolean;
  /** How many facts its card shows. */
  readonly most: number;
};

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

/** Within one merit, what touches an item more nearly goes before the rest. */
const NEARNESS: Readonly<Record<Touch['by'], number>> = { drug: 3, service: 3, criterion: 2, part: 1 };

const rank = (draft: ToldDraft, order: readonly Merit[], context: RankContext): Ranked => {
  const worth = meritOf(draft, context);
  const folded = (why: string): Ranked => ({
    draft,
    rank: 'folded',
    why,
    place: order.length,
    merit: null,
    nearness: 0,
  });
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
    merit: own === -1 ? null : worth.merit,
    nearness: isDisputed ? NEARNESS[touch.by] : 0,
  };
};

const bare = ({ toldIn: _, ...draft }: ToldDraft): EntryDraft => draft;

/** The facts of one visit, those on its card first in the order of merit, with the reason of each. */
export const rankFacts = (drafts: readonly ToldDraft[], order: readonly Merit[], context: RankContext): FactDraft[] => {
  const ranked = chooseFacts(
    drafts.map((draft) => rank(draft, order, context)),
    context.visit,
    context.most,
  );
  return [...ranked]
    .sort((a, b) => a.place - b.place)
    .map((one) => ({ ...bare(one.draft), rank: one.rank, why: one.why }));
};

/** Keeps what a visit said, for the visits after it. */
export const noteFacts = (drafts: readonly ToldDraft[], { earlier }: MeritContext): void => {
  for (const draft of drafts) earlier.note(statementsOf(draft), draft.date);
};
