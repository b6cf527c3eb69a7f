import { z } from 'zod';
import { RecordId } from './ids.ts';

/**
 * The atom of citation: the words `quote` stand at UTF-16 offsets `start` to `end` (exclusive) of page `page`
 * (1-based, within the record) of `record`, in that page's text as `imr text` prints it.
 */
export const TextSpan = z.strictObject({
  record: RecordId,
  page: z.int().min(1),
  start: z.int().min(0),
  end: z.int().min(0),
  quote: z.string(),
});
export type TextSpan = z.infer<typeof TextSpan>;

/** Whether two spans are the same place. */
export const isSameSpan = (a: TextSpan, b: TextSpan): boolean =>
  a.record === b.record && a.page === b.page && a.start === b.start && a.end === b.end;

/** True while the quoted words still stand where the span says. */
export const spanHolds = (span: Pick<TextSpan, 'start' | 'end' | 'quote'>, pageText: string): boolean =>
  pageText.slice(span.start, span.end) === span.quote;
