import type { Entry } from '../../shared/entry.ts';
import type { EntryId, SentenceId } from '../../shared/ids.ts';
import { foldSpace } from '../../shared/letter.ts';
import type { TextSpan } from '../../shared/span.ts';
import type { Basis, EntryChange, Said, StoredSentence } from '../../shared/summary.ts';
import { composeSummary, openingEntries, type ComposedSentence, type SummaryStyle } from './compose-summary.ts';
import type { ComposeContext } from './prose/plan-summary.ts';
import { entriesOf, isTouched, sourcesOf, union } from './sentence-origins.ts';

/** The accepted entries of a case, and the sentences that they make: these take a while and are made when asked for. */
export type Timeline = {
  readonly accepted: ReadonlyMap<EntryId, Entry>;
  readonly composed: () => readonly ComposedSentence[];
  /** The entries whose sentences begin with their date. */
  readonly openings: () => ReadonlySet<EntryId>;
};

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
};

/** The timeline of these accepted entries; `style` is asked for when they are composed. */
export const timelineOf = (
  entries: readonly Entry[],
  style: () => SummaryStyle,
  context?: ComposeContext,
): Timeline => ({
  accepted: new Map(entries.map((entry) => [entry.id, entry])),
  composed: once(() => composeSummary(entries, style(), context)),
  openings: once(() => openingEntries(entries, style(), context)),
});

const basisOf = (ids: readonly EntryId[], { accepted }: Timeline): Basis[] =>
  ids.flatMap((id) => {
    const entry = accepted.get(id);
    return entry === undefined
      ? []
      : [{ entry: id, said: { date: entry.date, text: entry.text, sources: entry.sources } }];
  });

const basesOf = ({ origins }: StoredSentence): Basis[] => origins.flatMap(({ basis }) => basis);

const textOf = (sentences: readonly Pick<StoredSentence, 'text'>[]): string =>
  sentences.map(({ text }) => text).join(' ');

/** The composed sentences that the entries of a sentence make today. */
const piecesOf = (sentence: StoredSentence, { composed }: Timeline): ComposedSentence[] => {
  const own = new Set(entriesOf(sentence));
  return composed().filter(({ entries }) => entries.some((id) => own.has(id)));
};

const saysIt = (sentence: StoredSentence, pieces: readonly ComposedSentence[]): boolean =>
  foldSpace(sentence.text) === textOf(pieces);

const said = ({ date, text }: Said): Said => ({ date, text });

/**
 * In what the accepted entries differ from what a sentence was composed from. An entry of which that is not known
 * counts as different.
 */
const entryChanges = (sentence: StoredSentence, { accepted }: Timeline): EntryChange[] =>
  union([
    basesOf(sentence).flatMap((basis): EntryChange[] => {
      const entry = accepted.get(basis.entry);
      const isSame = basis.said !== null && entry?.date === basis.said.date && entry.text === basis.said.text;
      return isSame
        ? []
        : [
            {
              entry: basis.entry,
              was: basis.said === null ? null : said(basis.said),
              now: entry === undefined ? null : said(entry),
            },
          ];
    }),
  ]);

/** What the timeline says in place of a sentence, unless another sentence says it already. */
const offeredFor = (
  sentence: StoredSentence,
  sentences: readonly StoredSentence[],
  timeline: Timeline,
): ComposedSentence[] =>
  piecesOf(sentence, timeline).filter(
    ({ text, entries }) =>
      !sentences.some(
        (other) =>
          other !== sentence && foldSpace(other.text) === text && entriesOf(other).some((id) => entries.includes(id)),
      ),
  );

/** A sentence that begins with its date. */
const BEGINS_DATED = /^(?:On|In) \d/;

/** Whether a sentence is the first of its day by now, and would be read under the day before. */
const lacksDate = (sentence: StoredSentence, { openings }: Timeline): boolean => {
  const [{ composed }, ...others] = sentence.origins;
  return (
    others.length === 0 &&
    composed !== null &&
    !BEGINS_DATED.test(composed) &&
    !BEGINS_DATED.test(sentence.text) &&
    entriesOf(sentence).some((id) => openings().has(id))
  );
};

/**
 * How a sentence stands to the timeline: in what its entries changed since, and the words that are offered in its
 * place. One that says what its entries say today is not behind, however it came to. One that has become the first of
 * its day is offered its date.
 */
export const standingOf = (
  sentence: StoredSentence,
  sentences: readonly StoredSentence[],
  timeline: Timeline,
): { readonly behind: EntryChange[]; readonly offered: string | null } => {
  const behind = entryChanges(sentence, timeline);
  if (behind.length === 0 && !lacksDate(sentence, timeline)) return { behind: [], offered: null };
  if (saysIt(sentence, piecesOf(sentence, timeline))) return { behind: [], offered: null };
  return { behind, offered: textOf(offeredFor(sentence, sentences, timeline)) };
};

const has = (spans: readonly TextSpan[], span: TextSpan): boolean =>
  spans.some((other) => JSON.stringify(other) === JSON.stringify(span));

/** The sources of new words: what the reviewer added to the old ones stays, what was taken away does not come back. */
const carrySources = (before: StoredSentence, sources: readonly TextSpan[]): TextSpan[] => {
  const [own, given] = [sourcesOf(before), union(basesOf(before).map(({ said: then }) => then?.sources ?? []))];
  const isTakenAway = (span: TextSpan): boolean => has(given, span) && !has(own, span);
  return union([sources.filter((span) => !isTakenAway(span)), own.filter((span) => !has(given, span))]);
};

/** A sentence of composed words, in place of `before` where that is given. */
export const composedAs = (
  id: SentenceId,
  { text, sources, entries }: ComposedSentence,
  timeline: Timeline,
  before?: StoredSentence,
): StoredSentence => ({
  text,
  origins: [
    {
      id,
      words: text,
      composed: text,
      basis: basisOf(entries, timeline),
      sources: before === undefined ? sources : carrySources(before, sources),
      kept: [[0, text.length]],
    },
  ],
});

/** A sentence that its reviewer keeps as it reads, whatever its entries say now. */
const keptAs = (sentence: StoredSentence, pieces: readonly ComposedSentence[], timeline: Timeline): StoredSentence => ({
  text: sentence.text,
  origins: [
    {
      id: sentence.origins[0].id,
      words: sentence.text,
      composed: pieces.length === 0 ? null : textOf(pieces),
      basis: basisOf(entriesOf(sentence), timeline),
      sources: sourcesOf(sentence),
      kept: [[0, sentence.text.length]],
    },
  ],
});

/** Where each sentence stands in date order; infinite for one that the timeline does not know. */
export const rankIn = (composed: readonly ComposedSentence[]): ((sentence: StoredSentence) => number) => {
  const ranks = new Map(composed.flatMap(({ entries }, rank) => entries.map((id) => [id, rank] as const)));
  return (sentence) => Math.min(...entriesOf(sentence).map((id) => ranks.get(id) ?? Infinity));
};

/** Puts a sentence at its place in date order, behind what was written by hand after the one before it. */
export const insertByRank = (
  sentences: readonly StoredSentence[],
  sentence: StoredSentence,
  rankOf: (sentence: StoredSentence) => number,
): StoredSentence[] => {
  const ranks = sentences.map(rankOf);
  const rank = rankOf(sentence);
  const before = Math.max(-1, ...ranks.filter((other) => other < rank));
  const ranked = ranks.findIndex((other) => other < Infinity);
  const last = before === -1 ? -1 : ranks.lastIndexOf(before);
  const next = ranks.findIndex((other, at) => at > last && other < Infinity);
  const at = last === -1 ? ranked : next;
  return sentences.toSpliced(at === -1 ? sentences.length : at, 0, sentence);
};

const datesOf = (sentence: StoredSentence): string =>
  JSON.stringify([...new Set(basesOf(sentence).map(({ said: then }) => then?.date ?? null))]);

/** Which composed sentence each untouched one becomes: the one of the same entries, else the one that shares most. */
const claimPieces = (
  open: readonly StoredSentence[],
  composed: readonly ComposedSentence[],
): ReadonlyMap<StoredSentence, ComposedSentence> => {
  const claims = new Map<StoredSentence, ComposedSentence>();
  const isFree = (piece: ComposedSentence, sentence: StoredSentence): boolean =>
    [...claims].every(([other, claimed]) => claimed !== piece || other.text === sentence.text);
  const shared = (piece: ComposedSentence, sentence: StoredSentence): number => {
    const own = new Set(entriesOf(sentence));
    const common = piece.entries.filter((id) => own.has(id)).length;
    return common === 0 ? 0 : common + (piece.text === sentence.text ? 0.5 : 0);
  };
  const claim = (sentence: StoredSentence, isFit: (piece: ComposedSentence) => boolean): void => {
    const [best] = composed
      .filter((piece) => shared(piece, sentence) > 0 && isFree(piece, sentence) && isFit(piece))
      .sort((a, b) => shared(b, sentence) - shared(a, sentence));
    if (best !== undefined) claims.set(sentence, best);
  };
  open.forEach((sentence) => {
    const ids = entriesOf(sentence);
    claim(sentence, ({ entries }) => entries.length === ids.length && entries.every((id) => ids.includes(id)));
  });
  open.filter((sentence) => !claims.has(sentence)).forEach((sentence) => claim(sentence, () => true));
  return claims;
};

/** A touched sentence whose entries say what they said: other places that say the same are added to its sources. */
const refreshed = (sentence: StoredSentence, timeline: Timeline): StoredSentence => {
  const [piece, ...others] = piecesOf(sentence, timeline);
  const [origin, ...joined] = sentence.origins;
  if (piece === undefined || others.length > 0 || joined.length > 0 || entryChanges(sentence, timeline).length > 0)
    return sentence;
  const sources = carrySources(sentence, piece.sources);
  return { ...sentence, origins: [{ ...origin, basis: basisOf(piece.entries, timeline), sources }] };
};

/**
 * The summary brought up to the timeline. What nobody touched is composed anew or, where its entries are gone, taken
 * out; what is new is put at its place in date order. What was touched stays as it reads: where its entries changed, that
 * is for the reviewer to settle ({@link settleSentence}). What was written by hand keeps its place.
 */
export const updateSummary = (
  sentences: readonly StoredSentence[],
  timeline: Timeline,
  newId: () => SentenceId,
): StoredSentence[] => {
  const composed = timeline.composed();
  const isOpen = (sentence: StoredSentence): boolean =>
    entriesOf(sentence).length > 0 && (!isTouched(sentence) || saysIt(sentence, piecesOf(sentence, timeline)));
  const open = new Set(sentences.filter(isOpen));
  const claims = claimPieces([...open], composed);
  const covered = new Set(sentences.filter((sentence) => !open.has(sentence)).flatMap(entriesOf));
  const claimed = new Set(claims.values());
  const added = composed
    .filter((piece) => !claimed.has(piece) && !piece.entries.some((id) => covered.has(id)))
    .map((piece) => composedAs(newId(), piece, timeline));
  const after = sentences.flatMap((sentence) => {
    const piece = claims.get(sentence);
    if (piece !== undefined)
      return [{ before: sentence, now: composedAs(sentence.origins[0].id, piece, timeline, sentence) }];
    return open.has(sentence) ? [] : [{ before: sentence, now: refreshed(sentence, timeline) }];
  });
  const rankOf = rankIn(composed);
  const isMoved = ({ before, now }: (typeof after)[number]): boolean =>
    claims.has(before) && datesOf(before) !== datesOf(now);
  return [...after.filter(isMoved).map(({ now }) => now), ...added]
    .sort((a, b) => rankOf(a) - rankOf(b))
    .reduce(
      (list, sentence) => insertByRank(list, sentence, rankOf),
      after.filter((one) => !isMoved(one)).map(({ now }) => now),
    );
};

/**
 * Settles a sentence whose entries changed: `new` puts the words of the timeline in its place, `mine` keeps its words
 * and takes the entries as they are now for what it was written from.
 */
export const settleSentence = (
  sentences: readonly StoredSentence[],
  at: number,
  choice: 'new' | 'mine',
  timeline: Timeline,
  newId: () => SentenceId,
): StoredSentence[] => {
  const sentence = sentences[at];
  if (sentence === undefined) return [...sentences];
  if (choice === 'mine') return sentences.with(at, keptAs(sentence, piecesOf(sentence, timeline), timeline));
  const pieces = offeredFor(sentence, sentences, timeline).map((piece, index) =>
    composedAs(index === 0 ? sentence.origins[0].id : newId(), piece, timeline, index === 0 ? sentence : undefined),
  );
  const isMoved = pieces.some((piece) => datesOf(piece) !== datesOf(sentence));
  if (!isMoved) return sentences.toSpliced(at, 1, ...pieces);
  const rankOf = rankIn(timeline.composed());
  return pieces.reduce((list, piece) => insertByRank(list, piece, rankOf), sentences.toSpliced(at, 1));
};
