import { z } from 'zod';
import { CaseId, PageId, RecordId } from './ids.ts';
import { act, command, done, inCase, job, query } from './method.ts';
import { FateCount, PageFate } from './page-fate.ts';
import { EyeReason, PageContent, PageRow } from './page.ts';

/** The part of the contract about pages: shown, read, recognised, typed by eye, searched. */
export const pageMethods = {
  'page.list': query(z.strictObject({ caseId: CaseId, recordId: RecordId.optional() }), z.array(PageRow)),
  'page.show': query(z.strictObject({ caseId: CaseId, pageId: PageId }), PageContent),
  /** What became of every word of a page: a fact, folded, or left out and by which rule; and of how many of its lines. */
  'page.fates': query(
    z.strictObject({ caseId: CaseId, record: RecordId, page: z.int().min(1) }),
    z.strictObject({ fates: z.array(PageFate), lines: FateCount }),
  ),
  'page.markRead': command(
    z.strictObject({ caseId: CaseId, pageIds: z.array(PageId), isRead: z.boolean() }),
    done,
    null,
  ),

  /** How far the recognition of the case's pages is; it goes on by itself in the background while the case is open. */
  'ocr.status': query(
    inCase,
    z.strictObject({
      /** Pages still to be recognised. */
      waiting: z.int(),
      /** Pages whose words were recognised, whenever that was. */
      recognised: z.int(),
      state: z.enum(['idle', 'running', 'paused']),
      /** Null until some pages are done. */
      pagesAMinute: z.number().nullable(),
    }),
  ),
  /** Recognises every page that waits for it, and ends when none does; progress is in pages. */
  'ocr.run': job(inCase, z.strictObject({ recognised: z.int(), failed: z.int() })),
  /** Holds the recognition in the background, until it is resumed or the case is opened again. */
  'ocr.pause': act(inCase, done),
  'ocr.resume': act(inCase, done),
  /** Recognises this page before all others: it is being looked at. */
  'ocr.first': act(z.strictObject({ caseId: CaseId, pageId: PageId }), done),

  /** The pages whose words are uncertain or missing, settled ones too, in the order of the case. */
  'eye.list': query(inCase, z.array(z.strictObject({ page: PageRow, title: z.string(), reason: EyeReason }))),
  /**
   * States that the words of pages stand as they were recognised, or that a page without words has none worth typing.
   */
  'page.confirm': command(z.strictObject({ caseId: CaseId, pageIds: z.array(PageId) }), done, 'confirmation of pages'),
  /**
   * Puts the reviewer's own reading in place of a page's words; the words found before stay known and undo brings them
   * back.
   */
  'page.type': command(
    z.strictObject({ caseId: CaseId, pageId: PageId, text: z.string().max(200_000) }),
    done,
    'words typed by eye',
  ),

  /** Full-text search, best first. Words are joined by AND; `"..."` is a phrase; a word ending in `*` a prefix. */
  'search.run': query(
    z.strictObject({ caseId: CaseId, query: z.string(), limit: z.int().min(1).max(1000).default(100) }),
    z.strictObject({
      total: z.int(),
      hits: z.array(
        z.strictObject({
          record: RecordId,
          title: z.string(),
          page: z.int(),
          pageId: PageId,
          snippet: z.string(),
          /** Offsets of every match in the page's text, start and end alternating. */
          matches: z.array(z.int()),
        }),
      ),
    }),
  ),
} as const;
