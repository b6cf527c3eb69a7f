import type { SentenceId } from '../../shared/ids.ts';
import { foldSpace } from '../../shared/letter.ts';
import { splitSentences } from '../../shared/split-sentences.ts';
import type { Origin, StoredSentence } from '../../shared/summary.ts';
import { contentWords } from './content-words.ts';
import { followText, type Run } from './follow-text.ts';
import { supports, typedSentence, union } from './sentence-origins.ts';

/** So much of an origin's words must be left in a sentence for it to be still the same one. */
const FAIR_SHARE = 0.3;
/** Less will do where the sentence consists of it: it was shortened. */
const SHORTENED = 0.6;
/** Less will do where most of what was left is left still, and nothing else stands there: it is rewritten bit by bit. */
const REWRITTEN = 0.5;
/** So much of a part cut off must be the origin's own for it to take the sources along. */
const CUT_OFF = 0.5;

type Stretch = readonly [start: number, end: number];
type Place = { readonly start: number; readonly end: number; readonly text: string };

const lengthOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, [start, end]) => sum + end - start, 0);

/** Stretches in order, those that touch as one. */
const tidied = (stretches: readonly Stretch[]): Stretch[] =>
  [...stretches]
    .sort(([a], [b]) => a - b)
    .reduce<Stretch[]>((done, [start, end]) => {
      const last = done.at(-1);
      if (last === undefined || last[1] < start) return [...done, [start, end]];
      return [...done.slice(0, -1), [last[0], Math.max(last[1], end)]];
    }, []);

/** A sentence with its white space folded; offsets of one that was not hold no longer. */
const folded = (sentence: StoredSentence): StoredSentence => {
  const text = foldSpace(sentence.text);
  if (text === sentence.text) return sentence;
  const [first, ...others] = sentence.origins;
  const whole = (origin: Origin): Origin => ({ ...origin, kept: [[0, text.length]] });
  return { text, origins: [whole(first), ...others.map(whole)] };
};

/** The sentences of a text that is joined by one blank each. */
const placesOf = (texts: readonly string[]): Place[] => {
  let start = 0;
  return texts.map((text) => {
    const place = { start, end: start + text.length, text };
    start = place.end + 1;
    return place;
  });
};

/** Where a character of the later text stood in the earlier one. */
const wasAt = (runs: readonly Run[], at: number): number | null => {
  const run = runs.find(({ to, length }) => at >= to && at < to + length);
  return run === undefined ? null : run.from + at - run.to;
};

/**
 * The later text in sentences. Where nothing changed they end where they ended before; only around a change it is asked
 * anew where a sentence ends.
 */
const cutText = (text: string, before: readonly Place[], runs: readonly Run[]): Place[] => {
  const known = new Set(before.map(({ start }) => start));
  const found = new Set(splitSentences(text).map(({ start }) => start));
  const mapped = before.flatMap(({ start }) =>
    runs.flatMap(({ from, to, length }) => (start > from && start < from + length ? [start - from + to] : [])),
  );
  const starts = [...new Set([0, ...found, ...mapped])]
    .filter((at) => {
      if (at === 0) return true;
      const [last, next] = [wasAt(runs, at - 2), wasAt(runs, at)];
      const isOld = last !== null && next === last + 2 && wasAt(runs, at - 1) === last + 1;
      return isOld ? known.has(next) : found.has(at);
    })
    .sort((a, b) => a - b);
  return text === ''
    ? []
    : starts.map((start, index) => {
        const end = (starts[index + 1] ?? text.length + 1) - 1;
        return { start, end, text: text.slice(start, end) };
      });
};

/** Where stretches of the earlier text stand in the later one. */
const survivors = (kept: readonly Stretch[], runs: readonly Run[]): Stretch[] =>
  runs.flatMap(({ from, to, length }) =>
    kept.flatMap(([start, end]): Stretch[] => {
      const [first, last] = [Math.max(start, from) - from + to, Math.min(end, from + length) - from + to];
      return last > first ? [[first, last]] : [];
    }),
  );

/** What of the stretches stands in a place, counted within it. */
const within = (place: Place, stretches: readonly Stretch[]): Stretch[] =>
  tidied(
    stretches.flatMap(([start, end]): Stretch[] => {
      const [first, last] = [Math.max(start, place.start) - place.start, Math.min(end, place.end) - place.start];
      return last > first ? [[first, last]] : [];
    }),
  );

const ownWords = (text: string, kept: readonly Stretch[]): string =>
  kept.map(([start, end]) => text.slice(start, end)).join(' ');

const hasContentOf = (words: string, text: string): boolean => {
  const known = contentWords(words);
  return [...contentWords(text)].some((word) => known.has(word));
};

/** What is left of an origin in one of the later sentences; `isAlone`: of no other origin is anything left there. */
type Part = { readonly at: number; readonly kept: readonly Stretch[]; readonly isAlone: boolean };

const isStillIn = (origin: Origin, { text }: Place, { kept, isAlone }: Part): boolean => {
  const own = lengthOf(kept);
  if (own >= FAIR_SHARE * origin.words.length) return true;
  const isMost = own >= SHORTENED * text.length || (isAlone && own >= REWRITTEN * lengthOf(origin.kept));
  return isMost && hasContentOf(origin.words, ownWords(text, kept));
};

/** Where an origin goes: to the sentence with most of it, and with its sources to what was cut off from that. */
const follow = (
  origin: Origin,
  parts: readonly Part[],
  places: readonly Place[],
  newId: () => SentenceId,
): (readonly [at: number, Origin])[] => {
  const textAt = ({ at }: Part): string => places[at]?.text ?? '';
  const [main, ...others] = [...parts].sort((a, b) => lengthOf(b.kept) - lengthOf(a.kept));
  const place = main === undefined ? undefined : places[main.at];
  if (main === undefined || place === undefined || !isStillIn(origin, place, main)) return [];
  const cutOff = others.flatMap((part) => {
    const text = textAt(part);
    const sources = origin.sources.filter((source) => supports(source, ownWords(text, part.kept)));
    return sources.length > 0 && lengthOf(part.kept) >= CUT_OFF * text.length ? [{ ...part, text, sources }] : [];
  });
  const gone = new Set(cutOff.flatMap(({ sources }) => sources));
  const left = origin.sources.filter(
    (source) => !gone.has(source) || supports(source, ownWords(place.text, main.kept)),
  );
  return [
    [main.at, { ...origin, kept: main.kept, sources: left.length > 0 ? left : origin.sources }],
    ...cutOff.map(
      ({ at, text, kept, sources }) => [at, { ...origin, id: newId(), words: text, kept, sources }] as const,
    ),
  ];
};

const hasSource = ({ sources, basis }: Origin): boolean => sources.length > 0 || basis.length > 0;

/** Parts of one composed sentence that came together again are one. */
const rejoined = (origins: readonly Origin[]): Origin[] =>
  origins.reduce<Origin[]>((done, origin) => {
    const at = done.findIndex(
      ({ basis, composed }) =>
        basis.length > 0 && composed === origin.composed && JSON.stringify(basis) === JSON.stringify(origin.basis),
    );
    const same = done[at];
    if (same === undefined) return [...done, origin];
    const words = same.words.length >= origin.words.length ? same.words : origin.words;
    return done.with(at, {
      ...same,
      words,
      sources: union([same.sources, origin.sources]),
      kept: tidied([...same.kept, ...origin.kept]),
    });
  }, []);

/** A sentence of the origins that it holds; what is typed behind words without a source belongs to them. */
const sentenceOf = (text: string, origins: readonly Origin[], newId: () => SentenceId): StoredSentence => {
  const ordered = [...origins].sort(
    (a, b) => Number(hasSource(b)) - Number(hasSource(a)) || lengthOf(b.kept) - lengthOf(a.kept),
  );
  const [first, ...others] = rejoined(ordered);
  if (first === undefined) return typedSentence(newId(), text);
  if (hasSource(first)) return { text, origins: [first, ...others] };
  const start = first.kept[0]?.[0] ?? 0;
  return { text, origins: [{ ...first, words: text.slice(start), kept: [[start, text.length]] }] };
};

/** An earlier sentence with these words under a new identity. */
const copyOf = ({ text, origins: [first, ...others] }: StoredSentence, newId: () => SentenceId): StoredSentence => {
  const copied = (origin: Origin): Origin => ({ ...origin, id: newId() });
  return { text, origins: [copied(first), ...others.map(copied)] };
};

/**
 * The summary after a free edit of its whole text: sentences are followed by place, never by likeness. A sentence keeps
 * its identity, its sources and its entries where a fair share of its characters still stands; one that was typed, over
 * another or beside it, has none, whatever words it shares with its neighbours. Sentences that were joined keep the
 * sources of both and part again as they came; what is cut off keeps the sources whose words support it; a copy to the
 * letter keeps them all. `recall` finds a sentence that was taken out before (cut, to be pasted). The texts joined by a
 * blank are `text` with its white space folded.
 */
export const reconcileSentences = (
  sentences: readonly StoredSentence[],
  text: string,
  newId: () => SentenceId,
  recall: (text: string) => StoredSentence | undefined = () => undefined,
): StoredSentence[] => {
  const before = sentences.map(folded).filter((sentence) => sentence.text !== '');
  const old = placesOf(before.map((sentence) => sentence.text));
  const [earlier, later] = [old.map((place) => place.text).join(' '), foldSpace(text)];
  const startOf = (index: number): number => old[index]?.start ?? 0;
  const origins = before.flatMap((sentence, index) =>
    sentence.origins.map((origin) => ({
      origin,
      kept: origin.kept.map(([start, end]): Stretch => [start + startOf(index), end + startOf(index)]),
    })),
  );
  const edges = new Set([
    ...old.flatMap(({ start, end }) => [start, end]),
    ...origins.flatMap(({ kept }) => kept.flat()),
  ]);
  const runs = followText(earlier, later, old, edges);
  const places = cutText(later, old, runs);
  const parts = origins.map(({ kept }) => {
    const surviving = survivors(kept, runs);
    return places.flatMap((place, at) => {
      const own = surviving.some(([start, end]) => start < place.end && end > place.start)
        ? within(place, surviving)
        : [];
      return own.length === 0 ? [] : [{ at, kept: own }];
    });
  });
  const crowd = Map.groupBy(parts.flat(), ({ at }) => at);
  const held = origins.flatMap(({ origin }, index) =>
    follow(
      origin,
      (parts[index] ?? []).map((part) => ({ ...part, isAlone: crowd.get(part.at)?.length === 1 })),
      places,
      newId,
    ),
  );
  const standing = new Set(held.map(([, { id }]) => id));
  return places.map((place, at): StoredSentence => {
    const own = held.flatMap(([index, origin]) => (index === at ? [origin] : []));
    const isPutIn = runs.every(({ to, length }) => to + length <= place.start || to >= place.end);
    const same = isPutIn ? (before.find((known) => known.text === place.text) ?? recall(place.text)) : undefined;
    if (same === undefined) return sentenceOf(place.text, own, newId);
    if (same.origins.some(({ id }) => standing.has(id))) return copyOf(same, newId);
    same.origins.forEach(({ id }) => standing.add(id));
    return same;
  });
};
