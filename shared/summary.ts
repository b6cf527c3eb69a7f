import { z } from 'zod';
import { EntryId, SentenceId } from './ids.ts';
import { PartialDate } from './partial-date.ts';
import { TextSpan } from './span.ts';

/** One sentence of the clinical case summary with the record words and timeline entries that it rests on. */
export const Sentence = z.strictObject({
  id: SentenceId,
  text: z.string(),
  sources: z.array(TextSpan),
  entries: z.array(EntryId),
});
export type Sentence = z.infer<typeof Sentence>;

/** What a timeline entry says, as far as prose is made of it. */
export const Said = z.strictObject({ date: PartialDate.nullable(), text: z.string() });
export type Said = z.infer<typeof Said>;

/**
 * An entry that says something else now than when the sentence was composed. `was`: null where that is not known;
 * `now`: null where the entry was rejected, put back to be decided, or is gone.
 */
export const EntryChange = z.strictObject({ entry: EntryId, was: Said.nullable(), now: Said.nullable() });
export type EntryChange = z.infer<typeof EntryChange>;

/** A sentence as the summary shows it. */
export const ShownSentence = Sentence.extend({
  /** Whether it reads otherwise than it was composed: an update leaves it as it is. Always true of typed ones. */
  isTouched: z.boolean(),
  /** In what its entries differ from what it was composed from; empty while it follows them. */
  behind: z.array(EntryChange),
  /**
   * What the timeline says in its place, to be taken or not; without words where it would be taken out. Null where
   * there is nothing to decide.
   */
  offered: z.string().nullable(),
});
export type ShownSentence = z.infer<typeof ShownSentence>;

/** A sentence that the reviewer took out while its entries are accepted; `text` is what the timeline says of them today. */
export const LeftOut = Sentence.pick({ id: true, text: true, entries: true });
export type LeftOut = z.infer<typeof LeftOut>;

/** What an entry said when a sentence was composed from it; null where that is not known. */
export type Basis = {
  readonly entry: EntryId;
  readonly said: (Said & { readonly sources: readonly TextSpan[] }) | null;
};

/**
 * Where the words of a sentence come from: composed from entries, or typed. A sentence has one origin, several where
 * others were joined into it; each keeps its own sources, so that they part again as they came.
 */
export type Origin = {
  readonly id: SentenceId;
  /** The words that its sources were given for. */
  readonly words: string;
  /** The words as composed from its entries; null where they were typed, or are not known. */
  readonly composed: string | null;
  readonly basis: readonly Basis[];
  readonly sources: readonly TextSpan[];
  /** The stretches of the sentence that still are these words' own characters, in order: start and end. */
  readonly kept: readonly (readonly [start: number, end: number])[];
};

/** A sentence as the case keeps it. The first origin gives it its identity. */
export type StoredSentence = { readonly text: string; readonly origins: readonly [Origin, ...Origin[]] };
