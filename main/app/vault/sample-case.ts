import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Track } from '../../../shared/case.ts';
import { EntryDraft, EntryKind, type Entry } from '../../../shared/entry.ts';
import type { EntryId } from '../../../shared/ids.ts';
import { ItemDraft } from '../../../shared/item.ts';
import { foldSpace, Letter } from '../../../shared/letter.ts';
import { DayDate } from '../../../shared/partial-date.ts';
import type { RecordRow } from '../../../shared/record.ts';

/** A proposal named by where it comes from: the record's file and the words on the page, white space folded. */
const ListedEntry = z.strictObject({
  record: z.string(),
  quote: z.string(),
  /** Only where the same words are proposed as more than one kind. */
  kind: EntryKind.optional(),
});
type ListedEntry = z.infer<typeof ListedEntry>;

const SampleItem = ItemDraft.omit({
  evidence: true,
  partial: true,
  outsideReason: true,
  worksheet: true,
  parent: true,
}).extend({
  evidence: z.array(z.strictObject({ record: z.string(), quote: z.string(), note: z.string() })),
});

/**
 * The sample case as `assets/sample-case/case.json` tells it: its facts, and what the reviewer does with the proposals.
 */
export const SampleCase = z.strictObject({
  /** Facts and headings of the items; nothing decided. */
  letter: Letter,
  track: Track,
  recordsComplete: DayDate,
  attested: z.boolean(),
  accepted: z.array(ListedEntry),
  edited: z.array(ListedEntry.extend({ change: EntryDraft.omit({ reason: true, sources: true }).partial() })),
  rejected: z.array(ListedEntry),
  /** Sentences of the composed summary that are written anew: `from` as composed, `to` as edited. */
  sentenceEdits: z.array(z.strictObject({ from: z.string(), to: z.string() })),
  /** The items as decided, in the order of `letter.items`. */
  items: z.array(SampleItem),
});
export type SampleCase = z.infer<typeof SampleCase>;

/** Reads `case.json` of the sample's folder; throws where its shape is wrong. */
export const readSampleCase = (folder: string): SampleCase =>
  SampleCase.parse(JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8')));

export type MatchedDecisions = {
  readonly accept: readonly EntryId[];
  readonly edit: readonly { readonly id: EntryId; readonly change: SampleCase['edited'][number]['change'] }[];
  readonly reject: readonly EntryId[];
  /** Listed, but not proposed: one line each. The sample does not hold while there is any. */
  readonly missing: readonly string[];
};

type NamedRecord = Pick<RecordRow, 'id' | 'fileName'>;

/** Finds the proposal of each listed decision: the one of the record that quotes exactly the listed words. */
export const matchDecisions = (
  sample: Pick<SampleCase, 'accepted' | 'edited' | 'rejected'>,
  entries: readonly Entry[],
  records: readonly NamedRecord[],
): MatchedDecisions => {
  const idOf = ({ record, quote, kind }: ListedEntry): EntryId | undefined => {
    const ids = new Set(records.filter(({ fileName }) => fileName === record).map(({ id }) => id));
    const quotes = (entry: Entry): boolean =>
      entry.sources.some((source) => ids.has(source.record) && foldSpace(source.quote) === foldSpace(quote));
    return entries.find((entry) => (kind === undefined || entry.kind === kind) && quotes(entry))?.id;
  };
  const found = (list: readonly ListedEntry[]): EntryId[] => list.flatMap((listed) => idOf(listed) ?? []);
  return {
    accept: found(sample.accepted),
    edit: sample.edited.flatMap((listed) => {
      const id = idOf(listed);
      return id === undefined ? [] : [{ id, change: listed.change }];
    }),
    reject: found(sample.rejected),
    missing: [...sample.accepted, ...sample.edited, ...sample.rejected]
      .filter((listed) => idOf(listed) === undefined)
      .map(({ record, quote }) => `${record}: "${quote}"`),
  };
};
