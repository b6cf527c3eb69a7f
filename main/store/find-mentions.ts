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
export const JUDGING_KINDS: readonly RecordKind[] = [
  'utilization-review',
  'imr-application',
  'imr-determination',
  'fax-cover',
];
const JUDGING = JUDGING_KINDS.map((kind) => `'${kind}'`).join(', ');

type Found = Omit<MentioningPage, 'record'> & { readonly record: number };

/** A wording as the index is asked for it; a `*` at its end stands for any ending. */
const phraseOf = (wording: string): string => {
  const words = wording.replace(/[^\p{L}\p{N}\s'’-]/gu, ' ').trim();
  return words === '' ? '' : `"${words}"${wording.endsWith('*') ? ' *' : ''}`;
};

/** Any of the wordings as the index is asked for them; null where nothing of them can be looked for. */
const anyOf = (wordings: readonly string[]): string | null => {
  const phrases = [...new Set(wordings.map(phraseOf).filter((phrase) => phrase !== ''))];
  return phrases.length === 0 ? null : phrases.join(' OR ');
};

/** Records that judge are left out, or looked at like all others. */
type Reach = 'documenting' | 'all';

/**
 * Hands over the pages of complete records that hold one of the wordings, in the order of the case, for as long as
 * `take` answers true.
 */
export const visitMentioning = (
  file: ReadCase,
  wordings: readonly string[],
  take: (page: MentioningPage) => boolean,
  reach: Reach = 'documenting',
): void => {
  const phrases = anyOf(wordings);
  if (phrases === null) return;
  const pages = query<[string], Found>(
    file,
    `SELECT record.id AS record, document.title, document.kind, page.number AS page, page.text
       FROM page_search JOIN page ON page.id = page_search.rowid JOIN record ON record.id = page.record_id
       JOIN document ON document.id = ${documentAt('page.record_id', 'page.number')}
       WHERE page_search MATCH ? AND record.is_complete = 1 AND document.state <> 'removed' ${reach === 'all' ? '' : `AND document.kind NOT IN (${JUDGING})`}
       ORDER BY record.id, page.number`,
  ).iterate(phrases);
  for (const page of pages) if (!take({ ...page, record: String(page.record) as RecordId })) return;
};

/** Names the documents with their kinds and titles: it changes with what counts, and with what pages are called. */
export const documentsVersion = (file: ReadCase): string =>
  query<[], { all: string | null }>(
    file,
    "SELECT group_concat(id || ' ' || kind || ' ' || state || ' ' || title, char(10)) AS 'all' FROM document",
  ).get()?.all ?? '';

/** A page that no search can answer for, and why. */
type NotReliedOn = {
  readonly record: RecordId;
  readonly title: string;
  readonly page: number;
  readonly reason: 'not-recognised' | 'no-words' | 'low-confidence';
};

/** The pages of complete records that no search can answer for, and that nobody has read by eye, in the order of the case. */
export const pagesNotReliedOn = (file: ReadCase): NotReliedOn[] =>
  query<[], Omit<NotReliedOn, 'record'> & { record: number }>(
    file,
    `SELECT page.record_id AS record, document.title, page.number AS page,
         CASE WHEN page.needs_ocr = 1 THEN 'not-recognised' WHEN page.source = 'none' THEN 'no-words' ELSE 'low-confidence' END AS reason
       FROM page JOIN record ON record.id = page.record_id
       JOIN document ON document.id = ${documentAt('page.record_id', 'page.number')}
       WHERE record.is_complete = 1 AND page.blank = 0 AND page.id NOT IN (${REMOVED_PAGES}) AND (page.needs_ocr = 1 OR page.source = 'none' OR page.confidence < ${READ_BY_EYE_BELOW})
         AND NOT EXISTS (SELECT 1 FROM eye_reading WHERE eye_reading.id = CAST(page.id AS TEXT)) ORDER BY record.id, page.number`,
  )
    .all()
    .map((page) => ({ ...page, record: String(page.record) as RecordId }));

/** How many pages of complete records are in the case, and how many were taken out of it with their documents. */
export const countPages = (file: ReadCase): { readonly inCase: number; readonly removed: number } => {
  const { pages, removed } = query<[], { pages: number; removed: number }>(
    file,
    `SELECT count(*) AS pages, count(*) FILTER (WHERE page.id IN (${REMOVED_PAGES})) AS removed
       FROM page JOIN record ON record.id = page.record_id WHERE record.is_complete = 1`,
  ).get() ?? { pages: 0, removed: 0 };
  return { inCase: pages - removed, removed };
};

/** How many pages of the case hold one of the wordings. */
export const countMentioning = (file: ReadCase, wordings: readonly string[]): number => {
  const phrases = anyOf(wordings);
  if (phrases === null) return 0;
  return (
    query<[string], { n: number }>(
      file,
      `SELECT count(*) AS n FROM page_search JOIN page ON page.id = page_search.rowid JOIN record ON record.id = page.record_id
         WHERE page_search MATCH ? AND record.is_complete = 1 AND page.id NOT IN (${REMOVED_PAGES})`,
    ).get(phrases)?.n ?? 0
  );
};

/** Files that were given and could not be read. */
export const unreadFiles = (file: ReadCase): string[] =>
  query<[], { name: string }>(file, `SELECT name FROM intake_file WHERE state = 'failed' ORDER BY id`)
    .all()
    .map(({ name }) => name);

/** Names what was settled by eye: it changes with every page that is confirmed or typed. */
export const eyeVersion = (file: ReadCase): string =>
  query<[], { all: string | null }>(
    file,
    "SELECT group_concat(id || ' ' || eye || ' ' || coalesce(length(text), ''), ' ') AS 'all' FROM eye_reading",
  ).get()?.all ?? '';

/** At most `limit` pages of complete records that hold the words of a phrase next to each other, in the order of the case. */
export const pagesMentioning = (file: ReadCase, phrase: string, limit: number): MentioningPage[] => {
  const pages: MentioningPage[] = [];
  visitMentioning(file, [phrase], (page) => pages.push(page) < limit);
  return pages;
};
