import { z } from 'zod';
import { ItemId, RecordId, SearchId } from './ids.ts';
import { TextSpan } from './span.ts';

/**
 * How a page speaks of what was looked for: it holds it, denies it ("no UDS on file"), only wants it ("to be signed"),
 * asks for it (a request), or judges what others document (the denial itself).
 */
export const HitStanding = z.enum(['holds', 'denies', 'wants', 'asks', 'judges']);
export type HitStanding = z.infer<typeof HitStanding>;

/** The place of a page that tells most of what was looked for. */
export const SearchHit = z.strictObject({ span: TextSpan, standing: HitStanding, sentence: z.string() });
export type SearchHit = z.infer<typeof SearchHit>;

/** Why the words of a page cannot be relied on: not recognised yet, none found in it, or recognised badly. */
const UnreliedPage = z.strictObject({
  record: RecordId,
  page: z.int(),
  reason: z.enum(['not-recognised', 'no-words', 'low-confidence']),
});
export type UnreliedPage = z.infer<typeof UnreliedPage>;

/** What a search over all pages found, on the texts as they stood. */
export const SearchResult = z.strictObject({
  /** Pages looked at, those that cannot be relied on among them. */
  pages: z.int(),
  /** Pages that hold one of the wordings in any standing; `hits` names the first of them. */
  hitPages: z.int(),
  hits: z.array(SearchHit),
  unrelied: z.array(UnreliedPage),
  /** Files of the ledger without any page, for they could not be read. */
  unreadFiles: z.array(z.string()),
  /** Pages that were taken out of the case with their records and not looked at. */
  removedPages: z.int(),
});
export type SearchResult = z.infer<typeof SearchResult>;

/** A search for what may be documented nowhere, kept with its day and what it found. */
export const NegativeSearch = z.strictObject({
  id: SearchId,
  /** What was looked for, as the reviewer calls it. */
  words: z.string(),
  /** Every way in which it may be written; a `*` at the end stands for any ending. */
  wordings: z.array(z.string()),
  /** When it was last run (ISO 8601). */
  at: z.string(),
  result: SearchResult,
  /** What it finds on the pages as they stand now; null while they are those it was run on. */
  now: SearchResult.nullable(),
  /** The items whose rationale it is evidence for. */
  items: z.array(ItemId),
});
export type NegativeSearch = z.infer<typeof NegativeSearch>;

/** The hits that document what was looked for. */
export const holdingHits = ({ hits }: SearchResult): SearchHit[] => hits.filter(({ standing }) => standing === 'holds');
