import type { RecordId } from '../../shared/ids.ts';
import { READ_BY_EYE_BELOW } from '../../shared/page.ts';
import type { RecordKind } from '../../shared/record.ts';
import type { ReadCase } from './case-file.ts';
import { documentAt, REMOVED_PAGES } from './documents.ts';
import { query } from './statements.ts';

/** A page that holds a phrase, with its text. */
export type MentioningPage = {
  readonly record: RecordId;
  readonly title: string;
  readonly kind: RecordKind;
  readonly page: number;
  readonly text: string;
};

/** Records that judge what others document: their own "no documentation of X" mentions X and proves nothing. */
const JUDGING = "'utilization-review', 'imr-application', 'imr-determination', 'fax-cover'";

type Found = Omit<MentioningPage, 'record'> & { readonly record: number };

/** A wording as the index is asked for it; a `*` at its end stands for any ending. */
const phraseOf = (wording: string): string => {
  const words = wording.replace(/[^\p{L}\p{N}\s'’-]/gu, ' ').trim();
  return words === '' ? '' : `"${words}"${wording.endsWith('*') ? ' *' : ''}`;
};

/**
 * Hands over the pages of complete records that hold one of the wordings, in the order of the case, for as long as
 * `take` answers true.
 */
export const visitMentioning = (
  file: ReadCase,
  wordings: readonly string[],
  take: (page: MentioningPage) => boolean,
): void => {
  const phrases = wordings.map(phraseOf).filter((phrase) => phrase !== '');
  if (phrases.length === 0) return;
  const pages = query<[string], Found>(
    file,
    `SELECT record.id AS record, document.title, document.kind, page.number AS page, page.text
       FROM page_search JOIN page ON page.id = page_search.rowid JOIN record ON record.id = page.record_id
       JOIN document ON document.id = ${documentAt('page.record_id', 'page.number')}
       WHERE page_search MATCH ? AND record.is_complete = 1 AND document.state <> 'removed' AND document.kind NOT IN (${JUDGING})
       ORDER BY record.id, page.number`,
  ).iterate(phrases.join(' OR '));
  for (const page of pages) if (!take({ ...page, record: String(page.record) as RecordId })) return;
};

/** Names the documents with their kinds and titles: it changes with what counts, and with what pages are called. */
export const documentsVersion = (file: ReadCase): string =>
  query<[], { all: string | null }>(
    file,
    "SELECT group_concat(id || ' ' || kind || ' ' || state || ' ' || title, char(10)) AS 'all' FROM document",
  ).get()?.all ?? '';

/** The pages of complete records that no search can answer for, and that nobody has read by eye, in the order of the case. */
export const pagesNotReliedOn = (file: ReadCase): { readonly title: string; readonly page: number }[] =>
  query<[], { title: string; page: number }>(
    file,
    `SELECT document.title, page.number AS page FROM page JOIN record ON record.id = page.record_id
       JOIN document ON document.id = ${documentAt('page.record_id', 'page.number')}
       WHERE record.is_complete = 1 AND page.blank = 0 AND page.id NOT IN (${REMOVED_PAGES}) AND (page.needs_ocr = 1 OR page.source = 'none' OR page.confidence < ${READ_BY_EYE_BELOW})
         AND NOT EXISTS (SELECT 1 FROM eye_reading WHERE eye_reading.id = CAST(page.id AS TEXT)) ORDER BY record.id, page.number`,
  ).all();

/** At most `limit` pages of complete records that hold the words of a phrase next to each other, in the order of the case. */
export const pagesMentioning = (file: ReadCase, phrase: string, limit: number): MentioningPage[] => {
  const pages: MentioningPage[] = [];
  visitMentioning(file, [phrase], (page) => pages.push(page) < limit);
  return pages;
};
