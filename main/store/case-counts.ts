import type { ReadCase } from './case-file.ts';
import { REMOVED_PAGES } from './documents.ts';
import { query } from './statements.ts';

export type CaseCounts = {
  readonly records: number;
  readonly pages: number;
  readonly pagesRead: number;
  readonly items: number;
  readonly itemsDecided: number;
  readonly proposed: number;
  readonly accepted: number;
  readonly sentences: number;
  readonly exports: number;
  readonly filesWaiting: number;
};

/**
 * How much there is of everything in a case. A cross join goes through the records first, and leaves alone the pages
 * that are being stored. The index of open facts is named, as the planner takes one that has to look at each of them.
 */
export const countCase = (file: ReadCase): CaseCounts =>
  query<[], CaseCounts>(
    file,
    `SELECT
        (SELECT count(*) FROM document WHERE state IN ('proposed', 'confirmed')) AS records,
        (SELECT count(*) FROM record CROSS JOIN page ON record_id = record.id WHERE is_complete = 1 AND page.id NOT IN (${REMOVED_PAGES})) AS pages,
        (SELECT count(*) FROM record CROSS JOIN page ON record_id = record.id WHERE is_complete = 1 AND read_at IS NOT NULL AND page.id NOT IN (${REMOVED_PAGES})) AS pagesRead,
        (SELECT count(*) FROM item) AS items,
        (SELECT count(*) FROM item WHERE decision IS NOT NULL AND rationale <> '') AS itemsDecided,
        (SELECT count(*) FROM entry INDEXED BY entry_open WHERE state = 'proposed' AND ticked = 1) AS proposed,
        (SELECT count(*) FROM entry WHERE state = 'accepted') AS accepted,
        (SELECT count(*) FROM sentence) AS sentences,
        (SELECT count(*) FROM change WHERE method = 'letter.export') AS exports,
        (SELECT count(*) FROM intake_file WHERE state IN ('waiting', 'kept')) AS filesWaiting`,
  ).get() ?? {
    records: 0,
    pages: 0,
    pagesRead: 0,
    items: 0,
    itemsDecided: 0,
    proposed: 0,
    accepted: 0,
    sentences: 0,
    exports: 0,
    filesWaiting: 0,
  };
