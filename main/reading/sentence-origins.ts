import type { EntryId, SentenceId } from '../../shared/ids.ts';
import { foldSpace } from '../../shared/letter.ts';
import type { TextSpan } from '../../shared/span.ts';
import type { Origin, Sentence, StoredSentence } from '../../shared/summary.ts';
import { contentWords } from './content-words.ts';

/** With less than this share of its content words left, a text no longer says what its sources were given for. */
const LEAST_LEFT = 1 / 3;

/** A sentence that nobody gave a source. */
export const typedSentence = (id: SentenceId, text: string): StoredSentence => ({
  text,
  origins: [{ id, words: text, composed: null, basis: [], sources: [], kept: [[0, text.length]] }],
});

/** The items of several lists, each once. */
export const union = <T>(lists: readonly (readonly T[])[]): T[] => [
  ...new Map(lists.flat().map((item) => [JSON.stringify(item), item])).values(),
];

/** How many content words two texts share, as a share of those of the shorter one. */
const shareOfContent = (a: string, b: string): number => {
  const [one, other] = [contentWords(a), contentWords(b)];
  const least = Math.min(one.size, other.size);
  return least === 0 ? 0 : [...one].filter((word) => other.has(word)).length / least;
};

/** Whether a text still says what the sources of an origin were given for: it may have been rewritten bit by bit. */
const stillHolds = ({ words }: Origin, text: string): boolean =>
  foldSpace(words) === foldSpace(text) || shareOfContent(words, text) >= LEAST_LEFT;

/** Every entry that a sentence was composed from. */
export const entriesOf = ({ origins }: StoredSentence): EntryId[] =>
  union(origins.map(({ basis }) => basis.map(({ entry }) => entry)));

/** The sources that a sentence rests on, as it reads now. */
export const sourcesOf = ({ text, origins }: StoredSentence): TextSpan[] =>
  union(origins.filter((origin) => stillHolds(origin, text)).map(({ sources }) => sources));

/** A sentence with what it rests on, as it reads now. */
export const citedSentence = (sentence: StoredSentence): Sentence => ({
  id: sentence.origins[0].id,
  text: sentence.text,
  sources: sourcesOf(sentence),
  entries: entriesOf(sentence),
});

/** Whether a sentence reads otherwise than it was composed, or never was. */
export const isTouched = ({ text, origins: [origin, ...others] }: StoredSentence): boolean =>
  others.length > 0 || origin.composed === null || foldSpace(text) !== foldSpace(origin.composed);

/** A sentence whose sources a reviewer states: they are given for the words as they stand. */
export const citeSentence = (sentence: StoredSentence, sources: readonly TextSpan[]): StoredSentence => {
  const { text, origins } = sentence;
  const [first, ...others] = origins;
  return {
    text,
    origins: [
      {
        id: first.id,
        words: text,
        composed: others.length === 0 ? first.composed : null,
        basis: union(origins.map(({ basis }) => basis)),
        sources,
        kept: [[0, text.length]],
      },
    ],
  };
};

/** Whether the words of a source speak of what a part of a sentence says. */
export const supports = (source: TextSpan, part: string): boolean => {
  const words = contentWords(part);
  return [...contentWords(source.quote)].some((word) => words.has(word));
};

/**
 * The entries that sentences of the reviewer's hold, each with its sentence: they are composed beside the others, not
 * with them, so that what is accepted later gets a sentence of its own.
 */
export const heldEntries = (sentences: readonly StoredSentence[]): ReadonlyMap<EntryId, string> =>
  new Map(
    sentences
      .filter(isTouched)
      .flatMap((sentence) => entriesOf(sentence).map((id) => [id, sentence.origins[0].id as string] as const)),
  );
