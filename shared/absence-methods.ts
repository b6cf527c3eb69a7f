import { z } from 'zod';
import { CaseId, ItemId, SearchId } from './ids.ts';
import { command, done, inCase, query } from './method.ts';
import { NegativeSearch } from './negative-search.ts';

const Words = z.string().trim().min(1).max(200);
const ofItem = z.strictObject({ caseId: CaseId, id: SearchId, itemId: ItemId });
const ofSearches = z.strictObject({ caseId: CaseId, ids: z.array(SearchId).min(1) });

/** The part of the contract about negative searches: the proof that something is documented nowhere. */
export const absenceMethods = {
  /** The ways in which a thing may be written: those of the list of terms it belongs to, else those of its own words. */
  'absence.wordings': query(z.strictObject({ words: z.string().max(200) }), z.array(z.string())),
  /** What the denial, or a rationale, says is not documented and nobody has searched for yet, in its own words. */
  'absence.offers': query(inCase, z.array(z.string())),
  /** Every search that is kept, the last one first, each beside what it finds on the pages as they stand now. */
  'absence.list': query(inCase, z.array(NegativeSearch)),
  /**
   * Looks for each thing in all pages, and keeps what was found with the time; without `wordings` in those of
   * `absence.wordings`. One that is kept with the same words is run again.
   */
  'absence.search': command(
    z.strictObject({
      caseId: CaseId,
      terms: z
        .array(z.strictObject({ words: Words, wordings: z.array(Words).max(200).optional() }))
        .min(1)
        .max(100),
    }),
    z.strictObject({ ids: z.array(SearchId) }),
    'negative search',
  ),
  /** Runs searches again on the pages as they stand now. */
  'absence.rerun': command(ofSearches, done, 'running a negative search again'),
  'absence.remove': command(ofSearches, done, 'removal of a negative search'),
  /**
   * Puts it into an item's rationale that nothing is documented, with the search as evidence: one step. Refuses with
   * `refused` where a page documents it, or the pages have changed since.
   */
  'absence.cite': command(ofItem, done, 'negative search as evidence'),
  /** Takes a search away from an item's evidence; the words of the rationale stay. */
  'absence.uncite': command(ofItem, done, 'removal of evidence'),
} as const;
