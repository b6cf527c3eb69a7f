import type { Drift } from '../../../shared/drift.ts';
import { DECISION, isDecidedOn, polarityOf, type Said } from './polarity.ts';

/** `non-tender` is what is not tender. */
const plain = (text: string): string => text.replace(/\bnon[- ]?(?=tender|radiat|antalgic|focal)/giu, 'not ');

const byStem = (text: string): ReadonlyMap<string, readonly Said[]> =>
  Map.groupBy(polarityOf(plain(text)), ({ stem }) => stem);

/** What all the places say; null where they do not agree, or one cannot be read. */
const agreed = (places: readonly Said[]): boolean | null => {
  const [first] = places;
  return first !== undefined && places.every(({ isDenied }) => isDenied === first.isDenied) ? first.isDenied : null;
};

/** Those of the words that are denied here and not there, or there and not here. */
const differing = (own: readonly Said[], cited: readonly Said[], entry: readonly Said[]): readonly Said[] => {
  const [here, there] = [agreed(own), agreed(cited)];
  if (here !== null && there !== null) return here === there ? [] : own;
  // The entry reads much like the sentence: word by word.
  if (own.length !== entry.length) return [];
  return own.filter(({ isDenied }, at) => {
    const other = entry[at]?.isDenied ?? null;
    return isDenied !== null && other !== null && isDenied !== other;
  });
};

/**
 * What a sentence denies and its sources state, or the other way round; where the sources do not speak of it, its
 * entries. A word is compared only where all its places agree; each negation is marked once.
 */
export const driftOfPolarity = (text: string, quotes: string, entries: string): Drift[] => {
  const [cited, entry] = [byStem(quotes), byStem(entries)];
  const isDecided = DECISION.test(quotes);
  const found = [...Map.groupBy(polarityOf(text), ({ stem }) => stem)].flatMap(([stem, own]) => {
    const isDecision = own.some(({ negator }) => negator !== null && isDecidedOn(negator.text, text));
    return differing(own, isDecision && !isDecided ? [] : (cited.get(stem) ?? []), entry.get(stem) ?? []);
  });
  const once = new Map(found.map((said) => [said.negator?.start ?? `said ${String(said.start)}`, said]));
  return [...once.values()].map(({ negator, start, end }) =>
    negator === null
      ? { kind: 'stated', start, end }
      : {
          kind: 'denied',
          start: Math.min(negator.start, start),
          end: Math.max(negator.end, end),
        },
  );
};
