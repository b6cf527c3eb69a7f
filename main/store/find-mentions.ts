import type { RecordId } from '../../shared/ids.ts';
import type { ReadCase } from './case-file.ts';
import { documentAt } from './documents.ts';
import { query } from './statements.ts';

/** A page that holds a phrase, with its text. */
export type MentioningPage = {
  readonly record: RecordId;
  readonly title: string;
  readonly page: number;
  readonly text: string;
};

/** Records that judge what others document: their own "no documentation of X" mentions X and proves nothing. */
const JUDGING = "'utilization-review', 'imr-application'";

type Found = { readonly record: number; readonly title: string; readonly page: number; readonly text: string };

/**
 * At most `limit` pages of complete records that hold the words of a phrase next to each other, in the order of the
 * case.
 */
export const pagesMentioning = (file: ReadCase, phrase: string, limit: number): MentioningPage[] => {
  const words = phrase.replace(/[^\p{L}\p{N}\s'’-]/gu, ' ').trim();
  if (words === '') return [];
  return query<[string, number], Found>(
    file,
    `SELECT record.id AS record, document.title, page.number AS page, page.text
       FROM page_search JOIN page ON page.id = page_search.rowid JOIN record ON record.id = page.record_id
       JOIN document ON document.id = ${documentAt('page.record_id', 'page.number')}
       WHERE page_search MATCH ? AND record.is_complete = 1 AND document.state <> 'removed' AND document.kind NOT IN (${JUDGING}) ORDER BY record.id, page.number LIMIT ?`,
  )
    .all(`"${words.replaceAll('"', ' ')}"`, limit)
    .map((row) => ({ ...row, record: String(row.record) as RecordId }));
};
