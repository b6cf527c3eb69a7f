import { splitSentences } from '../../shared/split-sentences.ts';

/** Characters that stand in an earlier text at `from` and still stand in a later one at `to`, `length` of them. */
export type Run = { readonly from: number; readonly to: number; readonly length: number };

type Piece = { readonly start: number; readonly end: number; readonly text: string };
type Stretch = { readonly start: number; readonly end: number };

const commonStart = (a: string, b: string): number => {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a[length] === b[length]) length += 1;
  return length;
};

const commonEnd = (a: string, b: string, most: number): number => {
  let length = 0;
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length += 1;
  return length;
};

/** The one change between two texts: what stood from `start` to `oldEnd` now stands from `start` to `newEnd`. */
type Change = { readonly start: number; readonly oldEnd: number; readonly newEnd: number };

/**
 * Where the change begins. Words put in before words that begin alike could as well have been put in a little later; of
 * the places that are possible, one at an edge is taken.
 */
const startOfChange = (before: string, after: string, edges: ReadonlySet<number>): number => {
  const last = commonStart(before, after);
  const [shorter, longer] = before.length < after.length ? [before, after] : [after, before];
  const gap = longer.length - shorter.length;
  const isPure = last + commonEnd(shorter, longer, shorter.length - last) === shorter.length;
  if (!isPure || gap === 0) return last;
  for (let at = last; ; at -= 1) {
    if (edges.has(at)) return at;
    if (at === 0 || longer[at - 1] !== longer[at - 1 + gap]) return last;
  }
};

const changeBetween = (before: string, after: string, edges: ReadonlySet<number>): Change => {
  const start = startOfChange(before, after, edges);
  const tail = commonEnd(before, after, Math.min(before.length, after.length) - start);
  return { start, oldEnd: before.length - tail, newEnd: after.length - tail };
};

/** What stands in both texts before and after the one change between them. */
const runsOfChange = (before: string, after: string, edges: ReadonlySet<number>): Run[] => {
  const { start, oldEnd, newEnd } = changeBetween(before, after, edges);
  return [
    { from: 0, to: 0, length: start },
    { from: oldEnd, to: newEnd, length: before.length - oldEnd },
  ].filter(({ length }) => length > 0);
};

/** Index of the earlier text that each later one repeats to the letter, or -1: the longest common subsequence. */
const matchInOrder = (before: readonly Piece[], after: readonly Piece[]): number[] => {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const row = lengths[i];
    for (let j = after.length - 1; j >= 0 && row !== undefined; j -= 1)
      row[j] = before[i]?.text === after[j]?.text ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const matches = after.map(() => -1);
  for (let i = 0, j = 0; i < before.length && j < after.length;) {
    if (before[i]?.text === after[j]?.text) matches[j++] = i++;
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return matches;
};

const runsOfMatches = (before: readonly Piece[], after: readonly Piece[], matches: readonly number[]): Run[] =>
  matches.flatMap((i, j) => {
    const [old, now] = [before[i], after[j]];
    return old === undefined || now === undefined ? [] : [{ from: old.start, to: now.start, length: old.text.length }];
  });

const wordsOf = (text: string): Piece[] =>
  [...text.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({ start: index, end: index + word.length, text: word }));

const shifted = (runs: readonly Run[], from: number, to: number): Run[] =>
  runs.map((run) => ({ ...run, from: run.from + from, to: run.to + to }));

/**
 * What stands in both sentences: before and after the change and, where the sentences are alike enough, the words that
 * are the same within it, for there was more than one.
 */
const runsOfSentence = (before: string, after: string, edges: ReadonlySet<number>, alike: number): Run[] => {
  const runs = runsOfChange(before, after, edges);
  const { start, oldEnd, newEnd } = changeBetween(before, after, edges);
  const [old, now] = [wordsOf(before.slice(start, oldEnd)), wordsOf(after.slice(start, newEnd))];
  if (old.length < 2 || now.length === 0) return runs;
  const [all, others] = [wordsOf(before), wordsOf(after)];
  const common = matchInOrder(all, others).filter((at) => at !== -1).length;
  return 2 * common < alike * (all.length + others.length)
    ? runs
    : [...runs, ...shifted(runsOfMatches(old, now, matchInOrder(old, now)), start, start)];
};

/** The pieces between those that were found again in order, on both sides. */
const gapsBetween = (
  before: readonly Piece[],
  after: readonly Piece[],
  matches: readonly number[],
): (readonly [before: Piece[], after: Piece[]])[] => {
  const anchors = [...matches.flatMap((i, j) => (i === -1 ? [] : [{ i, j }])), { i: before.length, j: after.length }];
  return anchors.map(({ i, j }, at) => {
    const last = anchors[at - 1] ?? { i: -1, j: -1 };
    return [before.slice(last.i + 1, i), after.slice(last.j + 1, j)];
  });
};

/** One sentence may be changed at several places at once; where it has less in common, another was written over it. */
const ALIKE = 0.7;
/** Of several that changed at once less will do: the whole text was edited elsewhere. */
const ALIKE_AMONG_OTHERS = 0.5;

/** The runs of neighbouring pieces that became others, each by itself where they are as many. */
const runsOfGap = (
  before: readonly Piece[],
  after: readonly Piece[],
  edges: ReadonlySet<number>,
  alike: number,
): Run[] => {
  const [old, now] = [before[0], after[0]];
  if (old === undefined || now === undefined) return [];
  if (before.length === after.length && before.length > 1)
    return before.flatMap((piece, at) => runsOfGap([piece], after.slice(at, at + 1), edges, alike));
  const end = before.at(-1)?.end ?? old.end;
  const within = new Set([...edges].filter((at) => at >= old.start && at <= end).map((at) => at - old.start));
  const [left, right] = [before, after].map((pieces) => pieces.map(({ text }) => text).join(' ')) as [string, string];
  return shifted(runsOfSentence(left, right, within, alike), old.start, now.start);
};

/** Several sentences changed at once: those that stand unchanged are found first, wherever they were moved to. */
const runsOfPieces = (before: readonly Piece[], after: readonly Piece[], edges: ReadonlySet<number>): Run[] => {
  const matches = matchInOrder(before, after);
  const alike = before.length === 1 ? ALIKE : ALIKE_AMONG_OTHERS;
  const gaps = gapsBetween(before, after, matches);
  const lost = gaps.flatMap(([old]) => old);
  const moved = gaps
    .flatMap(([, now]) => now)
    .flatMap((now) => {
      const at = lost.findIndex(({ text }) => text === now.text);
      return at === -1 ? [] : [{ old: lost.splice(at, 1)[0] as Piece, now }];
    });
  const isMoved = (piece: Piece): boolean => moved.some(({ old, now }) => old === piece || now === piece);
  const changed = gaps.flatMap(([old, now]): Run[] => {
    const [left, right] = [old.filter((piece) => !isMoved(piece)), now.filter((piece) => !isMoved(piece))];
    const isWhole = left.length === old.length && right.length === now.length;
    return isWhole || left.length === right.length ? runsOfGap(left, right, edges, alike) : [];
  });
  return [
    ...runsOfMatches(before, after, matches),
    ...moved.map(({ old, now }) => ({ from: old.start, to: now.start, length: old.text.length })),
    ...changed,
  ];
};

/** Runs in the order of the later text; two between which there is but a blank in either text are one. */
const withBlanks = (runs: readonly Run[], before: string, after: string): Run[] =>
  [...runs]
    .sort((a, b) => a.to - b.to)
    .reduce<Run[]>((done, run) => {
      const last = done.at(-1);
      const [was, is] = [(last?.from ?? 0) + (last?.length ?? 0), (last?.to ?? 0) + (last?.length ?? 0)];
      const gap = run.to - is;
      const isSame = before.slice(was, run.from).trim() === '' && after.slice(is, run.to).trim() === '';
      return last !== undefined && gap >= 0 && gap === run.from - was && isSame
        ? done.with(-1, { ...last, length: last.length + gap + run.length })
        : [...done, run];
    }, []);

const piecesOf = (text: string, { start, end }: Stretch): Piece[] =>
  splitSentences(text.slice(start, end)).map((piece) => ({
    start: piece.start + start,
    end: piece.end + start,
    text: piece.text,
  }));

/** The sentences of which a stretch holds something, as one stretch. */
const wholeSentences = (sentences: readonly Stretch[], { start, end }: Stretch): Stretch | null => {
  const touched = sentences.filter((sentence) => sentence.start < end && sentence.end > start);
  const [first, last] = [touched[0], touched.at(-1)];
  return first === undefined || last === undefined
    ? null
    : { start: Math.min(start, first.start), end: Math.max(end, last.end) };
};

/**
 * Which characters of an earlier text stand in a later one, by place: what is before the change and what is behind it.
 * Where words were replaced, the sentences that stand again to the letter are followed too, moved or not, and each of as
 * many changed ones by itself: by its words in order where most of them still stand. `sentences` are the places of the earlier sentences, `edges`
 * where a change is likely to begin. Runs are in the order of the later text.
 */
export const followText = (
  before: string,
  after: string,
  sentences: readonly Stretch[],
  edges: ReadonlySet<number>,
): Run[] => {
  const { start, oldEnd, newEnd } = changeBetween(before, after, edges);
  const old = oldEnd > start && newEnd > start ? wholeSentences(sentences, { start, end: oldEnd }) : null;
  const behind = before.length - (old?.end ?? 0);
  const pieces =
    old === null
      ? []
      : runsOfPieces(piecesOf(before, old), piecesOf(after, { start: old.start, end: after.length - behind }), edges);
  if (old === null || pieces.length === 0) return runsOfChange(before, after, edges);
  return withBlanks(
    [
      { from: 0, to: 0, length: old.start },
      ...pieces,
      { from: old.end, to: after.length - behind, length: behind },
    ].filter(({ length }) => length > 0),
    before,
    after,
  );
};
