import type { SentenceId } from '../../shared/ids.ts';
import { foldSpace } from '../../shared/letter.ts';
import { splitSentences } from '../../shared/split-sentences.ts';
import type { Sentence } from '../../shared/summary.ts';

/** The words of a sentence with how often each stands in it. */
type Words = { readonly length: number; readonly counts: ReadonlyMap<string, number> };

const NONE: Words = { length: 0, counts: new Map() };

const wordsOf = (text: string): Words => {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:[./'’-][\p{L}\p{N}]+)*/gu) ?? [];
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { length: words.length, counts };
};

const commonWords = (a: Words, b: Words): number => {
  let common = 0;
  for (const [word, count] of a.counts) common += Math.min(count, b.counts.get(word) ?? 0);
  return common;
};

/** How much of two sentences is the same, from 0 to 1. */
const likeness = (a: Words, b: Words): number =>
  a.length + b.length === 0 ? 0 : (2 * commonWords(a, b)) / (a.length + b.length);
/** How much of `part` is found in `whole`, from 0 to 1. */
const containment = (part: Words, whole: Words): number =>
  part.length === 0 ? 0 : commonWords(part, whole) / part.length;

/** Alike enough to be the same sentence edited. */
const EDITED = 0.4;
/** Between the same neighbours less will do: the rest of the sentence was rewritten. */
const REWRITTEN = 0.15;
/** So much of a piece comes from a sentence that it was cut from it, or joined into it. */
const CUT = 0.6;

/** Index of the earlier sentence that each new text continues, or -1. */
type Matches = number[];

/** Identical texts in the same order: the longest common subsequence. */
const matchIdentical = (before: readonly string[], after: readonly string[]): Matches => {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const row = lengths[i];
    for (let j = after.length - 1; j >= 0 && row !== undefined; j -= 1)
      row[j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const matches: Matches = after.map(() => -1);
  for (let i = 0, j = 0; i < before.length && j < after.length;) {
    if (before[i] === after[j]) matches[j++] = i++;
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return matches;
};

/** Identical texts that were moved. */
const matchMoved = (before: readonly string[], after: readonly string[], matches: Matches): void => {
  const used = new Set(matches);
  after.forEach((text, j) => {
    if (matches[j] !== -1) return;
    const i = before.findIndex((other, index) => other === text && !used.has(index));
    if (i === -1) return;
    matches[j] = i;
    used.add(i);
  });
};

/** Whether nothing but the pair stands between two matched neighbours. */
const standsAlone = (matches: Matches, i: number, j: number, count: number): boolean =>
  (j === 0 ? i === 0 : matches[j - 1] === i - 1) &&
  (j === matches.length - 1 ? i === count - 1 : matches[j + 1] === i + 1);

/** Edited sentences: the likeliest pair first, nearer ones before farther ones. */
const matchEdited = (before: readonly Words[], after: readonly Words[], matches: Matches): void => {
  const used = new Set(matches);
  const pairs = after.flatMap((words, j) =>
    matches[j] !== -1
      ? []
      : before.flatMap((other, i) => {
          if (used.has(i)) return [];
          const score = likeness(other, words);
          return score >= EDITED || (score >= REWRITTEN && standsAlone(matches, i, j, before.length))
            ? [{ i, j, score: score - Math.abs(i - j) * 0.001 }]
            : [];
        }),
  );
  for (const { i, j } of pairs.sort((a, b) => b.score - a.score)) {
    if (matches[j] !== -1 || used.has(i)) continue;
    matches[j] = i;
    used.add(i);
  }
};

const union = <T>(lists: readonly (readonly T[])[]): T[] => [
  ...new Map(lists.flat().map((item) => [JSON.stringify(item), item])).values(),
];

/**
 * Earlier sentences whose sources a new text rests on: the one it continues, those joined into it, the one it was cut
 * from.
 */
const originsOf = (
  j: number,
  matches: Matches,
  before: readonly Words[],
  after: readonly Words[],
  stands: ReadonlySet<number>,
): number[] => {
  const words = after[j] ?? NONE;
  const own = matches[j] ?? -1;
  const kept = new Set(matches);
  const joined = before.flatMap((other, i) =>
    i !== own && !kept.has(i) && containment(other, words) >= CUT ? [i] : [],
  );
  if (own !== -1) return [own, ...joined];
  // A sentence that still stands as it was has lost no part; only a copy of all of it shares its sources.
  const share = (i: number): number =>
    stands.has(i) && likeness(before[i] ?? NONE, words) < 1 ? 0 : containment(words, before[i] ?? NONE);
  const cut = before.reduce(
    (best, _, i) => (share(i) >= CUT && share(i) > (best === -1 ? 0 : share(best)) ? i : best),
    -1,
  );
  return cut === -1 ? joined : [...new Set([cut, ...joined])];
};

/**
 * The summary after a free edit of its whole text. Each sentence keeps its identity, sources and entries: identical
 * ones first, then edited ones by likeness and place; a part cut off keeps the sources of the whole, a sentence joined
 * into another brings its sources along. The texts joined by a blank are `text` with its white space folded.
 */
export const reconcileSentences = (before: readonly Sentence[], text: string, newId: () => SentenceId): Sentence[] => {
  const texts = splitSentences(text)
    .map((sentence) => foldSpace(sentence.text))
    .filter((sentence) => sentence !== '');
  const known = before.map((sentence) => foldSpace(sentence.text));
  const matches = matchIdentical(known, texts);
  const [oldWords, newWords] = [known.map(wordsOf), texts.map(wordsOf)];
  matchMoved(known, texts, matches);
  matchEdited(oldWords, newWords, matches);
  const stands = new Set(matches.filter((i, j) => i !== -1 && known[i] === texts[j]));
  return texts.map((sentence, j): Sentence => {
    const same = before[matches[j] ?? -1];
    if (same !== undefined && known[matches[j] ?? -1] === sentence) return { ...same, text: sentence };
    const origins = originsOf(j, matches, oldWords, newWords, stands).flatMap((i) => before[i] ?? []);
    return {
      id: same?.id ?? newId(),
      text: sentence,
      sources: union(origins.map(({ sources }) => sources)),
      entries: union(origins.map(({ entries }) => entries)),
    };
  });
};
